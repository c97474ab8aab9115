// Is this text a name that one could register here: one good label under a TLD of the box?
import { type LabelRefusals, readLabel, showCharacter } from './label.ts';
import { type Rules, zoneName } from './rules.ts';
import type { Tld } from './tld.ts';

/** Longest name in the DNS as a person writes it (RFC 1035: 255 octets on the wire). */
export const MAX_NAME_LENGTH = 253;

type None = Record<never, never>;

export interface NameRefusals extends LabelRefusals {
  'name-empty': None;
  'name-too-long': { max: number };
  /** A web or mail address was typed where a name is asked. */
  'name-is-an-address': None;
  'name-without-tld': { word: string; firstZone: string; zones: string[] };
  'tld-unknown': { zone: string; zones: string[] };
  /** `www.exemple.fr`: one registers `exemple.fr` and makes the rest oneself. */
  'name-too-deep': { registrable: string };
  /** The TLD itself. */
  'name-is-a-tld': { zone: string };
}

export type NameRefusal = {
  [C in keyof NameRefusals]: { code: C; params: NameRefusals[C] };
}[keyof NameRefusals];

/** A name that its registry's syntax accepts; whether it is free or reserved is another question. */
export interface ReadName {
  /** Form in the DNS, without final dot: `xn--lphant-exemple-ikb.fr`. Always the key under which the registry knows it. */
  ascii: string;
  /** Form to show. */
  unicode: string;
  /** First label, in both forms. */
  label: string;
  unicodeLabel: string;
  tld: Tld;
}

export type NameVerdict = ({ ok: true } & ReadName) | ({ ok: false } & NameRefusal);

/** Reads a whole name as typed: any case, spaces around, final dot, accents; says what to do when it is not a name. */
export function readName(input: string, rules: Rules): NameVerdict {
  const text = input.trim().replace(/[.。]$/u, '');
  const zones = rules.tlds.map((tld) => zoneName(tld, rules));
  if (text === '') return refuse('name-empty', {});
  if (text.length > 4 * MAX_NAME_LENGTH) return refuse('name-too-long', { max: MAX_NAME_LENGTH });
  if (/^[a-z]+:\/\/|[/@?#]/i.test(text)) return refuse('name-is-an-address', {});
  const hidden = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/u.exec(text)?.[0];
  if (hidden !== undefined) return refuse('label-control-character', { character: showCharacter(hidden) });

  const lower = text.normalize('NFC').toLowerCase();
  if (zones.includes(lower)) return refuse('name-is-a-tld', { zone: lower });
  const tld = rules.tlds.find((each) => lower.endsWith(`.${zoneName(each, rules)}`));
  if (!tld) return withoutKnownTld(lower, zones, rules);
  return underTld(lower, tld, rules);
}

function withoutKnownTld(lower: string, zones: string[], rules: Rules): NameVerdict {
  const dot = lower.lastIndexOf('.');
  if (dot === -1) {
    // What is wrong with the label is said first: a TLD would not mend it.
    const first = rules.tlds[0];
    const label = first && readLabel(lower, { minLength: 1, alphabet: first.alphabet });
    if (label && !label.ok) return label;
    return refuse('name-without-tld', { word: lower, firstZone: zones[0] ?? '', zones });
  }
  const zone = lower.slice(dot + 1);
  return refuse('tld-unknown', { zone: [...zone].slice(0, 63).map(showCharacter).join(''), zones });
}

function underTld(lower: string, tld: Tld, rules: Rules): NameVerdict {
  const zone = zoneName(tld, rules);
  const labels = lower.slice(0, -zone.length - 1).split('.');
  const last = labels.at(-1) ?? '';
  const label = readLabel(last, tld);
  if (!label.ok) return label;
  const ascii = `${label.ascii}.${zone}`;
  if (ascii.length > MAX_NAME_LENGTH) return refuse('name-too-long', { max: MAX_NAME_LENGTH });
  const unicode = `${label.unicode}.${zone}`;
  if (labels.length > 1) {
    // `*.exemple.fr` and `a;b.exemple.fr` are wrong by their signs before they are by their depth.
    for (const deeper of labels) {
      const verdict = readLabel(deeper, tld);
      if (!verdict.ok && verdict.code !== 'label-too-short') return verdict;
    }
    return refuse('name-too-deep', { registrable: unicode });
  }
  return { ok: true, ascii, unicode, label: label.ascii, unicodeLabel: label.unicode, tld };
}

/** The name that one would register to hold this host: `ns1.exemple.fr` → `exemple.fr`; undefined outside the box's TLDs. */
export function registrableOf(host: string, rules: Rules): string | undefined {
  for (const tld of rules.tlds) {
    const zone = zoneName(tld, rules);
    if (!host.endsWith(`.${zone}`)) continue;
    const label = host
      .slice(0, -zone.length - 1)
      .split('.')
      .at(-1);
    return label ? `${label}.${zone}` : undefined;
  }
  return undefined;
}

function refuse<C extends keyof NameRefusals>(code: C, params: NameRefusals[C]): NameVerdict {
  return { ok: false, code, params } as { ok: false } & NameRefusal;
}
