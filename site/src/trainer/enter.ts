// How does a trainer come in? By the one-time link in the address, then by a cookie; the address remembers which séance is on show.
import * as z from 'zod/mini';
import { ask, sentenceFor } from '../terminal/runner-client.ts';
import type { TrainerData } from './trainer-data.ts';

/** A link that nobody answered is not used up. */
const TRIES = 3;

const enteredSchema = z.strictObject({ workshop: z.string() });

/** Uses the link of the address up, if there is one. Gives a sentence when it is refused. */
export async function enterByLink(data: TrainerData): Promise<string | undefined> {
  const token = location.hash.slice(1);
  if (token === '') return undefined;
  let answer = await ask('/api/trainer/enter', { body: { token }, schema: enteredSchema });
  for (let left = TRIES; !answer.ok && answer.code === 'no-answer' && left > 0; left--)
    answer = await ask('/api/trainer/enter', { body: { token }, schema: enteredSchema });
  // The link works once; left in the address bar it would be projected with the page.
  const search = answer.ok ? `?seance=${answer.value.workshop}` : location.search;
  history.replaceState(null, '', `${location.pathname}${search}`);
  return answer.ok ? undefined : sentenceFor(answer, data.words);
}

/** The séance that the address names. */
export const workshopOfAddress = (): string | undefined =>
  new URLSearchParams(location.search).get('seance') ?? undefined;
