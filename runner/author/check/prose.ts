// What does a lesson say, once tags, code and addresses are put aside? Blocks of prose with their lines, and the sentences in them.

export interface Block {
  /** Line of the file where it begins, from 1. */
  line: number;
  /** As written, code and addresses blanked. */
  raw: string;
  kind: 'prose' | 'heading' | 'table' | 'list';
  /** Tags open around it, outermost first. */
  inside: readonly string[];
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** The file with front matter, code, commands and addresses blanked; lines keep their numbers. */
export const proseOf = (file: string): string =>
  file
    .replace(/^---\n[\s\S]*?\n---/, blank)
    .replace(/```[\s\S]*?```/g, blank)
    .replace(/<Cmd\b[^>]*>[\s\S]*?<\/Cmd>/g, blank)
    .replace(/\{`[\s\S]*?`\}/g, blank)
    .replace(/`[^`\n]*`/g, (code) => 'x'.repeat(code.length))
    .replace(/https?:\/\/[^\s)>"]+/g, (address) => 'x'.repeat(address.length));

export const frontMatterOf = (file: string): string => /^---\n([\s\S]*?)\n---/.exec(file)?.[1] ?? '';

const CONTAINER =
  /<(\/?)(Question|Choice|Debate|Side|Mind|Resident|Anecdote|KeyPoints|BeforeFriday|Checklist|Careful|Step)\b[^>]*?(\/?)>/g;

function kindOf(raw: string): Block['kind'] {
  const text = raw.trimStart();
  if (/^#{1,6} /.test(text)) return 'heading';
  if (/^\|/.test(text)) return 'table';
  return /^([-*] |\d+\. )/.test(text) ? 'list' : 'prose';
}

/** Blocks are parted by blank lines. */
export function blocksOf(file: string): Block[] {
  const blocks: Block[] = [];
  const open: string[] = [];
  let line = 1;
  for (const raw of proseOf(file).split(/\n[ \t]*\n/)) {
    const skipped = /^\s*/.exec(raw)?.[0].split('\n').length ?? 1;
    const before = [...open];
    for (const [, closes, tag = '', alone] of raw.matchAll(CONTAINER)) {
      if (closes) open.splice(open.lastIndexOf(tag), 1);
      else if (!alone) open.push(tag);
      if (!closes && !before.includes(tag)) before.push(tag);
    }
    if (raw.trim() !== '') blocks.push({ line: line + skipped - 1, raw, kind: kindOf(raw), inside: before });
    line += raw.split('\n').length + 1;
  }
  return blocks;
}

/** What a reader reads of a block: the text, and the words of its tags (`ask`, `why`, `title`). */
export function plainOf(raw: string): string {
  const said = [...raw.matchAll(/\b(?:ask|why|title)="([^"]*)"/g)].map((match) => match[1] ?? '');
  const text = raw
    .replace(/<(Source|Figure)\b[^>]*>/g, '')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, '');
  return [...said, text].join('\n');
}

/** Sentences of a block, each as its words. A point of a list is a sentence at least; tables have none. */
export function sentencesOf(block: Block): string[][] {
  if (block.kind === 'table' || block.kind === 'heading') return [];
  return plainOf(block.raw)
    .split(/\n\s*(?:[-*]|\d+\.) |(?<=[.!?…])["»”)\u00a0\u202f]*\s+(?=[\p{Lu}\d«“"(])|\n(?=[A-ZÀ-Ý«])/u)
    .map((sentence) => sentence.match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? [])
    .filter((words) => words.length > 1);
}
