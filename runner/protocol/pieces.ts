// Of which small pieces are the messages of a class made?
import * as z from 'zod/mini';

/** Name or number of something, as the runner gave it out. */
export const id = z.string().check(z.minLength(1), z.maxLength(64));
/** @param max most UTF-16 units */
export const text = (max: number) => z.string().check(z.maxLength(max));
/** Milliseconds since the epoch, by the runner's clock. */
export const instant = z.number();
