// Does every lesson that names a lab name one that exists, and show its steps in their order, in every language?
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadLabs } from '../../runner/labs/load-labs.ts';
import { filesIn, ROOT, read } from './repository.ts';

const labs = await loadLabs(join(ROOT, 'labs'));
const lessons = filesIn('course/', '.mdx').map((path) => {
  const text = read(path);
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  return { path, text, lab: /^lab:\s*(\S+)/m.exec(frontMatter)?.[1] };
});

test('there are lessons, and some have a lab where there are labs', () => {
  expect(lessons).not.toEqual([]);
  expect(lessons.some((lesson) => lesson.lab)).toBe(labs.size > 0);
});

test('every lab has a lesson in French; in a part of the course, a lab that another one continues may have stayed without', () => {
  const taught = lessons.filter(({ path }) => path.startsWith('course/fr/')).map(({ lab }) => lab);
  const isPart = existsSync(join(ROOT, 'course', 'origin.json'));
  const continued = isPart ? [...labs.values()].flatMap(({ manifest }) => manifest.after ?? []) : [];
  expect([...labs.keys()].filter((id) => !taught.includes(id) && !continued.includes(id))).toEqual([]);
});

describe.each(lessons.filter((lesson) => lesson.lab !== undefined))('$path', ({ path, text, lab }) => {
  test('its lab exists and its steps stand once each, in order', () => {
    const steps = [...text.matchAll(/<Step\s+id="([^"]+)"/g)].map((match) => match[1]);
    expect(labs.get(lab ?? '')?.manifest.steps.map((step) => step.id)).toEqual(steps);
  });

  test('its French and its other languages show the same commands', () => {
    const commandsOf = (file: string): string[] =>
      [...read(file).matchAll(/<Cmd[^>]*>([^<]+)<\/Cmd>/g)].map((match) => match[1] ?? '');
    const french = path.replace(/^course\/[a-z]+\//, 'course/fr/');
    expect(commandsOf(path)).toEqual(commandsOf(french));
  });
});
