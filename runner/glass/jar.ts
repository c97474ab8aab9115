// Where are the cookies that lab sites set? In a jar of the seat, on this side: its browser never sees them (RFC 6265, by tough-cookie).
import { type Cookie, CookieJar } from 'tough-cookie';
import { type LabAddress, urlOf } from './lab-address.ts';

/** Bounds of what sites may make us keep for one seat. */
const MAX_COOKIE = 4096;
const MAX_PER_ANSWER = 30;
const MAX_PER_DOMAIN = 60;
const MAX_DOMAINS = 60;

export interface Jar {
  /** Keeps what a site's answer sets. */
  take(from: LabAddress, setCookie: readonly string[]): void;
  /** Value of the Cookie header for a request. */
  for(to: LabAddress): string;
  /** What a script of the page may read: no HttpOnly cookie. */
  readable(at: LabAddress): string;
  /** A script of the page sets one; it can neither make nor replace an HttpOnly one (RFC 6265, 5.3). */
  fromScript(at: LabAddress, cookie: string): void;
}

export function createJar(): Jar {
  const jar = new CookieJar(undefined, { looseMode: true });
  /** Domain → keys of its cookies, both oldest first. */
  const kept = new Map<string, Map<string, Cookie>>();

  function set(text: string, at: LabAddress, http: boolean): void {
    if (text.length > MAX_COOKIE || /[^\t -~\u0080-\u00ff]/.test(text)) return;
    let cookie: Cookie | undefined;
    try {
      cookie = jar.setCookieSync(text, urlOf(at), { http, ignoreError: true });
    } catch {
      return;
    }
    if (!cookie?.domain) return;
    const mine = kept.get(cookie.domain) ?? new Map<string, Cookie>();
    kept.delete(cookie.domain);
    kept.set(cookie.domain, mine);
    const key = `${cookie.key} ${cookie.path}`;
    mine.delete(key);
    mine.set(key, cookie);
    if (mine.size > MAX_PER_DOMAIN) forget(mine);
    // The site that was quiet for longest.
    const [oldest] = kept;
    if (kept.size > MAX_DOMAINS && oldest) {
      while (oldest[1].size > 0) forget(oldest[1]);
      kept.delete(oldest[0]);
    }
  }

  function forget(mine: Map<string, Cookie>): void {
    const [oldest] = mine;
    if (!oldest) return;
    mine.delete(oldest[0]);
    const { domain, path, key } = oldest[1];
    if (domain && path) void jar.store.removeCookie(domain, path, key).catch(() => undefined);
  }

  const header = (at: LabAddress, http: boolean): string => {
    try {
      return jar.getCookieStringSync(urlOf(at), { http }).slice(0, 16 * 1024);
    } catch {
      return '';
    }
  };

  return {
    take: (from, setCookie) => {
      for (const text of setCookie.slice(0, MAX_PER_ANSWER)) set(text, from, true);
    },
    for: (to) => header(to, true),
    readable: (at) => header(at, false),
    fromScript: (at, cookie) => set(cookie, at, false),
  };
}
