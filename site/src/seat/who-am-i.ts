// Who is this browser to the runner? Asked once per page, whoever wants to know.
import { type SeatView, seatViewSchema } from '#protocol/api.ts';
import { type Answer, ask } from '../terminal/runner-client.ts';

let asked: Promise<Answer<SeatView>> | undefined;

/** The seat of this browser, or why there is none. */
export function whoAmI(): Promise<Answer<SeatView>> {
  asked ??= ask('/api/me', { schema: seatViewSchema });
  return asked;
}
