// Which labels and names does the registry read, and which does it refuse with a reason that helps?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EUROPEAN_LATIN, FRENCH } from '../../../../../runner/internet/registry/alphabets.ts';
import { readLabel } from '../../../../../runner/internet/registry/label.ts';
import { readName } from '../../../../../runner/internet/registry/name.ts';
import { DEFAULT_RULES, withSuffix } from '../../../../../runner/internet/registry/rules.ts';

const FR = { minLength: 1, alphabet: FRENCH };
const label = (text: string) => readLabel(text, FR);
const code = (text: string) => {
  const verdict = label(text);
  return verdict.ok ? verdict.ascii : verdict.code;
};
const name = (text: string) => {
  const verdict = readName(text, DEFAULT_RULES);
  return verdict.ok ? verdict.ascii : verdict.code;
};

describe('a label', () => {
  it.each([
    ['mon-exemple', 'mon-exemple'],
    ['MON-Exemple', 'mon-exemple'],
    ['2027', '2027'],
    ['a', 'a'],
    ['élue-exemple', 'xn--lue-exemple-99a'],
    ['e\u0301lue-exemple', 'xn--lue-exemple-99a'],
    ['XN--lue-exemple-99A', 'xn--lue-exemple-99a'],
  ])('%s is read as %s', (typed, ascii) => expect(code(typed)).toBe(ascii));

  it.each([
    ['', 'label-empty'],
    ['a;b', 'label-character'],
    ['*', 'label-wildcard'],
    ['_dmarc', 'label-underscore'],
    ['mon exemple', 'label-space'],
    ['-exemple', 'label-hyphen-edge'],
    ['exemple-', 'label-hyphen-edge'],
    ['ab--cd', 'label-hyphens-3-4'],
    ['a\n$INCLUDE', 'label-control-character'],
    ['a\0b', 'label-control-character'],
    ['a\u202eb', 'label-control-character'],
    ['a\u200bb', 'label-control-character'],
    ['\ud800', 'label-control-character'],
    ['pаypal', 'label-mixed-scripts'],
    ['россия', 'label-character'],
    ['ñandú', 'xn--and-6ma2c'],
    ['łódź', 'label-character'],
    ['exemple😀', 'label-character'],
    ['xn--', 'label-a-label'],
    ['xn--a', 'label-a-label'],
    ['xn--80ak6aa92e', 'label-a-label'],
    ['xn--abc-', 'label-a-label'],
    ['$TTL', 'label-character'],
    ['a.b', 'label-character'],
    ['__proto__', 'label-underscore'],
    ['ｅxemple', 'label-character'],
  ])('%j gives %s', (typed, expected) => expect(code(typed)).toBe(expected));

  it('has at most 63 octets as the DNS writes it, accents included', () => {
    expect(code('a'.repeat(63))).toBe('a'.repeat(63));
    for (const long of ['a'.repeat(64), 'a'.repeat(300), 'é'.repeat(62), 'a'.repeat(1e6)])
      expect(code(long)).toBe('label-too-long');
  });

  it('takes the letters of its own registry: ł is not French, but is European', () => {
    expect(readLabel('łódź', { minLength: 2, alphabet: EUROPEAN_LATIN }).ok).toBe(true);
  });

  it('takes each of the 30 letters of .fr alone, and gives it back', () => {
    const letters = [...FRENCH.letters];
    expect(letters).toHaveLength(30);
    for (const letter of letters) expect(label(letter)).toMatchObject({ ok: true, unicode: letter });
  });

  it('whatever is typed: what is accepted is LDH of at most 63 octets, and stable when read again', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80, size: 'max' }),
      fc.string({ unit: fc.constantFrom(...'abz09-éœß;*_. \n"\\$()@xn'), maxLength: 80, size: 'max' }),
      fc.string({ unit: fc.constantFrom(...'abcé0-'), maxLength: 70 }),
      fc.string({ unit: fc.constantFrom(...'abc019-'), maxLength: 20 }).map((rest) => `xn--${rest}`),
    );
    fc.assert(
      fc.property(typed, (text) => {
        for (const alphabet of [FRENCH, EUROPEAN_LATIN]) {
          const rules = { minLength: 1, alphabet };
          const verdict = readLabel(text, rules);
          if (!verdict.ok) continue;
          expect(verdict.ascii).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
          expect(readLabel(verdict.ascii, rules)).toEqual(verdict);
          expect(readLabel(verdict.unicode, rules)).toEqual(verdict);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a name', () => {
  it.each([
    [' Mon-Exemple.FR. ', 'mon-exemple.fr'],
    ['mon-exemple.paris', 'mon-exemple.paris'],
    ['', 'name-empty'],
    ['   ', 'name-empty'],
    ['mon-exemple', 'name-without-tld'],
    ['a;b', 'label-character'],
    ['mon-exemple.ru', 'tld-unknown'],
    ['mon-exemple.<b>', 'tld-unknown'],
    ['www.mon-exemple.fr', 'name-too-deep'],
    ['*.mon-exemple.fr', 'label-wildcard'],
    ['a;b.mon-exemple.fr', 'label-character'],
    ['..fr', 'label-empty'],
    ['.fr', 'label-empty'],
    ['fr', 'name-is-a-tld'],
    ['http://mon-exemple.fr/', 'name-is-an-address'],
    ['moi@mon-exemple.fr', 'name-is-an-address'],
    ['mon-exemple.fr\n$INCLUDE /etc/passwd', 'name-is-an-address'],
    ['mon-exemple\n$INCLUDE x.fr', 'label-control-character'],
    ['a.com', 'label-too-short'],
    ['a.fr', 'a.fr'],
  ])('%j gives %s', (typed, expected) => expect(name(typed)).toBe(expected));

  it('that is too long is refused, however long', () => {
    expect(name(`${'a'.repeat(300)}.fr`)).toBe('label-too-long');
    for (const long of ['a.'.repeat(1000), 'x'.repeat(1e6)]) expect(name(long)).toBe('name-too-long');
  });

  it('says which name to register when a host was typed', () => {
    expect(readName('www.mon-exemple.fr', DEFAULT_RULES)).toMatchObject({
      params: { registrable: 'mon-exemple.fr' },
    });
  });

  it('moves under the suffix when there is one', () => {
    const rules = withSuffix(DEFAULT_RULES, '.test');
    expect(readName('mon-exemple.fr.test', rules)).toMatchObject({ ok: true, ascii: 'mon-exemple.fr.test' });
    expect(readName('mon-exemple.fr', rules)).toMatchObject({ ok: false, code: 'tld-unknown' });
  });
});
