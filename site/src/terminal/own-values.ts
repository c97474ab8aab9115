// What does a text say of the reader's own name and server? An example until the seat has its own, then its own, in sentences and in commands alike.
import type { LabView } from '../../../runner/protocol/live-frames.ts';

export type Values = Partial<Record<string, string>>;

/** Puts values in the place of `%name%`, `%server%`…; what is not known stays, and so does a percent sign of another kind. */
export const fillOwn = (text: string, values: Values): string =>
  text.replace(/%([a-z]+(?:-[a-z]+)?2?)%/g, (whole, key: string) => values[key] ?? whole);

/** The values of a seat, from what its lab's snapshot tells. */
export function valuesOf(own: NonNullable<LabView['own']>): Values {
  const [first, second] = own.servers;
  const entries: [string, string | undefined][] = [
    ['name', own.names[0] ?? own.wish],
    ['wish', own.wish],
    ['server', first?.address],
    ['server-name', first?.host],
    ['server2', second?.address],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Writes the seat's values wherever the page has a place for them (`data-own`, `data-template`). */
export function showOwn(root: ParentNode, values: Values): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-own]')) {
    const value = values[place.dataset.own ?? ''];
    if (value !== undefined && place.textContent !== value) place.textContent = value;
  }
  for (const command of root.querySelectorAll<HTMLElement>('[data-template]')) {
    const text = fillOwn(command.dataset.template ?? '', values);
    if (command.dataset.command === text) continue;
    const before = command.dataset.command ?? '';
    command.dataset.command = text;
    const code = command.querySelector('code');
    if (code) code.textContent = text;
    for (const button of command.querySelectorAll('button')) {
      const label = button.getAttribute('aria-label');
      if (label) button.setAttribute('aria-label', label.replace(before, text));
    }
  }
}
