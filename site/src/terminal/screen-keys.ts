// How does one press Ctrl, Tab or an arrow without a keyboard that has them? With a row of keys under the terminal.
import { controlCharacter } from './keys.ts';
import { part } from './page-data.ts';
import { readPreference, writePreference } from './preferences.ts';

const ARROWS: Record<string, string> = { up: 'A', down: 'B', right: 'C', left: 'D' };
const NAMED: Record<string, string> = { tab: '\t', escape: '\x1b', enter: '\r' };

export interface Keyboard {
  /** Types as the keyboard would. */
  type: (text: string) => void;
  arrowPrefix: () => string;
}

/** Draws the row's behaviour. Gives a filter for what is typed: after the on-screen Ctrl, the next sign becomes its control character. */
export function screenKeys(panel: HTMLElement, keyboard: Keyboard): (typed: string) => string {
  const row = part(panel, '[data-screen-keys]');
  const toggle = part<HTMLInputElement>(panel, '[data-keys-toggle]');
  const ctrl = part(row, '[data-key="ctrl"]');
  let armed = false;
  const arm = (on: boolean) => {
    armed = on;
    ctrl.setAttribute('aria-pressed', String(on));
  };
  const show = (on: boolean) => {
    row.hidden = !on;
    toggle.checked = on;
  };
  arm(false);
  show(readPreference('screen-keys', String(matchMedia('(pointer: coarse)').matches)) === 'true');
  toggle.addEventListener('change', () => {
    show(toggle.checked);
    writePreference('screen-keys', String(toggle.checked));
  });
  // The terminal keeps the focus, or a tablet would hide its own keyboard at each press.
  row.addEventListener('pointerdown', (event) => event.preventDefault());
  row.addEventListener('click', (event) => {
    const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
    if (key === undefined) return;
    if (key === 'ctrl') arm(!armed);
    else keyboard.type(key in ARROWS ? keyboard.arrowPrefix() + ARROWS[key] : (NAMED[key] ?? key));
  });
  return (typed) => {
    if (!armed) return typed;
    arm(false);
    return controlCharacter(typed) ?? typed;
  };
}
