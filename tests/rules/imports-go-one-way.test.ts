// Does every import point down the table below? A cycle or a short cut between rooms is found here, with its file and line.
import { expect, test } from 'vitest';
import { filesIn, importsOf, isOurs, read, roomOf, SOURCE } from './repository.ts';

/** Room → the rooms it may import (its own always). What has no line may import nothing of ours; `*` may import every room but tests. */
const MAY_IMPORT: Record<string, readonly string[] | '*'> = {
  course: [],
  labs: [],
  site: ['runner/protocol', 'labs', 'course'],

  'runner/protocol': [],
  'runner/bootstrap': [],
  'runner/words': ['runner/protocol'],
  'runner/log.ts': [],
  'runner/settings': ['runner/words', 'runner/protocol'],
  'runner/settings.ts': ['runner/settings', 'runner/words', 'runner/protocol'],
  'runner/store': ['runner/words', 'runner/protocol'],
  'runner/machines': ['labs', 'runner/protocol'],
  'runner/labs': ['labs', 'runner/settings', 'runner/protocol'],
  'runner/internet': ['runner/terminal', 'runner/machines', 'runner/protocol'],
  'runner/glass': ['runner/internet', 'runner/machines', 'runner/log.ts', 'runner/protocol'],
  'runner/terminal': ['runner/machines', 'runner/protocol'],
  'runner/checks': ['labs', 'runner/labs', 'runner/machines', 'runner/protocol'],
  'runner/workshop': [
    ...['labs', 'runner/labs', 'runner/checks', 'runner/terminal', 'runner/machines'],
    ...['runner/internet', 'runner/store', 'runner/protocol'],
  ],
  'runner/classroom': ['runner/workshop', 'runner/store', 'runner/words', 'runner/protocol'],
  'runner/http': [
    ...['runner/classroom', 'runner/glass'],
    ...['runner/workshop', 'runner/terminal', 'runner/store', 'runner/protocol'],
    ...['runner/internet', 'runner/words', 'runner/settings.ts', 'runner/log.ts'],
  ],
  'runner/start': ['runner/bootstrap', 'runner/machines', 'runner/words', 'runner/protocol'],
  'runner/doctor': [
    ...[
      'labs',
      'runner/bootstrap',
      'runner/start',
      'runner/machines',
      'runner/settings',
      'runner/settings.ts',
    ],
    ...['runner/store', 'runner/words', 'runner/protocol', 'runner/workshop', 'runner/checks'],
  ],
  'runner/purge': ['runner/start', 'runner/machines', 'runner/store', 'runner/words', 'runner/protocol'],
  'runner/author': '*',
  'runner/proof': '*',
  'runner/main.ts': '*',
  'runner/runner.ts': '*',
  'runner/internet-maker.ts': '*',
  'runner/disk-guard-maker.ts': '*',
  'runner/trainer-house.ts': '*',
  'runner/wiring.ts': '*',
  'runner/prepare.ts': ['runner/start', 'runner/machines', 'runner/protocol'],
};

const sources = ['course/', 'labs/', 'site/', 'runner/'].flatMap((folder) => filesIn(folder, ...SOURCE));

/** Sentences of the small Internet, and what fills them: plain data and text, said by its servers and by the pages' counters alike. */
const SHARED_SENTENCES = /^runner\/internet\/(registry|zone)\/(say|words(\.[a-z]{2})?)\.ts$/;

function isAllowed(from: string, to: string): boolean {
  if (from === to) return true;
  const allowed = MAY_IMPORT[from] ?? [];
  return allowed === '*' ? to !== 'tests' : allowed.includes(to);
}

test('imports between rooms go one way', () => {
  const wrong = sources
    .flatMap(importsOf)
    .filter(({ file, target }) => isOurs(target) && !isAllowed(roomOf(file), roomOf(target)))
    .filter(({ file, target }) => !(roomOf(file) === 'site' && SHARED_SENTENCES.test(target)))
    .map(
      ({ file, line, target }) =>
        `${file}:${line} imports ${target}: ${roomOf(file)} may not import ${roomOf(target)}`,
    );
  expect(wrong).toEqual([]);
});

test('the table itself has no cycle', () => {
  const visiting = new Set<string>();
  const visit = (room: string, way: readonly string[]): string[] => {
    if (visiting.has(room)) return [[...way, room].join(' → ')];
    const next = MAY_IMPORT[room] ?? [];
    if (next === '*') return [];
    visiting.add(room);
    const found = next.flatMap((to) => visit(to, [...way, room]));
    visiting.delete(room);
    return found;
  };
  expect(Object.keys(MAY_IMPORT).flatMap((room) => visit(room, []))).toEqual([]);
});

test('a manifest of a lab imports define-lab.ts and nothing else', () => {
  const wrong = filesIn('labs/', '.ts')
    .filter((file) => /^labs\/[^/]+\/[^/]+\.ts$/.test(file))
    .flatMap(importsOf)
    .filter(({ target }) => target !== 'labs/define-lab.ts')
    .map(({ file, line, target }) => `${file}:${line} imports ${target}`);
  expect(wrong).toEqual([]);
});

test('the protocol stands on zod/mini alone: it runs in the page and in the runner', () => {
  const wrong = filesIn('runner/protocol/', '.ts')
    .flatMap(importsOf)
    .filter(({ target }) => !isOurs(target) && target !== 'zod/mini');
  expect(wrong).toEqual([]);
});

test('the rules of the registry and of zones know no machine, no clock and no disk', () => {
  const wrong = filesIn('runner/internet/', '.ts')
    .filter((file) => /^runner\/internet\/(registry|zone)\//.test(file))
    .flatMap(importsOf)
    .filter(({ target }) => !/^runner\/internet\/(registry|zone)\/|^node:(net|url|punycode)$/.test(target))
    .map(({ file, line, target }) => `${file}:${line} imports ${target}`);
  expect(wrong).toEqual([]);
});

test('sentences that pages say, too, need nothing but each other when they run', () => {
  const wrong = filesIn('runner/internet/', '.ts')
    .filter((file) => SHARED_SENTENCES.test(file))
    .flatMap((file) =>
      [...read(file).matchAll(/^import (?!type )[^;]*from '([^']+)'/gm)].map(
        ([, from]) => `${file}: ${from}`,
      ),
    )
    .filter((line) => !/(say|words(\.[a-z]{2})?)\.ts$/.test(line));
  expect(wrong).toEqual([]);
});

test('the bootstrap needs no package: it runs before any is installed', () => {
  const wrong = filesIn('runner/bootstrap/', '.mjs')
    .flatMap(importsOf)
    .filter(({ target }) => !isOurs(target) && !target.startsWith('node:'));
  expect(wrong).toEqual([]);
});
