// Is there still a page at the other end? A line that died without a word is noticed within about 30 seconds (F-01).
import type { WebSocket } from 'ws';
import { CONTROL_MESSAGES_PER_SECOND } from '../protocol/limits.ts';
import { CLOSE } from '../protocol/terminal-frames.ts';
import { Pace } from './pace.ts';

const BEAT_MS = 10_000;
const DEAD_AFTER_MS = 30_000;

/** Pings the page, ends a line that has been silent too long, answers the page's own pings at a bounded rate. @param onBeat is called at each beat. */
export function keepAlive(socket: WebSocket, onBeat: () => void = () => undefined): void {
  let heardAt = performance.now();
  const pace = new Pace(CONTROL_MESSAGES_PER_SECOND, 2 * CONTROL_MESSAGES_PER_SECOND, () =>
    performance.now(),
  );
  const heard = () => {
    heardAt = performance.now();
  };
  const beat = setInterval(() => {
    if (!socket.isPaused && performance.now() - heardAt > DEAD_AFTER_MS) return socket.terminate();
    if (socket.readyState === socket.OPEN) socket.ping();
    onBeat();
  }, BEAT_MS);
  // Browsers never send pings; a flood of them would make us queue answers.
  const control = (answer: () => void) => {
    heard();
    if (pace.take(1)) answer();
    else socket.close(CLOSE.tooFast);
  };
  socket.on('message', heard);
  socket.on('pong', () => control(() => undefined));
  socket.on('ping', (data) => control(() => socket.readyState === socket.OPEN && socket.pong(data)));
  // ws has already answered with 1002, 1007 or 1009 and closes by itself; unheard, the event would end the process.
  socket.on('error', () => undefined);
  socket.on('close', () => clearInterval(beat));
}
