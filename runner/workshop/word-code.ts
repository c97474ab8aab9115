// How are codes made of words, and when are two of them the same to a person who types one?
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/french.js';

/** Draws a code of so many different French words (2,048 of them, so 11 bits each), e.g. « abaisser-menthe-piano ». */
export function drawWords(count: number): string {
  const words = new Set<string>();
  while (words.size < count) {
    const word = wordlist[randomInt(wordlist.length)];
    if (word !== undefined) words.add(word.normalize('NFC'));
  }
  return [...words].join('-');
}

/**
 * What remains of a code when everything that people get wrong is taken away: accents, case, spaces, hyphens, apostrophes, missing
 * separators, and the signs that look alike (0 and o, 1, l and i). No two words of the list become one by it.
 */
export function foldCode(typed: string): string {
  return typed
    .slice(0, 400)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('0', 'o')
    .replace(/[1l]/g, 'i')
    .replace(/[^a-z]/g, '');
}

/**
 * A test for one typed code: is this the right one? Takes the same time whatever was typed, for hashes of equal length are compared.
 */
export function codeMatcher(typed: string): (right: string) => boolean {
  const hash = (code: string) => createHash('sha256').update(foldCode(code)).digest();
  const typedHash = hash(typed);
  return (right) => timingSafeEqual(typedHash, hash(right));
}
