// How does a page hear from the runner while it is open? Snapshots over one socket; a page that missed one misses nothing.
import { type LiveFromPage, type LiveFromRunner, liveFromRunnerSchema } from '#protocol/live-frames.ts';
import { LIVE_PROTOCOL } from '#protocol/version.ts';
import { KeptSocket } from './kept-socket.ts';
import type { Link } from './reconnect.ts';

/** Both ends notice a dead line by it: the runner answers each ping with a `hello`. */
const PING_MS = 20_000;
const DEAD_AFTER_MS = 2.5 * PING_MS;

export interface LiveSocketOptions {
  lab: string | null;
  lesson?: string;
  onMessage: (message: LiveFromRunner) => void;
  onLink: (link: Link, refusal: string | undefined) => void;
}

/** Opens the page's live socket. Gives the function that closes it. */
export function openLiveSocket(options: LiveSocketOptions): () => void {
  let heardAt = Date.now();
  const say = (message: LiveFromPage) => socket.send(JSON.stringify(message));
  const socket = new KeptSocket({
    path: '/ws/live',
    protocol: LIVE_PROTOCOL,
    ticketFor: { for: 'live' },
    onOpen: () => {
      heardAt = Date.now();
      say({ type: 'show', lab: options.lab, ...(options.lesson && { lesson: options.lesson }) });
    },
    onText: (text) => {
      heardAt = Date.now();
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
  const ping = setInterval(() => {
    if (socket.live && !document.hidden && Date.now() - heardAt > DEAD_AFTER_MS)
      // Every line of the page goes the same way: those to its terminals are dead, too.
      dispatchEvent(new Event('online'));
    else say({ type: 'ping' });
  }, PING_MS);
  socket.open();
  return () => {
    clearInterval(ping);
    socket.close();
  };
}
