// How wide is the text beside the terminal? As wide as one drags it; the browser remembers.
import { readPreference, writePreference } from './preferences.ts';

const NARROWEST = 30;
const WIDEST = 70;

/** Brings the bar between text and terminal to life, for mouse, finger and keyboard. */
export function bindResizer(bar: HTMLElement): void {
  const split = bar.closest<HTMLElement>('.lab-split');
  if (!split) return;
  const set = (percent: number) => {
    const bounded = Math.round(Math.min(WIDEST, Math.max(NARROWEST, percent)));
    split.style.setProperty('--lab-text-width', `${bounded}%`);
    bar.setAttribute('aria-valuenow', String(bounded));
    writePreference('text-width', String(bounded));
  };
  const now = () => Number(bar.getAttribute('aria-valuenow'));
  const saved = Number(readPreference('text-width', ''));
  if (saved > 0) set(saved);
  bar.addEventListener('pointerdown', (event) => bar.setPointerCapture(event.pointerId));
  bar.addEventListener('pointermove', (event) => {
    if (!bar.hasPointerCapture(event.pointerId)) return;
    const { left, width } = split.getBoundingClientRect();
    set(((event.clientX - left) / width) * 100);
  });
  bar.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -2, ArrowRight: 2, Home: -100, End: 100 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(now() + by);
  });
}
