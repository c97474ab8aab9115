// How does a socket stay open? It asks for a ticket, opens, and comes back by itself after a loss; reconnect.ts decides when.
import { ticketReplySchema } from '#protocol/api.ts';
import { type Link, type LinkEvent, nextLink } from './reconnect.ts';
import { ask } from './runner-client.ts';

/** A proxy that swallows the upgrade answers nothing at all. */
const OPENING_PATIENCE_MS = 4000;
/** Timers that come this late mean that the computer slept: the old line is dead though the socket does not know. */
const SLEPT_MS = 15_000;
const CLOCK_STEP_MS = 5000;

/** Refusals after which asking again cannot help. */
const FINAL = ['not-joined', 'not-a-trainer', 'forbidden', 'workshop-ended', 'no-runner'];

export interface KeptSocketOptions {
  path: '/ws/live' | '/ws/terminal' | '/ws/trainer';
  protocol: string;
  ticketFor: unknown;
  /** Another office for tickets than the seat's. */
  tickets?: { path: `/api/${string}`; workshop: string | undefined };
  onOpen: () => void;
  onText: (text: string) => void;
  onBytes: (bytes: Uint8Array) => void;
  /** Each change of state; `refusal` names why no ticket was given. */
  onLink: (link: Link, refusal: string | undefined) => void;
}

export class KeptSocket {
  private readonly options: KeptSocketOptions;
  private link: Link = { state: 'closed' };
  private socket: WebSocket | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private liveSince = 0;
  private refusal: string | undefined;
  private readonly ends = new AbortController();

  constructor(options: KeptSocketOptions) {
    this.options = options;
    this.listenForWaking();
  }

  open(): void {
    this.step({ type: 'open' });
  }

  /** Closes for good. */
  close(): void {
    this.step({ type: 'close' });
    this.ends.abort();
    this.drop();
  }

  get live(): boolean {
    return this.link.state === 'live' && this.socket?.readyState === WebSocket.OPEN;
  }

  /** Sends when live; otherwise nothing is sent, now or later. */
  send(data: string | Uint8Array<ArrayBuffer>): boolean {
    if (!this.live) return false;
    this.socket?.send(data);
    return true;
  }

  /** Ends a connection whose other end breaks the protocol. */
  refuse(code: number): void {
    this.socket?.close(code);
  }

  private listenForWaking(): void {
    const { signal } = this.ends;
    const wake = () => this.step({ type: 'wake' });
    addEventListener('online', () => this.restart(), { signal });
    // Said at once: a socket whose line is gone may stay open for minutes, and swallow what is typed.
    addEventListener('offline', () => this.away(), { signal });
    addEventListener('focus', wake, { signal });
    document.addEventListener('visibilitychange', () => !document.hidden && wake(), { signal });
    let last = Date.now();
    const clock = setInterval(() => {
      if (Date.now() - last > SLEPT_MS && !document.hidden) this.restart();
      last = Date.now();
    }, CLOCK_STEP_MS);
    signal.addEventListener('abort', () => clearInterval(clock));
  }

  /** Tries at once instead of waiting for the next try. */
  wake(): void {
    this.step({ type: 'wake' });
  }

  /** Connects anew. The line was away: the socket may be dead without knowing it, and a replay costs little. */
  restart(): void {
    this.away();
    this.step({ type: 'wake' });
  }

  private away(): void {
    if (this.link.state === 'live') this.dropped(undefined, true);
  }

  private step(event: LinkEvent): void {
    const before = this.link;
    this.link = nextLink(before, event, Math.random());
    if (this.link === before) return;
    clearTimeout(this.timer);
    if (this.link.state === 'opening') void this.connect();
    if (this.link.state === 'retrying' && Number.isFinite(this.link.afterMs))
      this.timer = setTimeout(() => this.step({ type: 'due' }), this.link.afterMs);
    this.options.onLink(this.link, this.refusal);
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onclose = socket.onmessage = null;
    socket.close();
  }

  private dropped(code: number | undefined, httpWorks: boolean): void {
    const livedMs = this.link.state === 'live' ? Date.now() - this.liveSince : 0;
    this.drop();
    this.step({
      type: 'dropped',
      ...(code === undefined ? {} : { code }),
      livedMs,
      httpWorks,
      hidden: document.hidden,
    });
  }

  private async connect(): Promise<void> {
    const opening = this.link;
    const { ticketFor, tickets } = this.options;
    const ticket = await ask(tickets?.path ?? '/api/tickets', {
      schema: ticketReplySchema,
      body: ticketFor,
      workshop: tickets?.workshop,
    });
    if (this.link !== opening) return;
    this.refusal = ticket.ok ? undefined : ticket.code;
    if (!ticket.ok) {
      if (FINAL.includes(ticket.code)) this.step({ type: 'refused' });
      else this.dropped(undefined, false);
      return;
    }
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const address = `${scheme}//${location.host}${this.options.path}?ticket=${encodeURIComponent(ticket.value.ticket)}`;
    const socket = new WebSocket(address, this.options.protocol);
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    this.timer = setTimeout(() => this.dropped(undefined, true), OPENING_PATIENCE_MS);
    socket.onopen = () => {
      this.liveSince = Date.now();
      this.step({ type: 'opened' });
      this.options.onOpen();
    };
    socket.onclose = (event) => this.dropped(event.code, true);
    socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) =>
      typeof event.data === 'string'
        ? this.options.onText(event.data)
        : this.options.onBytes(new Uint8Array(event.data));
  }
}
