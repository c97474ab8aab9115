// Which tokens does a browser bring, and how is it given one? RFC 6265 section 4; values are tokens, which need no quoting.

/** Seconds that a browser keeps a token: a séance of several afternoons; the token dies with its seat anyway. */
const MAX_AGE_SECONDS = 30 * 24 * 3600;

/**
 * More values than one name can have honestly: ours comes last, after those that a page on another port of this host put in our way,
 * one per part of the path and spelling.
 */
const MAX_VALUES = 40;

export type CookieName = 'boite_seat' | 'boite_trainer';

/** Over https the `__Host-` prefix keeps every other host and path from setting it. */
const fullName = (name: CookieName, secure: boolean): string => (secure ? `__Host-${name}` : name);

/** Every value sent under our name: a page on another port or path may have added one (« cookie tossing »), so each is tried. */
export function readCookies(header: string | undefined, name: CookieName, secure: boolean): string[] {
  const wanted = `${fullName(name, secure)}=`;
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(wanted))
    .map((pair) => pair.slice(wanted.length))
    .slice(0, MAX_VALUES);
}

const attributes = (secure: boolean): string =>
  `; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;

/** Value of a Set-Cookie header. */
export const setCookie = (name: CookieName, value: string, secure: boolean): string =>
  `${fullName(name, secure)}=${value}; Max-Age=${MAX_AGE_SECONDS}${attributes(secure)}`;

/** Value of a Set-Cookie header that makes the browser forget. */
export const forgetCookie = (name: CookieName, secure: boolean): string =>
  `${fullName(name, secure)}=; Max-Age=0${attributes(secure)}`;
