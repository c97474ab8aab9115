// Which version of the wire do both ends speak? The name is the WebSocket subprotocol, so a page from before an upgrade is refused at the handshake.

/** Subprotocol of a terminal socket: binary frames are bytes, text frames are `terminal-frames.ts`. */
export const TERMINAL_PROTOCOL = 'boite.terminal.1';

/** Subprotocol of a page's live socket: text frames are `live-frames.ts`. */
export const LIVE_PROTOCOL = 'boite.live.1';

/** Header that every state-changing request carries; its presence forces a CORS preflight, which we never grant. */
export const REQUEST_HEADER = 'x-boite';
