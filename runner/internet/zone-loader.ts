// How do zones get to the servers that answer from them? All zones of a server at once, only when they changed, never two loads at a time.
import { createHash } from 'node:crypto';
import { oneAtATime } from './one-at-a-time.ts';
import type { PublishedZones, ZoneTexts } from './published-zones.ts';
import type { ServerRoom } from './server-room.ts';
import { ZONES_OF, type ZoneServer } from './server-specs.ts';

export interface ZoneLoader {
  /** Gives a server its zones, whatever it had; resolves when it answers from them. @throws Error */
  fill(server: ZoneServer): Promise<void>;
  /** Gives every server what changed. Never rejects: what failed is tried again until it is given. */
  publish(): Promise<void>;
  close(): void;
}

const LOAD_MS = 30_000;
/** Milliseconds before a failed publication is tried again. */
const AGAIN_MS = 1_000;

export function createZoneLoader(parts: {
  room: ServerRoom;
  zones: () => PublishedZones;
  failed: (what: string, error: unknown) => void;
}): ZoneLoader {
  const { room } = parts;
  /** What each server has, as a hash. */
  const loaded = new Map<ZoneServer, string>();
  let timer: NodeJS.Timeout | undefined;

  async function load(server: ZoneServer): Promise<void> {
    const stdin = standardInput(parts.zones()[ZONES_OF[server]]);
    const print = createHash('sha256').update(stdin).digest('base64');
    if (loaded.get(server) === print) return;
    loaded.delete(server);
    await room.run(server, ['/usr/lib/boite/boite-zones'], { stdin, timeoutMs: LOAD_MS });
    loaded.set(server, print);
  }

  const publish = oneAtATime(async () => {
    const servers = (Object.keys(ZONES_OF) as ZoneServer[]).filter(
      (server) => room.state(server) === 'ready',
    );
    const outcomes = await Promise.allSettled(servers.map(load));
    for (const [index, outcome] of outcomes.entries())
      if (outcome.status === 'rejected') parts.failed(`zones of ${servers[index]}`, outcome.reason);
    if (outcomes.some(({ status }) => status === 'rejected')) again();
  });
  function again(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void publish(), AGAIN_MS);
    timer.unref();
  }

  return {
    fill(server) {
      loaded.delete(server);
      return load(server);
    },
    publish,
    close: () => clearTimeout(timer),
  };
}

/** What `boite-zones` reads. */
function standardInput(zones: ZoneTexts): string {
  const parts = Object.entries(zones).map(([origin, text]) => `@zone ${origin}\n${text}`);
  return `${parts.join('')}@end\n`;
}
