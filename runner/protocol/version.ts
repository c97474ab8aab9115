// Which version of the wire do both ends speak? The name is the WebSocket subprotocol, so a page from before an upgrade is refused at the handshake.

/** Subprotocol of a terminal socket: binary frames are bytes, text frames are `terminal-frames.ts`. */
export const TERMINAL_PROTOCOL = 'boite.terminal.1';

/** Subprotocol of a page's live socket: text frames are `live-frames.ts`. */
export const LIVE_PROTOCOL = 'boite.live.1';

/** Subprotocol of a trainer's board: text frames are `board.ts`. */
export const TRAINER_PROTOCOL = 'boite.trainer.1';

/** Header that says which of their séances a trainer speaks of; the oldest that is open when it is absent. */
export const WORKSHOP_HEADER = 'x-boite-workshop';

/** Header that every state-changing request carries; its presence forces a CORS preflight, which we never grant. */
export const REQUEST_HEADER = 'x-boite';
