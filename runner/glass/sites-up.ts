// Which of the class's sites answer now? Each name is knocked at, on both ports of the web, a few at a time, and remembered for a few seconds.
import type { Site } from '../protocol/glass.ts';
import type { GlassInternet } from './parts.ts';

const KNOCK_MS = 1_500;
const KEPT_MS = 5_000;
const TOGETHER = 8;
const MAX_SITES = 200;

export type NamedSite = Omit<Site, 'schemes'>;
const PORTS = { http: 80, https: 443 } as const;

/** Looks which sites are up. One look at a time per workshop, whoever asks. `now`: milliseconds. */
export function createSitesUp(now: () => number) {
  const looks = new Map<string, { at: number; sites: Promise<Site[]> }>();
  return (workshopId: string, internet: GlassInternet, named: readonly NamedSite[]): Promise<Site[]> => {
    const known = looks.get(workshopId);
    if (known && now() - known.at < KEPT_MS) return known.sites;
    const sites = look(internet, named.slice(0, MAX_SITES));
    looks.set(workshopId, { at: now(), sites });
    return sites;
  };
}

async function look(internet: GlassInternet, named: readonly NamedSite[]): Promise<Site[]> {
  const found: Site[] = [];
  for (let at = 0; at < named.length; at += TOGETHER)
    found.push(...(await Promise.all(named.slice(at, at + TOGETHER).map((one) => knock(internet, one)))));
  return found.filter(({ schemes }) => schemes.length > 0);
}

async function knock(internet: GlassInternet, site: NamedSite): Promise<Site> {
  const answers = await Promise.all(
    (['http', 'https'] as const).map(async (scheme) => {
      try {
        const { socket } = await internet.dialler.dial(site.name, PORTS[scheme], { timeoutMs: KNOCK_MS });
        socket.on('error', () => undefined).destroy();
        return [scheme];
      } catch {
        return [];
      }
    }),
  );
  return { ...site, schemes: answers.flat() };
}
