// Does every refusal have a sentence in both languages, made from its facts?
import { expect, it } from 'vitest';
import type { RegistryCommand } from '../../../../../runner/internet/registry/commands.ts';
import { fictionalHolder } from '../../../../../runner/internet/registry/holder.ts';
import { TLDS } from '../../../../../runner/internet/registry/tlds.ts';
import { en } from '../../../../../runner/internet/registry/words.en.ts';
import { fr } from '../../../../../runner/internet/registry/words.fr.ts';
import { sayRefusal } from '../../../../../runner/internet/registry/words.ts';
import { en as zoneEn } from '../../../../../runner/internet/zone/words.en.ts';
import { fr as zoneFr } from '../../../../../runner/internet/zone/words.fr.ts';
import { Bench, NOW } from './helpers.ts';

it('the two languages have the same keys', () => {
  expect(shape(en)).toEqual(shape(fr));
  expect(shape(zoneEn)).toEqual(shape(zoneFr));
});

it('every TLD is told in both languages', () => {
  for (const { zone } of TLDS) {
    expect(fr.tlds[zone]).toBeDefined();
    expect(en.tlds[zone]).toBeDefined();
  }
});

it.each([
  ['gouv.fr', 'gouv.fr n’est pas proposé.'],
  ['a;b.fr', 'Le caractère «\u00a0;\u00a0» n’est pas accepté ici.'],
  ['exemple.fr', 'exemple.fr est déjà pris.'],
  ['mon-exemple', 'Essayez mon-exemple.fr'],
  ['mon-exemple.ru', '.fr, .eu, .org, .com, .net, .paris ou .info'],
])('%s is refused with a sentence that helps', (name, part) => {
  const command: RegistryCommand = {
    type: 'register',
    seat: 's',
    name,
    years: 1,
    holder: fictionalHolder('Camille Exemple'),
  };
  const refusal = new Bench().refuses(command);
  expect(sayRefusal(fr, refusal)).toContain(part);
  expect(sayRefusal(en, refusal)).not.toBe(sayRefusal(fr, refusal));
});

it('dates are written as people write them', () => {
  const params = { name: 'mon-exemple.com', until: NOW };
  expect(sayRefusal(fr, { code: 'transfer-too-early', params })).toContain('22 novembre 2026');
  expect(sayRefusal(en, { code: 'transfer-too-early', params })).toContain('22 November 2026');
});

it('French is spaced as French: no plain space before ; : ! ? nor inside « »', () => {
  for (const sentence of sentences(fr).concat(sentences(zoneFr))) expect(sentence).not.toMatch(/ [;:!?»]|« /);
});

function shape(words: object): string[] {
  return Object.entries(words)
    .flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? shape(value).map((deeper) => `${key}.${deeper}`)
        : [`${key}:${typeof value}`],
    )
    .sort();
}

/** Sentences as written, functions by their source with what they fill in taken out. */
function sentences(words: object): string[] {
  return Object.values(words).flatMap((value): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value !== 'function') return sentences(value);
    let source = String(value);
    while (/\$\{[^{}]*\}/.test(source)) source = source.replace(/\$\{[^{}]*\}/g, 'X');
    return [...source.matchAll(/'([^']{12,})'|`([^`]{12,})`/g)].map((found) => found[1] ?? found[2] ?? '');
  });
}
