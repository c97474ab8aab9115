// Which pseudonyms are good, which are not, and which two are one to the eye?
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../../../runner/protocol/refusals.ts';
import { readPseudonym } from '../../../../runner/workshop/pseudonym.ts';

/** The text as accepted, or the code of the refusal. */
function read(typed: string): string {
  try {
    return readPseudonym(typed).text;
  } catch (error) {
    if (error instanceof Refusal) return `(${error.code})`;
    throw error;
  }
}
const fold = (typed: string) => readPseudonym(typed).fold;

test.each([
  'Camille',
  'Jean-Noël',
  'd’Artagnan',
  'José María',
  'Renard 🦊',
  'Famille 👨‍👩‍👧‍👦',
  'Мария',
  'Ελένη',
  '田中',
  'Zoë 2',
  'Badminton',
  'Entraîneuse',
  'Professionnelle',
  'عائشة',
  'é'.repeat(24),
])('%s is a good pseudonym', (name) => expect(read(name)).toBe(name));

test('spaces around and between are tidied, decomposed letters composed', () => {
  expect(read('  Camille \u00a0 \t B. ')).toBe('Camille B.');
  expect(read('Zoe\u0308')).toBe('Zoë');
});

test.each([
  ['nothing', ''],
  ['spaces', ' \u2003\t'],
  ['25 graphemes', 'e\u0301'.repeat(25)],
  ['a megabyte', 'a'.repeat(2 ** 20)],
  ['only an emoji', '🦊'],
  ['only punctuation', '…!?'],
  ['NUL', 'a\0b'],
  ['a line end', 'a\nb'],
  ['an escape sequence', '\u001b[31mCamille'],
  ['right to left', '\u202eellimaC'],
  ['an isolate', '\u2066Camille'],
  ['zero width', 'Ca\u200bmille'],
  ['a joiner outside an emoji', 'Ca\u200dmille'],
  ['a byte order mark', 'Ca\ufeffmille'],
  ['a soft hyphen', 'Ca\u00admille'],
  ['a Hangul filler', 'Camille\u3164'],
  ['a blank Braille cell', 'a\u2800b'],
  ['a lone surrogate', 'Camille\ud83e'],
  ['a private sign', 'Camille\ue000'],
  ['a pile of accents', `Z${'\u0336\u0350\u0357'.repeat(4)}oé`],
  ['Latin with a Cyrillic letter', 'Саmille'],
])('%s is unreadable', (_why, name) => expect(read(name)).toBe('(pseudonym-unreadable)'));

test.each([
  'Formateur',
  'FORMATRICE',
  'formateur·rice',
  'Le formateur',
  'f o r m a t e u r',
  'formateur2',
  'Formateur 2',
  'Admin',
  '@dmin',
  '4dmin',
  'Trainer',
  'Système',
  'SYSTEME',
  'syst3me',
  'root',
  'Fоrmateur',
  'Ｆormateur',
  '𝐚𝐝𝐦𝐢𝐧',
  'forrnateur',
  'fоrmаtеur',
  'administratrice',
  'La personne qui anime',
  'the trainer',
])('%s is reserved', (name) => expect(read(name)).toBe('(pseudonym-reserved)'));

test.each([
  ['Éléonore', 'eleonore'],
  ['Jean-Noël', 'jean noel'],
  ['Anna', 'Аnnа'.replace(/[Аа]/g, 'a')],
  ['Emil', 'EMI1'],
  ['Zoo', 'z00'],
  ['Мария', 'мария'],
  ['Straße', 'Strasse'],
])('%s and %s are one name', (a, b) => expect(fold(a)).toBe(fold(b)));

test.each([
  ['Camille', 'Camile'],
  ['Camille 1', 'Camille 2'],
  ['Renard 🦊', 'Renard 🐻'],
  ['田中', '田口'],
])('%s and %s are two names', (a, b) => expect(fold(a)).not.toBe(fold(b)));

test('whatever is typed is accepted or refused; what is accepted stays as it is when typed again, and hides nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const text = read(typed);
      if (text.startsWith('(pseudonym-')) return;
      expect(read(text)).toBe(text);
      expect(text).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
      expect(fold(text)).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});
