// How is a long paste sent? In frames that the runner accepts.
import { MAX_FRAME_BYTES } from '#protocol/limits.ts';

/** Cuts bytes into frames of at most `max` bytes, in order. */
export function pieces(bytes: Uint8Array, max: number = MAX_FRAME_BYTES): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; start += max) frames.push(bytes.subarray(start, start + max));
  return frames;
}
