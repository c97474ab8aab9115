// Is this browser in a séance? Only then is the seat's card loaded: a reading page asks the runner nothing.
import { readPreference } from '../terminal/preferences.ts';

const mayBeSeated =
  readPreference('joined', 'false') === 'true' ||
  document.querySelector('[data-panel], [data-join]') !== null;
if (mayBeSeated) void import('./seat-card.ts').then(({ showSeat }) => showSeat());

// Switching language keeps the place: same step, same lab (the runner keys it by seat, not by page).
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language-link]'))
  link.addEventListener('click', () => {
    const step = [...document.querySelectorAll<HTMLElement>('[data-step]')].find(
      (section) => section.getBoundingClientRect().bottom > 120,
    );
    if (step) link.hash = step.id;
  });
