// Who looks at a seat's steps again after something was done at a counter, where no terminal shows it?
import type { ServerParts } from './parts.ts';

/** Gives the outcome, and has the seat's steps looked at. */
export async function stirred<T>(
  parts: Pick<ServerParts, 'desk'>,
  seatId: string,
  deed: Promise<T>,
): Promise<T> {
  const outcome = await deed;
  parts.desk.stir(seatId);
  return outcome;
}
