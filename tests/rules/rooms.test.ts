// Can a newcomer find the way? Each room has its README with the same four headings, each source file opens with what it is about.
import { describe, expect, test } from 'vitest';
import { OPTIONS } from '../../runner/settings/options.ts';
import { files, filesIn, ROOT, read } from './repository.ts';

const ROOMS = ['course', 'labs', 'site', 'runner', 'tests'];
const HEADINGS = [
  'What this room is for',
  'Where to start reading',
  'What it may use',
  'How to add one more',
];

describe.each(ROOMS)('%s', (room) => {
  test('has a README of one screen with the four headings', () => {
    const path = `${room}/README.md`;
    expect(files).toContain(path);
    const headings = [...read(path).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading?.trim());
    expect(headings).toEqual(expect.arrayContaining(HEADINGS));
    expect(read(path).split('\n').length).toBeLessThanOrEqual(80);
  });

  test('each source file opens with the question that it answers', () => {
    const silent = filesIn(`${room}/`, '.ts', '.mjs', '.mts').filter(
      (path) => !/^(#![^\n]*\n)?(\/\/ \S|\/\*\* ?\S)/.test(read(path)),
    );
    expect(silent).toEqual([]);
  });
});

test('the top level holds the five rooms and nothing unexpected', () => {
  const top = new Set(files.map((path) => path.split('/')[0] ?? ''));
  const expected = [...ROOMS, 'package.json', 'package-lock.json', 'tsconfig.json', 'LICENSE', 'README.md'];
  expect([...top].filter((name) => !name.startsWith('.')).sort()).toEqual(expected.sort());
});

test('the bootstrap knows the flags of the runner, no more and no fewer', async () => {
  const { RUNNER_FLAGS }: { RUNNER_FLAGS: Record<string, string> } = await import(
    `${ROOT}runner/bootstrap/flags.mjs`
  );
  const expected = Object.entries(OPTIONS).map(([name, option]) => [
    `--${name}`,
    option.takesValue ? 'value' : 'switch',
  ]);
  expect(Object.entries(RUNNER_FLAGS).sort()).toEqual(expected.sort());
});

test('every script of package.json has its program', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
  const missing = Object.values(scripts)
    .map((script) => /^node (\S+)$/.exec(script)?.[1])
    .filter((path) => path !== undefined && !files.includes(path));
  expect(missing).toEqual([]);
});
