// What does this very séance keep, until when, by whom? The runner's own answer takes the place of the general one.
import { noticeSchema } from '#protocol/class.ts';
import { part } from '../terminal/page-data.ts';
import { ask } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';

/** Completes the notice of the join page; without an answer the general sentences stay. */
export async function showNotice(root: ParentNode): Promise<void> {
  const answer = await ask('/api/notice', { schema: noticeSchema });
  if (!answer.ok) return;
  const { controller, keepDays } = answer.value;
  const days = part(root, '[data-notice-days]');
  days.textContent =
    keepDays === 0 ? (days.dataset.now ?? '') : fill(days.dataset.sentence ?? '', { days: keepDays });
  const who = part(root, '[data-notice-who]');
  if (controller !== undefined) who.textContent = fill(who.dataset.sentence ?? '', { controller });
}
