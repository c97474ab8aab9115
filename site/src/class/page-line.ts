// Who hears the live line of this page? There is one, whoever asks first: the lab's pane, the class around it, or both.
import type { LiveFromRunner } from '#protocol/live-frames.ts';
import { openLiveSocket } from '../terminal/live-socket.ts';
import { pageData } from '../terminal/page-data.ts';
import type { Link } from '../terminal/reconnect.ts';

export interface LineListener {
  onMessage: (message: LiveFromRunner) => void;
  onLink?: (link: Link) => void;
}

const listeners = new Set<LineListener>();
/** The last message of each kind, for those who come late. */
const last = new Map<LiveFromRunner['type'], LiveFromRunner>();
let opened = false;

/** Path of the lesson below its language; a page that is no lesson has one, too, and the board shows none for it. */
export const lessonOf = (pathname: string): string => pathname.replace(/^\/(en\/)?|\/$/g, '').slice(0, 120);

/** Hears the page's line; opens it if nobody has. */
export function listenToLine(listener: LineListener): void {
  listeners.add(listener);
  for (const message of last.values()) listener.onMessage(message);
  if (opened) return;
  opened = true;
  const lab = pageData<{ lab?: string }>('lab-data').lab ?? null;
  openLiveSocket({
    lab,
    lesson: lessonOf(location.pathname),
    onMessage: (message) => {
      last.set(message.type, message);
      for (const one of listeners) one.onMessage(message);
    },
    onLink: (link) => {
      for (const one of listeners) one.onLink?.(link);
    },
  });
}
