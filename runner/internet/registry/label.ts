// Is this text a label that a registry may accept, and how is it written in the DNS (RFC 1035, 5890 to 5893)?
import { domainToASCII, domainToUnicode } from 'node:url';
import type { Alphabet } from './alphabets.ts';

/** Longest label in octets, as written in the DNS (RFC 1035, 2.3.4). */
export const MAX_LABEL_OCTETS = 63;

export interface LabelRules {
  /** Fewest characters, as a person reads them. */
  minLength: number;
  alphabet: Alphabet;
}

type None = Record<never, never>;

/** Why a label is refused, with what a sentence about it needs. */
export interface LabelRefusals {
  'label-empty': None;
  'label-too-short': { length: number; min: number };
  /** Length in octets of the form used in the DNS. */
  'label-too-long': { length: number; max: number };
  'label-control-character': { character: string };
  'label-space': None;
  'label-wildcard': None;
  'label-underscore': None;
  'label-character': { character: string };
  /** A letter of another alphabet among Latin ones: the trick of look-alike names. */
  'label-mixed-scripts': { character: string };
  'label-hyphen-edge': None;
  /** Hyphens in third and fourth place are kept for `xn--` (RFC 5891, 4.2.3.1). */
  'label-hyphens-3-4': None;
  /** Begins with `xn--` but is not the ASCII form of any name that this registry accepts. */
  'label-a-label': None;
}

export type LabelRefusal = {
  [C in keyof LabelRefusals]: { code: C; params: LabelRefusals[C] };
}[keyof LabelRefusals];
export type LabelVerdict = { ok: true; ascii: string; unicode: string } | ({ ok: false } & LabelRefusal);

/** A character as it may be shown in a sentence: itself when it is visible, `U+XXXX` when it is not. */
export function showCharacter(character: string): string {
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character;
  const point = character.codePointAt(0) ?? 0;
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Reads one label as a person typed it (any case, accents, or its `xn--` form).
 * Gives its form in the DNS (`ascii`) and the form to show (`unicode`), or the reason for refusing it.
 */
export function readLabel(input: string, rules: LabelRules): LabelVerdict {
  if (input === '') return refuse('label-empty', {});
  // Far beyond any label: answered before any costly work, and never echoed.
  if (input.length > 4 * MAX_LABEL_OCTETS) return tooLong(input.length);
  const lower = input.normalize('NFC').toLowerCase().normalize('NFC');
  return lower.startsWith('xn--') ? readALabel(lower, rules) : readULabel(lower, rules);
}

function readALabel(ascii: string, rules: LabelRules): LabelVerdict {
  if (!/^[a-z0-9-]+$/.test(ascii)) return refuse('label-a-label', {});
  if (ascii.length > MAX_LABEL_OCTETS) return tooLong(ascii.length);
  const unicode = domainToUnicode(ascii);
  if (unicode === ascii || unicode === '') return refuse('label-a-label', {});
  const verdict = readULabel(unicode, rules);
  // RFC 5891, 5.4: an A-label is valid only if its U-label gives it back.
  if (!verdict.ok || verdict.ascii !== ascii) return refuse('label-a-label', {});
  return verdict;
}

function readULabel(unicode: string, rules: LabelRules): LabelVerdict {
  const bad = checkCharacters(unicode, rules.alphabet) ?? checkHyphens(unicode);
  if (bad) return bad;
  const length = [...unicode].length;
  if (length < rules.minLength) return refuse('label-too-short', { length, min: rules.minLength });
  // domainToASCII takes a label of digits for an address: only labels that need it go through it.
  const ascii = /^[a-z0-9-]+$/.test(unicode) ? unicode : domainToASCII(unicode);
  if (ascii.length > MAX_LABEL_OCTETS) return tooLong(ascii.length);
  if (!/^[a-z0-9-]+$/.test(ascii)) return refuse('label-character', { character: showCharacter(unicode) });
  return { ok: true, ascii, unicode };
}

function checkCharacters(label: string, alphabet: Alphabet): LabelVerdict | undefined {
  for (const character of label) {
    if (/^[a-z0-9-]$/.test(character) || alphabet.letters.includes(character)) continue;
    const shown = showCharacter(character);
    if (/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/u.test(character))
      return refuse('label-control-character', { character: shown });
    if (/\s/u.test(character)) return refuse('label-space', {});
    if (character === '*') return refuse('label-wildcard', {});
    if (character === '_') return refuse('label-underscore', {});
    const foreign = /\p{L}/u.test(character) && !/\p{Script=Latin}/u.test(character);
    if (foreign && /\p{Script=Latin}/u.test(label))
      return refuse('label-mixed-scripts', { character: shown });
    return refuse('label-character', { character: shown });
  }
  return undefined;
}

function checkHyphens(label: string): LabelVerdict | undefined {
  if (label.startsWith('-') || label.endsWith('-')) return refuse('label-hyphen-edge', {});
  if ([...label].slice(2, 4).join('') === '--') return refuse('label-hyphens-3-4', {});
  return undefined;
}

function refuse<C extends keyof LabelRefusals>(code: C, params: LabelRefusals[C]): LabelVerdict {
  return { ok: false, code, params } as { ok: false } & LabelRefusal;
}

function tooLong(length: number): LabelVerdict {
  return refuse('label-too-long', { length, max: MAX_LABEL_OCTETS });
}
