// Who is this browser to the runner? Asked once per page, whoever wants to know.
import { type SeatView, seatViewSchema } from '#protocol/api.ts';
import { type Answer, ask } from '../terminal/runner-client.ts';

/** A network that changes under the browser loses requests; so does a runner that starts. */
const TRIES = 4;
const BETWEEN_MS = 700;

let asked: Promise<Answer<SeatView>> | undefined;

async function askPatiently(): Promise<Answer<SeatView>> {
  for (let left = TRIES; ; left--) {
    const answer = await ask('/api/me', { schema: seatViewSchema });
    if (answer.ok || answer.code !== 'no-answer' || left === 1) return answer;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}

/** The seat of this browser, or why there is none. */
export function whoAmI(): Promise<Answer<SeatView>> {
  asked ??= askPatiently();
  return asked;
}
