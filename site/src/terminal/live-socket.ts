// How does a page hear from the runner while it is open? Snapshots over one socket; a page that missed one misses nothing.
import { type LiveFromPage, type LiveFromRunner, liveFromRunnerSchema } from '#protocol/live-frames.ts';
import { LIVE_PROTOCOL } from '#protocol/version.ts';
import { KeptSocket } from './kept-socket.ts';
import type { Link } from './reconnect.ts';

/** Both ends notice a dead line by it. */
const PING_MS = 20_000;

export interface LiveSocketOptions {
  lab: string | null;
  onMessage: (message: LiveFromRunner) => void;
  onLink: (link: Link, refusal: string | undefined) => void;
}

/** Opens the page's live socket. Gives the function that closes it. */
export function openLiveSocket(options: LiveSocketOptions): () => void {
  const say = (message: LiveFromPage) => socket.send(JSON.stringify(message));
  const socket = new KeptSocket({
    path: '/ws/live',
    protocol: LIVE_PROTOCOL,
    ticketFor: { for: 'live' },
    onOpen: () => say({ type: 'show', lab: options.lab }),
    onText: (text) => {
      try {
        const message = liveFromRunnerSchema.safeParse(JSON.parse(text));
        if (message.success) options.onMessage(message.data);
      } catch {
        // Not JSON: a newer runner may say more than this page understands; the next snapshot counts.
      }
    },
    onBytes: () => undefined,
    onLink: options.onLink,
  });
  const ping = setInterval(() => say({ type: 'ping' }), PING_MS);
  socket.open();
  return () => {
    clearInterval(ping);
    socket.close();
  };
}
