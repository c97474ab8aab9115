// Is a lesson that one read found again in every language, and in whatever folder the site stands? Do sizes stay within their steps?
import { expect, test } from 'vitest';
import { lessonAt, nextSize, SIZES } from '../../../site/src/comfort/preferences.ts';

test.each([
  ['/premiers-pas/terminal/', '/', 'premiers-pas/terminal'],
  ['/en/premiers-pas/terminal/', '/', 'premiers-pas/terminal'],
  ['/x/en/premiers-pas/terminal/', '/x/', 'premiers-pas/terminal'],
  ['/premiers-pas/', '/', undefined],
  ['/premiers-pas/terminal/diapos/', '/', undefined],
  ['/', '/', undefined],
])('%s (site at %s)', (path, base, lesson) => expect(lessonAt(path, base)).toBe(lesson));

test('the text grows and shrinks step by step, and stops at the ends', () => {
  expect(nextSize(1, 1)).toBe(1.15);
  expect(nextSize(1, -1)).toBe(0.9);
  expect(nextSize(SIZES.at(-1) ?? 0, 1)).toBe(SIZES.at(-1));
  expect(nextSize(0.9, -1)).toBe(0.9);
  expect(nextSize(7, 1)).toBe(1.15);
});
