// What does the page's head say of one's seat? The pseudonym, the personal code, and the way to leave.
import type { SeatView } from '#protocol/api.ts';
import { pageData, part } from '../terminal/page-data.ts';
import { writePreference } from '../terminal/preferences.ts';
import { ask } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import { whoAmI } from './who-am-i.ts';

interface SeatWords {
  leaveConfirm: string;
  workshop: string;
  joinPath: string;
}

function show(seat: SeatView, words: SeatWords): void {
  const card = part<HTMLDetailsElement>(document, '[data-seat]');
  part(card, '[data-seat-name]').textContent = seat.pseudonym;
  part(card, '[data-seat-workshop]').textContent = fill(words.workshop, {
    title: seat.workshop.title,
  });
  part(card, '[data-seat-code]').textContent = seat.personalCode;
  part(card, '[data-seat-leave]').addEventListener('click', () => {
    if (confirm(words.leaveConfirm.replace('{code}', seat.personalCode))) void leave(words);
  });
  card.hidden = false;
  part(document, '[data-join-link]').hidden = true;
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !card.contains(event.target)) card.open = false;
  });
  card.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') card.open = false;
  });
}

async function leave(words: SeatWords): Promise<void> {
  await ask('/api/leave', { body: {} });
  writePreference('joined', 'false');
  location.assign(words.joinPath);
}

/** Asks the runner who we are and shows it. */
export async function showSeat(): Promise<void> {
  const me = await whoAmI();
  if (me.ok) {
    writePreference('joined', 'true');
    show(me.value, pageData<SeatWords>('seat-words'));
    // After the page itself: the lab and its terminal come first.
    setTimeout(() => void import('../class/open-class.ts').then(({ openClass }) => openClass()), 200);
  } else if (me.code === 'not-joined') writePreference('joined', 'false');
}
