// What is written in one lesson, and on which line? Front matter as data with its lines, and the text with code put aside.
import { type Document, isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { Language } from '../../protocol/api.ts';

export interface LessonFile {
  /** From the repository's root: `course/fr/premiers-pas/terminal.mdx`. */
  path: string;
  language: Language;
  /** `premiers-pas/terminal`. */
  name: string;
  text: string;
  front: FrontMatter;
  /** The text with front matter, code and comments blanked; lines keep their numbers. */
  prose: string;
}

export interface FrontMatter {
  data: unknown;
  /** Line of the file, from 1, where a field (or the nearest thing around it) stands. */
  lineOf(path: readonly PropertyKey[]): number;
  /** What the YAML itself has wrong. */
  broken: { line: number; message: string } | undefined;
}

const FRONT = /^---\n([\s\S]*?)\n---/;
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Line, from 1, of a place in a text. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/** @param written the file as it stands: editors of Windows end lines by CRLF, and put a mark at the beginning */
export function readLessonFile(path: string, written: string): LessonFile {
  const text = written.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const [, language = 'fr', ...rest] = path.replace('/glossary/', '/').split('/');
  return {
    path,
    language: language === 'en' ? 'en' : 'fr',
    name: rest.join('/').replace(/(\.notes)?\.mdx?$/, ''),
    text,
    front: readFront(text),
    prose: text
      .replace(FRONT, blank)
      .replace(/```[\s\S]*?```/g, blank)
      .replace(/\{\/\*[\s\S]*?\*\/\}/g, blank)
      .replace(/\{`[\s\S]*?`\}/g, blank)
      .replace(/`[^`\n]*`/g, blank),
  };
}

/** YAML notices a quote that is not closed at the end of the text only; this is the line of the file where it was opened. */
function openQuote(source: string, message: string): number | undefined {
  const quote = /Missing closing (["'])/.exec(message)?.[1];
  if (quote === undefined) return undefined;
  const at = source.split('\n').findIndex((text) => text.split(quote).length % 2 === 0);
  return at < 0 ? undefined : at + 2;
}

/** The first `&name` or `*name`: an alias may stand for itself, or for more than any memory holds, so a head says everything in full. */
function firstAlias(document: Document): { offset: number; message: string } | undefined {
  let found: { offset: number; message: string } | undefined;
  visit(document, (_, node) => {
    if (!isNode(node)) return undefined;
    const written = isAlias(node) ? `*${node.source}` : node.anchor && `&${node.anchor}`;
    if (!written) return undefined;
    const message = `expected text without YAML anchors or aliases, found "${written}": write the value in full, or between quotes`;
    found = { offset: node.range?.[0] ?? 0, message };
    return visit.BREAK;
  });
  return found;
}

function readFront(text: string): FrontMatter {
  const source = FRONT.exec(text)?.[1];
  if (source === undefined)
    return {
      data: undefined,
      lineOf: () => 1,
      broken: { line: 1, message: 'expected front matter between two lines "---", found none' },
    };
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  const [error] = document.errors;
  const alias = firstAlias(document);
  // The first line of the file is "---".
  const line = (offset: number): number => counter.linePos(offset).line + 1;
  const broken = error
    ? {
        line: openQuote(source, error.message) ?? line(error.pos[0]),
        message: `expected YAML in the front matter: ${error.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? ''}`,
      }
    : alias && { line: line(alias.offset), message: alias.message };
  return {
    data: broken === undefined ? document.toJS() : undefined,
    lineOf(path) {
      for (let length = path.length; length > 0; length--) {
        const node: unknown = document.getIn(path.slice(0, length), true);
        if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
          return line(Number(node.range[0]));
      }
      const key = typeof path[0] === 'string' ? source.search(new RegExp(`^${path[0]}:`, 'm')) : -1;
      return key < 0 ? 1 : line(key);
    },
    broken,
  };
}

/** Attributes of every `<Tag …>` of a lesson, with the line of each. */
export function tagsIn(
  lesson: LessonFile,
  tag: string,
  attribute: string,
): { value: string; line: number }[] {
  const pattern = new RegExp(`<${tag}\\b[^>]*?\\b${attribute}=["']([^"'\\n]*)["']`, 'g');
  return [...lesson.prose.matchAll(pattern)].map((match) => ({
    value: match[1] ?? '',
    line: lineAt(lesson.prose, match.index),
  }));
}
