// How heavy are our scripts, and which pages carry the terminal? Bundled as the site's own build bundles them.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';

const BUDGET_BYTES = 25_000;
const SOURCES = fileURLToPath(new URL('../../../site/src/', import.meta.url));
const ENTRIES = {
  lab: 'terminal/lab-page.ts',
  head: 'seat/seat-widget.ts',
  join: 'seat/join-page.ts',
  trainer: 'trainer/trainer-page.ts',
};

interface Chunk {
  fileName: string;
  name: string;
  code: string;
  modules: string[];
  imports: string[];
  dynamicImports: string[];
}
let chunks: Chunk[];

beforeAll(async () => {
  const result = await build({
    configFile: false,
    root: SOURCES,
    logLevel: 'silent',
    build: {
      write: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, SOURCES + path])),
        output: { codeSplitting: { groups: [{ name: 'xterm', test: /node_modules[\\/]@xterm[\\/]/ }] } },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  chunks = outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .flatMap((file) => (file.type === 'chunk' ? [{ ...file, modules: Object.keys(file.modules) }] : []));
});

const holds = (chunk: Chunk, module: string) => chunk.modules.some((path) => path.endsWith(module));
/** What a counter's tab brings when it is opened. */
const COUNTER = 'counters/open-counter.ts';
/** What the glass browser's tab brings when it is opened. */
const GLASS = 'glass/open-glass.ts';
/** What a joined browser brings after its page: hand, messages, consent, time. */
const CLASS = 'class/open-class.ts';
const CLASS_BYTES = 10_000;

/** Everything that a page with this entry may ever load, as long as nobody opens a counter, and but for the class around it. */
function loadedBy(entry: keyof typeof ENTRIES): Chunk[] {
  return reachedFrom(
    chunks.find((chunk) => holds(chunk, ENTRIES[entry])),
    (chunk) => holds(chunk, COUNTER) || holds(chunk, CLASS),
  );
}

function reachedFrom(start: Chunk | undefined, leftOut: (chunk: Chunk) => boolean): Chunk[] {
  const found = new Map<string, Chunk>();
  const visit = (fileName: string) => {
    const chunk = chunks.find((one) => one.fileName === fileName);
    if (!chunk || found.has(fileName) || leftOut(chunk)) return;
    found.set(fileName, chunk);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next);
  };
  if (start) visit(start.fileName);
  return [...found.values()];
}

const isXterm = (chunk: Chunk) => chunk.name === 'xterm';
const weight = (list: Chunk[]) =>
  list.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);

test('our own script of a lab page, beyond Starlight’s and xterm’s, is under 25 kB gzip', () => {
  const ours = [...new Set([...loadedBy('lab'), ...loadedBy('head')])].filter((chunk) => !isXterm(chunk));
  expect(ours.some(({ modules }) => modules.some((path) => path.endsWith('terminal-view.ts')))).toBe(true);
  expect(weight(ours)).toBeLessThan(BUDGET_BYTES);
});

test('the class around a page comes after it, in one language, and is under 10 kB gzip', () => {
  const before = [...loadedBy('lab'), ...loadedBy('head')];
  expect(before.filter((chunk) => holds(chunk, 'class/class-bar.ts'))).toEqual([]);
  const around = reachedFrom(
    chunks.find((chunk) => holds(chunk, CLASS)),
    (chunk) => before.includes(chunk) || holds(chunk, 'words/class.en.ts'),
  );
  expect(around.some((chunk) => holds(chunk, 'words/class.fr.ts'))).toBe(true);
  expect(weight(around)).toBeLessThan(CLASS_BYTES);
});

test('the terminal comes only when a machine is ready: the page’s first script does not contain xterm', () => {
  const lab = loadedBy('lab');
  expect(lab.some(isXterm)).toBe(true);
  const first = lab.find(({ modules }) => modules.some((path) => path.endsWith(ENTRIES.lab)));
  expect(first?.imports.some((file) => lab.find((chunk) => chunk.fileName === file && isXterm(chunk)))).toBe(
    false,
  );
});

test('a counter comes when its tab is opened, not before; with the words of one language it is under 25 kB gzip', () => {
  const before = loadedBy('lab');
  expect(before.some((chunk) => holds(chunk, 'counters/tabs.ts'))).toBe(true);
  expect(
    before.flatMap(({ modules }) => modules.filter((path) => /words\/counters|runner\/internet/.test(path))),
  ).toEqual([]);
  const counter = reachedFrom(
    chunks.find((chunk) => holds(chunk, COUNTER)),
    (chunk) =>
      before.includes(chunk) ||
      holds(chunk, GLASS) ||
      chunk.modules.some((path) => /words\/counters\.en|\/words\.en/.test(path)),
  );
  expect(counter.some((chunk) => holds(chunk, 'words/counters.fr.ts'))).toBe(true);
  expect(weight(counter)).toBeLessThan(BUDGET_BYTES);
  const glass = reachedFrom(
    chunks.find((chunk) => holds(chunk, GLASS)),
    (chunk) =>
      before.includes(chunk) ||
      counter.includes(chunk) ||
      chunk.modules.some((path) => path.endsWith('words/glass.en.ts')),
  );
  expect(glass.some((chunk) => holds(chunk, 'words/glass.fr.ts'))).toBe(true);
  expect(weight(glass)).toBeLessThan(BUDGET_BYTES);
});

describe.each(['head', 'join', 'trainer'] as const)('the script of %s', (entry) => {
  test('never loads terminal code', () => {
    const loaded = loadedBy(entry);
    expect(loaded.length).toBeGreaterThan(0);
    const terminal = /@xterm|terminal-view|lab-terminals|lab-panel|runner-socket/;
    expect(loaded.flatMap(({ modules }) => modules.filter((path) => terminal.test(path)))).toEqual([]);
  });
});
