// Do the counters find a sentence for everything that the runner may answer, with money and dates as the language writes them?
import { expect, test } from 'vitest';
import { OFFERS } from '../../../runner/internet/offers.ts';
import { en as registryEn } from '../../../runner/internet/registry/words.en.ts';
import { fr as registryFr } from '../../../runner/internet/registry/words.fr.ts';
import { en as zoneEn } from '../../../runner/internet/zone/words.en.ts';
import { fr as zoneFr } from '../../../runner/internet/zone/words.fr.ts';
import { saysOf } from '../../../site/src/counters/says.ts';
import { en } from '../../../site/src/words/counters.en.ts';
import { fr } from '../../../site/src/words/counters.fr.ts';
import { filesIn, read } from '../../rules/repository.ts';

const LANGUAGES = [
  { language: 'fr', says: saysOf(fr, registryFr, zoneFr) },
  { language: 'en', says: saysOf(en, registryEn, zoneEn) },
];

/** Codes that the counters themselves refuse with, read from their source: `code: '…'` and `no('…'`. */
const OWN_CODES = [
  'runner/internet/counters.ts',
  'runner/internet/hosting-desk.ts',
  ...filesIn('runner/internet/counters/', '.ts'),
  ...filesIn('runner/internet/hosting/', '.ts'),
].flatMap((file) => [...read(file).matchAll(/(?:code: |\bno\()'([a-z-]+)'/g)].map(([, code]) => code ?? ''));

test('there are codes to say', () => {
  expect(OWN_CODES).toEqual(
    expect.arrayContaining(['no-money', 'zone-changed', 'host-taken', 'server-state']),
  );
});

test.each(LANGUAGES)('$language: every refusal of the counters has a sentence of its own', ({ says }) => {
  const silent = OWN_CODES.filter((code) => !Object.hasOwn(says.words.problems, code));
  expect(silent).toEqual([]);
});

test.each(LANGUAGES)(
  '$language: refusals of the registry and of zones are said in its words',
  ({ language, says }) => {
    const taken = says.problem({ code: 'taken', params: { name: 'camille-exemple.fr' } });
    const wrong = says.problem({ code: 'address-not-ipv4', params: { value: 'bonjour' } });
    const label = says.problem({ code: 'label-character', params: { character: ';' } });
    expect(taken).toContain('camille-exemple.fr');
    expect(taken).toContain(language === 'fr' ? 'déjà pris' : 'taken');
    expect(wrong).toContain('bonjour');
    expect(label).toContain(';');
  },
);

test.each(LANGUAGES)('$language: a code that this page does not know yet is still answered', ({ says }) => {
  expect(says.problem({ code: 'from-the-future', params: {} })).toBe(says.words.problems.unknown);
});

test('money and states in a sentence are written as the language writes them', () => {
  const [french, english] = LANGUAGES.map(({ says }) => says);
  const poor = { code: 'no-money', params: { price: 700, balance: 125_050 } };
  expect(french?.problem(poor)).toMatch(/7,00\s€ .* 1\s250,50\s€/);
  expect(english?.problem(poor)).toMatch(/€7\.00 .* €1,250\.50/);
  const off = { code: 'server-state', params: { host: 'mon-serveur', state: 'off' } };
  expect(french?.problem(off)).toContain('éteint');
  expect(french?.day(Date.parse('2026-03-02T09:00:00Z'))).toBe('2 mars 2026');
});

test('several problems of a zone each name their line', () => {
  const [french] = LANGUAGES.map(({ says }) => says);
  const twice = { code: 'record-twice', params: { owner: 'www', type: 'A' } };
  expect(french?.problems([{ ...twice, index: 2 }])).not.toContain('Ligne');
  expect(
    french?.problems([
      { ...twice, index: 2 },
      { ...twice, index: 4 },
    ]),
  ).toMatch(/Ligne 3\s.*Ligne 5\s/);
});

test.each(LANGUAGES)('$language: every offer is presented, and nothing else', ({ says }) => {
  expect(Object.keys(says.words.offers).sort()).toEqual(OFFERS.map(({ id }) => id).sort());
});
