// What does a reading page remember of who reads it? Applied at once; its buttons come to life, lessons read are ticked in every list.
import { fill } from '../words/fill.ts';
import {
  applyComfort,
  lessonAt,
  lessonsRead,
  markRead,
  nextSize,
  readSize,
  readSpacing,
  setComfort,
} from './preferences.ts';

const BASE = import.meta.env.BASE_URL.replace(/\/?$/, '/');

applyComfort(readSize(), readSpacing());

function bindSize(): void {
  const box = document.querySelector<HTMLElement>('[data-comfort]');
  if (!box) return;
  box.hidden = false;
  const spacing = box.querySelector<HTMLInputElement>('[data-spacing]');
  const shown = box.querySelector<HTMLElement>('[data-size]');
  const show = () => {
    if (shown) shown.textContent = `${Math.round(readSize() * 100)} %`;
  };
  for (const button of box.querySelectorAll<HTMLButtonElement>('[data-size-by]'))
    button.addEventListener('click', () => {
      setComfort(nextSize(readSize(), button.dataset.sizeBy === '1' ? 1 : -1), readSpacing());
      show();
    });
  if (spacing) spacing.checked = readSpacing();
  spacing?.addEventListener('change', () => setComfort(readSize(), spacing.checked));
  show();
}

/** Ticks every link to a lesson that was read, and counts them where a list is counted. */
function tick(): void {
  const read = lessonsRead();
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    '.front-lessons a, .sidebar-content a, .course-menu a',
  )) {
    const lesson = lessonAt(link.pathname, BASE);
    link.toggleAttribute('data-read', lesson !== undefined && read.includes(lesson));
  }
  for (const count of document.querySelectorAll<HTMLElement>('[data-read-count]')) {
    const list = count.parentElement?.querySelectorAll<HTMLAnchorElement>('.front-lessons a') ?? [];
    const done = [...list].filter((link) => link.hasAttribute('data-read')).length;
    count.hidden = done === 0;
    count.textContent = fill(count.dataset.readCount ?? '', { done, total: list.length });
  }
}

function bindRead(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-mark-read]');
  const lesson = lessonAt(location.pathname, BASE);
  if (!button || lesson === undefined) return;
  const show = () => button.setAttribute('aria-pressed', String(lessonsRead().includes(lesson)));
  button.hidden = false;
  button.addEventListener('click', () => {
    markRead(lesson, !lessonsRead().includes(lesson));
    show();
    tick();
  });
  show();
}

/** Longest that the search waits for an idle moment before it is loaded, milliseconds. */
const IDLE_MS = 500;

/**
 * Starlight loads the search in an idle moment, and some browsers never have one (seen in Chromium beside a busy computer): it is given a limit.
 * Ctrl+K may be quicker still: the cursor goes into the field as soon as there is one.
 */
function bindSearch(): void {
  const whenIdle = window.requestIdleCallback?.bind(window);
  if (whenIdle)
    window.requestIdleCallback = (work, options) => whenIdle(work, { timeout: IDLE_MS, ...options });
  const dialog = document.querySelector<HTMLDialogElement>('site-search dialog');
  if (!dialog) return;
  const watcher = new MutationObserver(() => {
    const field = dialog.querySelector('input');
    if (!field) return;
    watcher.disconnect();
    // It comes with a tooltip for its only name.
    field.setAttribute('aria-label', dialog.ariaLabel ?? '');
    if (dialog.open) field.focus();
  });
  watcher.observe(dialog, { childList: true, subtree: true });
}

bindSearch();
bindSize();
bindRead();
tick();
