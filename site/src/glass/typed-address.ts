// What did the person mean by what they typed in the address bar? A name, an address, a whole URL: a path in the seat's own origin.

/** `camille-exemple.fr/blog` → `http://camille-exemple.fr/blog`; undefined when it can be no site. Without a scheme, http: a first site has no certificate yet. */
export function readTyped(text: string): URL | undefined {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return undefined;
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  const good = /^https?:$/.test(url.protocol) && /^[a-z0-9._-]+$/.test(url.hostname);
  return good ? url : undefined;
}

/** Where that page lives in the seat's origin. */
export const pathOf = (url: URL): string =>
  `/${url.protocol.slice(0, -1)}/${url.host}${url.pathname}${url.search}${url.hash}`;
