// Which value does a request's body carry? Strict UTF-8 and JSON, without the readings on which two parsers could differ.
import { Refusal } from '../protocol/refusals.ts';

/** Deeper than any request of ours (the deepest has one level). */
const MAX_DEPTH = 8;
const POISON = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a body; throws `Refusal` `bad-request` with a detail for developers that repeats nothing of the body. */
export function readJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw bad('not JSON (RFC 8259)', cause);
  }
  guardKeys(text);
  guardValues(value);
  return value;
}

const bad = (detail: string, _cause?: unknown): Refusal => new Refusal('bad-request', { detail });

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw bad('not UTF-8', cause);
  }
}

/** Walks over the tokens of text that is known to be JSON: depth, keys given twice, keys that touch prototypes. JSON.parse would let all pass. */
function guardKeys(text: string): void {
  const objects: (Set<string> | undefined)[] = [];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') {
      objects.push(token === '{' ? new Set() : undefined);
      if (objects.length > MAX_DEPTH) throw bad('nested too deep');
    } else if (token === '}' || token === ']') objects.pop();
    else if (isKey(text, index + token.length)) {
      const key = String(JSON.parse(token));
      const keys = objects.at(-1);
      if (POISON.has(key)) throw bad('key not allowed');
      if (keys?.has(key)) throw bad('key given twice');
      keys?.add(key);
    }
  }
}

/** A string is a key when a colon follows. */
function isKey(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return text.charAt(at) === ':';
}

/** Half a surrogate pair cannot be stored or compared, and NUL ends strings in too many places. Depth is bounded by now. */
function guardValues(value: unknown): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed() || value.includes('\0')) throw bad('text not well-formed');
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(guardValues);
}
