// Where must a link of a page lead, so that it stays in the seat's origin? Relative, absolute and protocol-relative ones become paths of ours.
import { pathOf } from './lab-address.ts';

export type MapUrl = (text: string) => string;

/** Longest address that is worth a thought; longer ones are data or an attack. */
const MAX_URL = 64 * 1024;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Maps addresses found in a page whose own address (or `<base>`) is `base`. What is no address of a site stays as it is. */
export function urlMapper(base: string): MapUrl {
  const baseUrl = new URL(base);
  return (text) => {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.length > MAX_URL) return text;
    const scheme = OTHER_SCHEME.exec(trimmed)?.[0].toLowerCase();
    if (scheme !== undefined && scheme !== 'http:' && scheme !== 'https:') return text;
    const url = URL.parse(trimmed, baseUrl.href);
    return (url && pathOf(url)) ?? text;
  };
}

/** `a.png 1x, b.png 2x`: each address mapped. */
export function mapSrcset(text: string, map: MapUrl): string {
  return text
    .split(/,(?=\s|$)|(?<=\s[\d.]{1,12}[wxh]\s{0,10}),/)
    .map((candidate) => {
      const [address = '', ...size] = candidate.trim().split(/\s+/);
      return address === '' ? '' : [map(address), ...size].join(' ');
    })
    .filter((candidate) => candidate !== '')
    .join(', ');
}
