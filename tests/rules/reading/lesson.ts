// What does one lesson name, and what does it owe to its reader? Ids, first uses, sources, and its twin in the other language.
import { claimsWithoutSource } from '../../../runner/author/check/claims.ts';
import { blocksOf, frontMatterOf, plainOf, proseOf } from '../../../runner/author/check/prose.ts';

export interface Term {
  id: string;
  /** The term and its other names, in this lesson's language. */
  names: readonly string[];
}

const idsIn = (text: string, tag: string, attribute = 'id'): string[] =>
  [...text.matchAll(new RegExp(`<${tag}\\b[^>]*?\\b${attribute}=["']([^"']*)["']`, 'g'))].map(
    (match) => match[1] ?? '',
  );

export interface Named {
  defs: string[];
  cited: string[];
  sources: string[];
  figures: string[];
  questions: string[];
  words: string[];
}

/** Everything a lesson names by id. */
export function namedIn(file: string): Named {
  const text = proseOf(file);
  const front = frontMatterOf(file);
  const list = /^sources:\s*([\s\S]*?)(?=^\w[\w-]*:|(?![\s\S]))/m.exec(front)?.[1] ?? '';
  const words = /^words:\s*\[([^\]]*)\]/m.exec(front)?.[1] ?? '';
  return {
    defs: idsIn(text, 'Def'),
    cited: idsIn(text, 'Source'),
    sources: [...list.matchAll(/(?:^\s*-\s*|\{\s*|^\s+)id:\s*["']?([\w-]+)/gm)].map(
      (match) => match[1] ?? '',
    ),
    figures: idsIn(text, 'Figure', 'name'),
    questions: idsIn(text, 'Question', 'kind'),
    words: words
      .split(',')
      .map((word) => word.trim().replace(/^["']|["']$/g, ''))
      .filter(Boolean),
  };
}

const escapeRe = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "[’']");

/** Terms that a lesson uses without ever linking them, or before their link: `file:line …`. */
export function unlinkedTerms(path: string, file: string, terms: readonly Term[]): string[] {
  const text = proseOf(file).replace(/^#{1,6} .*$/gm, (heading) => ' '.repeat(heading.length));
  // What somebody else says, and what is asked again, needs no link.
  const ours = text.replace(/<(Resident|Question|Checklist)\b[\s\S]*?<\/\1>/g, (block) =>
    block.replace(/[^\n]/g, ' '),
  );
  const bare = ours.replace(/<Def\b[^>]*>[\s\S]*?<\/Def>|<Term\b[^>]*>[\s\S]*?<\/Term>|<[^>]*>/g, (tag) =>
    tag.replace(/[^\n]/g, ' '),
  );
  return terms.flatMap(({ id, names }) => {
    const use = new RegExp(
      `(?<![\\p{L}\\d.-])(?:${names.map(escapeRe).join('|')})(?:s|x)?(?![\\p{L}\\d-])`,
      /^[\p{Lu}\d]+$/u.test(names[0] ?? '') ? 'u' : 'iu',
    ).exec(bare);
    if (!use) return [];
    const link = text.search(new RegExp(`<Def\\s+id=["']${id}["']`));
    if (link >= 0 && link < use.index) return [];
    const line = text.slice(0, use.index).split('\n').length;
    return [
      link < 0
        ? `${path}:${line} « ${use[0]} » is in the glossary: link its first use, <Def id="${id}">`
        : `${path}:${line} « ${use[0]} » is used before it is linked (line ${text.slice(0, link).split('\n').length})`,
    ];
  });
}

/** Paragraphs with a date, a sum or a share, and no source: `file:line …`. */
export const unsourcedClaims = (path: string, file: string): string[] =>
  claimsWithoutSource(file).map(
    ({ line, claim }) => `${path}:${line} « ${claim} »: a dated claim, a sum or a share needs a <Source>`,
  );

const words = (text: string): number => (text.match(/\p{L}+/gu) ?? []).length;

/** Where a lesson and its translation part: tags, length, and paragraphs left as they were. */
export function partsFrom(path: string, french: string, translated: string): string[] {
  const [a, b] = [namedIn(french), namedIn(translated)];
  const [fr, other] = [blocksOf(french), blocksOf(translated)];
  const differ = (['figures', 'questions', 'sources', 'words'] as const)
    .filter((what) => a[what].join() !== b[what].join())
    .map((what) => `${path}: ${what} differ from the French: ${b[what].join(', ')} / ${a[what].join(', ')}`);
  const sets = (['defs', 'cited'] as const)
    .filter((what) => [...new Set(a[what])].toSorted().join() !== [...new Set(b[what])].toSorted().join())
    .map((what) => {
      const only = (x: string[], y: string[]) =>
        [...new Set(x)].filter((id) => !y.includes(id)).join(', ') || 'none';
      return `${path}: ${what} differ: only here ${only(b[what], a[what])}; only in French ${only(a[what], b[what])}`;
    });
  const blocks =
    Math.abs(fr.length - other.length) > Math.max(2, fr.length * 0.1)
      ? [`${path}: ${other.length} paragraphs, ${fr.length} in French`]
      : [];
  const said = new Set(fr.map(({ raw }) => plainOf(raw).trim()));
  const left = other
    .filter(({ raw }) => said.has(plainOf(raw).trim()) && words(plainOf(raw)) >= 8)
    .map(({ line }) => `${path}:${line} this paragraph is the same in French`);
  return [...differ, ...sets, ...blocks, ...left];
}
