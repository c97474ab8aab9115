// How is the text of one option read? Each reader gives a value, or a problem that can be said in any language.
import { BlockList, isIP, isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import type { Words } from '../words/index.ts';

/** What readers must know of the machine. */
export interface MachineFacts {
  cwd: string;
  /** Its own IP addresses, loopback included. */
  addresses: readonly string[];
}

export type Problem = { problem: (words: Words) => string };
export type Parse = (
  text: string,
  about: { name: string; facts: MachineFacts },
) => { value: unknown } | Problem;

/** What was typed, cut and made printable. */
const show = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ').slice(0, 80);

export function wholeNumber(min: number, max: number): Parse {
  return (text, { name }) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return { value };
    return { problem: (words) => words['settings.not-a-number'](name, show(text), min, max) };
  };
}

const YES = new Set(['yes', 'y', 'oui', 'o', 'true', '1', 'on']);
const NO = new Set(['no', 'n', 'non', 'false', '0', 'off']);

export const yesOrNo: Parse = (text, { name }) => {
  const word = text.toLowerCase();
  if (YES.has(word)) return { value: true };
  if (NO.has(word)) return { value: false };
  return { problem: (words) => words['settings.not-yes-or-no'](name, show(text)) };
};

export function oneOf(
  known: readonly string[],
  key: 'settings.not-a-language' | 'settings.not-a-log',
): Parse {
  return (text, { name }) =>
    known.includes(text)
      ? { value: text }
      : { problem: (words) => words[key](name, show(text), known.join(', ')) };
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** 127.0.0.0/8 and ::1. */
export function isLoopback(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && LOOPBACK.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** This machine's own addresses, loopback included. */
export function localAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map((one) => one.address));
}

export const readAddress: Parse = (text, { name, facts }) => {
  const address = text === 'localhost' ? '127.0.0.1' : text;
  if (isIP(address) === 0) return { problem: (words) => words['settings.not-an-address'](name, show(text)) };
  const own =
    address === '0.0.0.0' || address === '::' || isLoopback(address) || facts.addresses.includes(address);
  if (own) return { value: address };
  const list = facts.addresses.slice(0, 6).join(', ');
  return { problem: (words) => words['settings.foreign-address'](name, show(text), list) };
};

export const readPublicUrl: Parse = (text, { name }) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain =
    url !== undefined &&
    /^https?:\/\//i.test(text) &&
    url.hostname !== '' &&
    url.username === '' &&
    url.password === '' &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '';
  return plain ? { value: url } : { problem: (words) => words['settings.not-a-url'](name, show(text)) };
};

export const readBlock: Parse = (text, { name }) => {
  const [address = '', size = '', ...rest] = text.split('/');
  const bits = /^\d{1,2}$/.test(size) ? Number(size) : 0;
  if (rest.length === 0 && isIPv4(address) && bits >= 8 && bits <= 20 && hostBitsAreZero(address, bits))
    return { value: text };
  return { problem: (words) => words['settings.not-a-block'](name, show(text)) };
};

/** A domain whose every name leads here; no wildcard sign, no port. */
export const readDomain: Parse = (text, { name }) => {
  const domain = text.toLowerCase().replace(/^\*\./, '');
  const good =
    domain.length <= 220 &&
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(domain);
  return good ? { value: domain } : { problem: (words) => words['settings.not-a-domain'](name, show(text)) };
};

/** `8100-8299`: first and last, both included. */
export const readPorts: Parse = (text, { name }) => {
  const parts = /^(\d{1,5})-(\d{1,5})$/.exec(text);
  const [first, last] = [Number(parts?.[1] ?? 0), Number(parts?.[2] ?? 0)];
  const good = first >= 1 && last <= 65_535 && first <= last;
  return good
    ? { value: [first, last] }
    : { problem: (words) => words['settings.not-ports'](name, show(text)) };
};

/** 198.18.1.0/15 names no block: its host part must be zero. */
function hostBitsAreZero(address: string, bits: number): boolean {
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return number % 2 ** (32 - bits) === 0;
}

export const readTitle: Parse = (text, { name }) => {
  const title = text.normalize('NFC').trim();
  const good = title.length >= 1 && title.length <= 80 && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(title);
  return good ? { value: title } : { problem: (words) => words['settings.not-a-title'](name) };
};

export const readPath: Parse = (text, { name, facts }) =>
  text.trim() === '' || text.includes('\0') || text.length > 1000
    ? { problem: (words) => words['settings.not-a-path'](name, show(text)) }
    : { value: resolve(facts.cwd, text) };
