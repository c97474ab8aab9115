// Does this network let WebSockets through? Asked at joining, when HTTP is known to work.
import { ticketReplySchema } from '#protocol/api.ts';
import { LIVE_PROTOCOL } from '#protocol/version.ts';
import { ask } from '../terminal/runner-client.ts';

const PATIENCE_MS = 5000;

/** True when a live socket opened; false when HTTP works and it did not; undefined when HTTP does not work either. */
export async function webSocketsWork(): Promise<boolean | undefined> {
  const ticket = await ask('/api/tickets', { schema: ticketReplySchema, body: { for: 'live' } });
  if (!ticket.ok) return undefined;
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const address = `${scheme}//${location.host}/ws/live?ticket=${encodeURIComponent(ticket.value.ticket)}`;
  return new Promise((resolve) => {
    const socket = new WebSocket(address, LIVE_PROTOCOL);
    const answer = (works: boolean) => {
      clearTimeout(timer);
      socket.onclose = socket.onmessage = null;
      socket.close();
      resolve(works);
    };
    const timer = setTimeout(() => answer(false), PATIENCE_MS);
    // A proxy may accept the upgrade and pass nothing on: only the runner's first message proves the way.
    socket.onmessage = () => answer(true);
    socket.onclose = () => answer(false);
  });
}
