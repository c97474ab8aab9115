// What do open pages hear, and what do their coming and going change? Joins the live hub to the séances and the desk.
import type { Classroom } from '../classroom/classroom.ts';
import { Refusal } from '../protocol/refusals.ts';
import type { Store } from '../store/store.ts';
import { createLiveHub, type LiveHub } from '../terminal/live-link.ts';
import type { Desk } from '../workshop/desk.ts';

/** The hub of a runner: snapshots of labs to the pages that show them, presence to the desk. `now`: milliseconds since the epoch. */
export function createLive(parts: {
  store: Store;
  desk: Desk;
  now: () => number;
  /** Asked late: the classroom itself asks who is there. */
  classroom: () => Classroom;
}): LiveHub {
  const { store, desk, now, classroom } = parts;
  const hub = createLiveHub({
    hello(seatId) {
      const seat = store.getSeat(seatId);
      const workshop = seat && store.getWorkshop(seat.workshopId);
      if (!seat || !workshop || workshop.endedAt !== undefined) return undefined;
      return {
        type: 'hello',
        pseudonym: seat.pseudonym,
        workshop: workshop.title,
        now: now(),
        ...(workshop.endsAt === undefined ? {} : { endsAt: workshop.endsAt }),
      };
    },
    onShow(seatId, lab) {
      try {
        return lab === null ? undefined : desk.view(seatId, lab);
      } catch (error) {
        // A page that names a lab that is not there shows nothing; the same request over HTTP says why.
        if (error instanceof Refusal) return undefined;
        throw error;
      }
    },
    onOpen: (seatId) => ({ type: 'class', view: classroom().view(seatId) }),
    onPlace: (seatId) => classroom().placeChanged(seatId),
    onPresence: (seatId, present) => desk.setPresence(seatId, present),
  });
  desk.onChange((seatId, view) => hub.publish(seatId, { type: 'lab', view }));
  return hub;
}
