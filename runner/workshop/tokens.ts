// How does a browser prove whose it is? By 256 random bits of which only the SHA-256 is kept.
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A new token: 32 random bytes in base64url, 43 signs. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Whether a text has the shape of a token; anything else is not worth a look-up. */
export const looksLikeToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** What is stored of a token. No salt or stretching: 256 random bits cannot be guessed back. */
export const hashToken = (token: string): Uint8Array => createHash('sha256').update(token).digest();

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An opaque name for a workshop or a seat: 12 letters and digits, 62 bits; it may appear in labels and logs. */
export const newId = (): string =>
  Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
