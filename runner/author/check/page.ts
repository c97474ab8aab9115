// Can the site make a page of this lesson? Asked of the parser that the site itself uses: it notices open tags, code that never ends, and sums.
import { mdxToJs, mdxToMdast } from 'satteri';
import type { LabProblem } from '../../labs/lab-problem.ts';
import type { LessonFile } from './lesson-file.ts';

interface Point {
  line: number;
  offset?: number | undefined;
}

/** What is asked of a node of the parser's tree (mdast, with MDX). */
interface Node {
  type: string;
  position?: { start: Point; end: Point } | undefined;
  name?: unknown;
  value?: unknown;
  attributes?: unknown;
  children?: unknown;
}

/** Without this attribute a tag is nothing. */
const NEEDED: Record<string, string> = { Def: 'id', Source: 'id', Step: 'id', Figure: 'name' };

/** A remark, or text between backquotes that computes nothing. */
const TEXT_ONLY = /^(?:\s*\/\*[\s\S]*\*\/\s*|\s*`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`\s*|\s*)$/;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function wrongWith(node: Node, text: string): string | undefined {
  const { start, end } = node.position ?? {};
  const written = text.slice(start?.offset ?? 0, end?.offset ?? 0);
  const short = written.split('\n')[0]?.slice(0, 40) ?? '';
  if (/^mdx\w*Expression$/.test(node.type) && !TEXT_ONLY.test(String(node.value)))
    return `found "${short}": lessons compute nothing; expected "\\{" where the sign itself is meant`;
  if (node.type === 'imageReference')
    return `found "${short}", expected the picture’s place between parentheses: ![description](../../pictures/name.png)`;
  const fence = node.type === 'code' ? /^(`{3,}|~{3,})/.exec(written)?.[0] : undefined;
  if (fence !== undefined && !written.trimEnd().split('\n').slice(1).at(-1)?.trim().startsWith(fence))
    return `expected "${fence}" after the last line of this code, found the end of the file`;
  const needed = typeof node.name === 'string' ? NEEDED[node.name] : undefined;
  const given = Array.isArray(node.attributes) ? node.attributes : [];
  if (needed !== undefined && !given.some((one: unknown) => isNode(one) && one.name === needed))
    return `expected <${String(node.name)} ${needed}="…">, found <${String(node.name)}> without it`;
  return undefined;
}

/** What keeps a lesson from becoming a page, or would make it another one than its author meant. */
export function pageProblems({ text, path: file }: LessonFile): LabProblem[] {
  // Front matter is no part of what the parser reads; lines keep their numbers.
  const page = text.replace(/^---\n[\s\S]*?\n---/, (front) => front.replace(/[^\n]/g, ''));
  try {
    mdxToJs(page);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [, line, why = said] = /^(\d+):\d+: (.*?)(?: \(mdx[^)]*\))?$/s.exec(said) ?? [];
    return [{ file, ...(line === undefined ? {} : { line: Number(line) }), message: why }];
  }
  const problems: LabProblem[] = [];
  const look = (node: Node): void => {
    const message = wrongWith(node, page);
    if (message !== undefined) problems.push({ file, line: node.position?.start.line, message });
    if (Array.isArray(node.children)) node.children.filter(isNode).forEach(look);
  };
  look(mdxToMdast(page));
  return problems;
}
