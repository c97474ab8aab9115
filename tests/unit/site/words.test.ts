// Does every refusal get its own sentence, and does every page have its twin in the other language?
import { describe, expect, test, vi } from 'vitest';
import { LANGUAGES } from '../../../runner/protocol/api.ts';
import { REFUSALS } from '../../../runner/protocol/refusals.ts';
import { PAGES, samePageIn } from '../../../site/src/furniture/page-paths.ts';
import { sentenceFor } from '../../../site/src/terminal/runner-client.ts';
import { fill } from '../../../site/src/words/fill.ts';
import { wordsFor } from '../../../site/src/words/index.ts';

describe.each(LANGUAGES)('%s', (language) => {
  const { client } = wordsFor(language);
  test.each(Object.keys(REFUSALS))('%s is said in a sentence', (code) => {
    expect(sentenceFor({ code }, client)).toMatch(/^\p{Lu}.{15,}[.!?]$/u);
    expect(sentenceFor({ code }, client)).not.toContain(code);
  });
  test('a refusal with a delay says how long, in whole seconds', () => {
    expect(sentenceFor({ code: 'too-many-attempts', retryAfter: 11.2 }, client)).toContain('12 s');
  });
  test('an unknown code and silence are said too, without the code', () => {
    for (const code of ['no-answer', 'no-runner', 'something-new'])
      expect(sentenceFor({ code }, client)).toBe(client.noAnswer);
  });
});

test('sentences are filled, and a forgotten value is seen', () => {
  expect(fill('{done} sur {total}', { done: 1, total: 9 })).toBe('1 sur 9');
  expect(fill('{oublié} {perdu}', {})).toBe('{oublié} {perdu}');
  expect(fill('{a}', { a: '$& {a}' })).toBe('$& {a}');
});

test('a noun goes with its number, as the language of the page counts', () => {
  const say = (n: number | string) => fill('{n} {n:cœur|cœurs}', { n });
  expect([0, '0,5', 1, 2].map(say)).toEqual(['0 cœur', '0,5 cœur', '1 cœur', '2 cœurs']);
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  expect([0, 1, 2].map(say)).toEqual(['0 cœurs', '1 cœur', '2 cœurs']);
  vi.unstubAllGlobals();
  expect(fill('{n:un|des}', {})).toBe('{n:un|des}');
});

describe('the same page in another language', () => {
  test.each([
    ['en', '/premiers-pas/terminal/', '/en/premiers-pas/terminal/'],
    ['fr', '/en/premiers-pas/terminal/', '/premiers-pas/terminal/'],
    ['en', '/rejoindre/', '/en/join/'],
    ['fr', '/en/trainer/', '/formateur/'],
    ['fr', '/en/', '/'],
    ['en', '/', '/en/'],
    ['fr', '/energie/', '/energie/'],
    ['fr', '/en/404/', '/'],
  ] as const)('%s of %s is %s', (language, path, twin) => {
    expect(samePageIn(language, path)).toBe(twin);
  });
  test('of notes that exist in one language only it is their list', () => {
    const inFrench = (id: string) => id === 'fr/a/b';
    expect(samePageIn('en', '/formateur/notes/a/b/', '/', inFrench)).toBe('/en/trainer/notes/');
    expect(samePageIn('fr', '/en/trainer/notes/a/b/', '/', inFrench)).toBe('/formateur/notes/a/b/');
  });
  test('there and back is the same page', () => {
    for (const page of Object.values(PAGES))
      expect(samePageIn('fr', samePageIn('en', page.fr))).toBe(page.fr);
  });
});
