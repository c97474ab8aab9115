// Is this a good pseudonym, and which others would pass for it? One that can be read aloud, that hides nothing, and that nobody takes for the trainer.
import { MAX_PSEUDONYM_GRAPHEMES } from '../protocol/limits.ts';
import { Refusal } from '../protocol/refusals.ts';
import { skeleton } from './look-alikes.ts';

export interface Pseudonym {
  /** As shown: NFC, trimmed, one space between words. */
  text: string;
  /** The same for two pseudonyms that people would confuse. */
  fold: string;
}

/** Signs in one grapheme: a family of four with skin tones has 11; a letter under a pile of accents (which covers the lines above) has more. */
const MAX_SIGNS_PER_GRAPHEME = 11;
const MAX_MARKS_PER_LETTER = 3;

/** Controls, formatting and direction signs, lone surrogates, unassigned and private signs, invisible fillers, line separators. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
const EMOJI = /^\p{RGI_Emoji}$/v;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Names of those who lead or of the system itself; compared after `skeleton`, so that « Fоrmateur » with a Cyrillic о is among them. */
const RESERVED = new Set(
  [
    'formateur',
    'formatrice',
    'formateurs',
    'formatrices',
    'formateurrice',
    'formation',
    'animateur',
    'animatrice',
    'enseignant',
    'enseignante',
    'professeur',
    'professeure',
    'prof',
    'moderateur',
    'moderatrice',
    'admin',
    'admins',
    'administrateur',
    'administratrice',
    'administrator',
    'administration',
    'trainer',
    'trainers',
    'teacher',
    'instructor',
    'moderator',
    'host',
    'systeme',
    'system',
    'sysadmin',
    'root',
    'support',
    'assistance',
    'boite',
    'runner',
    'undefined',
    'null',
  ].map(skeleton),
);

/** Long enough that no honest name contains them; the last is how pages call somebody who leads and gave no name. */
const RESERVED_INSIDE = ['formateur', 'formatrice', 'administrat', 'quianime'].map(skeleton);

/**
 * Reads a pseudonym as typed; throws `Refusal` `pseudonym-unreadable` (empty, over MAX_PSEUDONYM_GRAPHEMES, hidden signs, nothing to read aloud,
 * Latin mixed with another script in one word) or `pseudonym-reserved`.
 */
export function readPseudonym(typed: string): Pseudonym {
  if (!typed.isWellFormed()) throw new Refusal('pseudonym-unreadable');
  const text = typed
    .normalize('NFC')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim();
  if (!isReadable(text)) throw new Refusal('pseudonym-unreadable');
  if (isReserved(text)) throw new Refusal('pseudonym-reserved');
  if (mixesScripts(text)) throw new Refusal('pseudonym-unreadable');
  return { text, fold: foldPseudonym(text) };
}

function isReadable(text: string): boolean {
  // A cheap bound first: cutting a megabyte into graphemes would be work for nothing.
  if (text.length > MAX_PSEUDONYM_GRAPHEMES * MAX_SIGNS_PER_GRAPHEME * 2) return false;
  const graphemes = Array.from(
    new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text),
    (s) => s.segment,
  );
  return (
    graphemes.length >= 1 &&
    graphemes.length <= MAX_PSEUDONYM_GRAPHEMES &&
    graphemes.every(isVisible) &&
    LETTER_OR_DIGIT.test(text)
  );
}

function isVisible(grapheme: string): boolean {
  if (EMOJI.test(grapheme)) return true;
  return !HIDDEN.test(grapheme) && (grapheme.match(/\p{M}/gu)?.length ?? 0) <= MAX_MARKS_PER_LETTER;
}

/** Digits that stand for letters in « 4dmin »; not part of the fold, for « Anne 4 » is not « Annea ». */
const LEET: Readonly<Record<string, string>> = { '3': 'e', '4': 'a', '5': 's', '7': 't', '9': 'g' };

function isReserved(text: string): boolean {
  const bones = skeleton(text).replaceAll('rn', 'm').replaceAll('vv', 'w');
  const straight = skeleton(text);
  const leet = straight.replace(/[34579]/g, (digit) => LEET[digit] ?? digit);
  return [straight, bones, leet].some((name) => {
    const words = name.split(/[^\p{L}]+/u).filter(Boolean);
    const joined = words.join('');
    const candidates = [...words, joined, name.replace(/[^\p{L}\p{N}]/gu, '')];
    return (
      candidates.some((word) => RESERVED.has(word)) || RESERVED_INSIDE.some((word) => joined.includes(word))
    );
  });
}

/** Latin beside Cyrillic, Greek or any other script in one word is how a look-alike is made, and never how a name is written. */
function mixesScripts(text: string): boolean {
  return text
    .split(/[^\p{L}\p{M}]+/u)
    .some(
      (word) =>
        /\p{Script=Latin}/u.test(word) &&
        /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(word),
    );
}

/** Letters, digits and emoji of the skeleton: spaces and punctuation do not make two names different. */
function foldPseudonym(text: string): string {
  return skeleton(text).replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '');
}
