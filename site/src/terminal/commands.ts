// What do the buttons of a command do? Copy it, or send it to the terminal: once per click, never later, never again by itself.
import type { ClientWords } from '../words/fr.ts';
import { copyText } from './clipboard.ts';

/** A second click of a double click, or an impatient one, is not a second wish. */
const REST_MS = 1200;

/** Brings the command buttons of a page to life. `run` sends a command to the terminal shown now. */
export function bindCommands(
  words: ClientWords['command'],
  run: (command: string) => 'sent' | 'not-live' | 'busy',
): void {
  const said = document.createElement('p');
  said.className = 'toast';
  said.setAttribute('role', 'status');
  document.body.append(said);
  let hide: ReturnType<typeof setTimeout> | undefined;
  const say = (sentence: string) => {
    said.textContent = sentence;
    said.classList.add('shown');
    clearTimeout(hide);
    hide = setTimeout(() => said.classList.remove('shown'), 2500 + sentence.length * 40);
  };
  document.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element
        ? event.target.closest<HTMLButtonElement>('[data-copy], [data-send]')
        : null;
    const command = button?.closest<HTMLElement>('[data-command]')?.dataset.command;
    if (!button || command === undefined || button.getAttribute('aria-disabled') === 'true') return;
    // aria-disabled, not disabled: the button keeps the keyboard's focus.
    button.setAttribute('aria-disabled', 'true');
    setTimeout(() => button.removeAttribute('aria-disabled'), REST_MS);
    if ('copy' in button.dataset)
      void copyText(command).then((copied) => say(copied ? words.copied : words.copyFailed));
    else say({ sent: words.sent, 'not-live': words.notLive, busy: words.busy }[run(command)]);
  });
}
