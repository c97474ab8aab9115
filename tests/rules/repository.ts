// Which files is the repository made of, and what do they import? Shared by the rule tests.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every file of the tree, tracked or about to be; paths from the root. */
export const files: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  { cwd: ROOT, encoding: 'utf8' },
)
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)));

const texts = new Map<string, string>();
export function read(path: string): string {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(join(ROOT, path), 'utf8');
  texts.set(path, text);
  return text;
}

/** Files under a folder with one of these endings. */
export const filesIn = (folder: string, ...endings: string[]): string[] =>
  files.filter(
    (path) => path.startsWith(folder) && (endings.length === 0 || endings.some((end) => path.endsWith(end))),
  );

export const SOURCE = ['.ts', '.mts', '.mjs', '.astro'];

/** Source with its comments blanked: a rule about code must not stumble on prose. Lines keep their numbers. */
export const withoutComments = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[\s;{},(])\/\/.*$/gm, '$1');

export interface Import {
  file: string;
  line: number;
  /** A path from the root, or a package's specifier. */
  target: string;
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)(['"])([^'"]+)\1/gm;

export function importsOf(file: string): Import[] {
  const text = withoutComments(read(file));
  return [...text.matchAll(IMPORT)].map((match) => ({
    file,
    line: text.slice(0, match.index).split('\n').length,
    target: resolveTarget(file, match[2] ?? ''),
  }));
}

function resolveTarget(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  if (specifier.startsWith('#protocol/')) return `runner/protocol/${specifier.slice('#protocol/'.length)}`;
  if (specifier.startsWith('#labs/') || specifier.startsWith('#course/')) return specifier.slice(1);
  return specifier;
}

/** Is this target a file of ours (and not a package)? */
export const isOurs = (target: string): boolean => /^(runner|site|labs|course|tests)\//.test(target);

/** The room a path stands in: `runner/<folder>` inside the runner, the top folder elsewhere, the file itself for files at a room's door. */
export function roomOf(path: string): string {
  const [top = '', second = '', third] = path.split('/');
  if (top === 'runner') return third === undefined ? path : `runner/${second}`;
  return top;
}
