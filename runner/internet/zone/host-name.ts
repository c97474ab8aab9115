// Is this text a name as records use it, owners and targets, and how is it written in the DNS?
import { EUROPEAN_LATIN } from '../registry/alphabets.ts';
import { type LabelRefusal, readLabel, showCharacter } from '../registry/label.ts';
import { MAX_NAME_LENGTH } from '../registry/name.ts';

export interface HostNameOptions {
  /** `_dmarc`, `_acme-challenge`: names of services, not of machines (RFC 8552). */
  underscore: boolean;
  /** `*` as the whole first label (RFC 4592). */
  wildcard: boolean;
}

export type HostNameVerdict =
  | { ok: true; ascii: string }
  | { ok: false; why: 'empty' | 'too-long' | 'web-address' | 'mail-address' | 'address' | 'empty-label' }
  | { ok: false; why: 'label'; label: LabelRefusal };

const RULES = { minLength: 1, alphabet: EUROPEAN_LATIN };

/** Reads an absolute name, with or without final dot; gives lower-case ASCII labels without final dot. */
export function readHostName(input: string, options: HostNameOptions): HostNameVerdict {
  const text = input.trim().replace(/\.$/, '');
  if (text === '') return { ok: false, why: 'empty' };
  if (text.length > 4 * MAX_NAME_LENGTH) return { ok: false, why: 'too-long' };
  if (/^[a-z]+:\/\/|\//i.test(text)) return { ok: false, why: 'web-address' };
  if (text.includes('@')) return { ok: false, why: 'mail-address' };
  // Nothing that ends in a number is a name: it would be taken for an address.
  if (/^[0-9.]+$/.test(text) || text.includes(':')) return { ok: false, why: 'address' };
  const labels: string[] = [];
  for (const [index, label] of text.split('.').entries()) {
    const read = readOneLabel(label, index === 0, options);
    if (typeof read !== 'string') return read;
    labels.push(read);
  }
  const ascii = labels.join('.');
  return ascii.length > MAX_NAME_LENGTH ? { ok: false, why: 'too-long' } : { ok: true, ascii };
}

function readOneLabel(label: string, first: boolean, options: HostNameOptions): string | HostNameVerdict {
  if (label === '') return { ok: false, why: 'empty-label' };
  if (label === '*' && first && options.wildcard) return label;
  if (options.underscore && label.startsWith('_')) {
    const lower = label.toLowerCase();
    if (/^_[a-z0-9]([a-z0-9_-]*[a-z0-9])?$/.test(lower) && lower.length <= 63) return lower;
    const odd = [...label].find((character) => !/[a-z0-9_-]/i.test(character)) ?? '_';
    return {
      ok: false,
      why: 'label',
      label: { code: 'label-character', params: { character: showCharacter(odd) } },
    };
  }
  const verdict = readLabel(label, RULES);
  if (verdict.ok) return verdict.ascii;
  const { ok: _, ...refusal } = verdict;
  return { ok: false, why: 'label', label: refusal };
}
