// Who is this browser in the séance? The page's head shows the pseudonym and the personal code, and lets one leave.
import { type SeatView, seatViewSchema } from '#protocol/api.ts';
import { pageData, part } from '../terminal/page-data.ts';
import { readPreference, writePreference } from '../terminal/preferences.ts';
import { ask } from '../terminal/runner-client.ts';

interface SeatWords {
  leaveConfirm: string;
  workshop: string;
  joinPath: string;
}

function show(seat: SeatView, words: SeatWords): void {
  const card = part<HTMLDetailsElement>(document, '[data-seat]');
  part(card, '[data-seat-name]').textContent = seat.pseudonym;
  part(card, '[data-seat-workshop]').textContent = `${words.workshop}: ${seat.workshop.title}`;
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

/** Asks who we are, on pages where it may matter: those with a lab, or any page once this browser has joined. */
export async function showSeat(): Promise<SeatView | undefined> {
  if (readPreference('joined', 'false') !== 'true' && !document.querySelector('[data-panel], [data-join]'))
    return undefined;
  const me = await ask('/api/me', { schema: seatViewSchema });
  if (me.ok) {
    writePreference('joined', 'true');
    show(me.value, pageData<SeatWords>('seat-words'));
    return me.value;
  }
  if (me.code === 'not-joined') writePreference('joined', 'false');
  return undefined;
}

void showSeat();

// Switching language keeps the place: same step, same lab (the runner keys it by seat, not by page).
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language-link]'))
  link.addEventListener('click', () => {
    const step = [...document.querySelectorAll<HTMLElement>('[data-step]')].find(
      (section) => section.getBoundingClientRect().bottom > 120,
    );
    if (step) link.hash = step.id;
  });
