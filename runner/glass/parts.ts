// What does the glass browser need of the rest of the runner? A small Internet per workshop, who a seat is, and where pages are reached.
import type { Dialler } from '../internet/dial.ts';
import type { Log } from '../log.ts';
import type { BodyTimes } from './body.ts';

/** The way to the sites of one workshop. */
export interface GlassInternet {
  readonly dialler: Dialler;
  readonly addresses: { readonly root: string; readonly resolver: string };
  /** What its machines trust, PEM. `fresh`: what was remembered did not do. */
  caRoots(fresh: boolean): Promise<string>;
  /** IPv4 address of a seat's desktop: sites hear that it is the one who asks. Without it they hear of the gateway only. */
  desktopOf?(seatId: string): Promise<string | undefined>;
}

export interface GlassSettings {
  /** Address to listen on, as the runner does. */
  host: string;
  publicUrl: URL | undefined;
  /** Every name below it leads to this runner (`*.glass.exemple.fr`); undefined when there is none. */
  glassDomain: string | undefined;
  /** Ports for rooms without such names: first and last. */
  glassPorts: readonly [first: number, last: number];
}

export interface GlassParts {
  settings: GlassSettings;
  /** The small Internet of a workshop; undefined where there is none, or not yet. */
  internetOf(workshopId: string): GlassInternet | undefined;
  /** A seat has read a page, whatever came of it: what a step asks may be done. */
  visited?(seatId: string): void;
  log: Log;
  /** For tests: shorter waits than the real ones. */
  times?: BodyTimes & { answerMs: number };
  /** Milliseconds since the epoch. */
  now: () => number;
}
