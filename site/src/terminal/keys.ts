// Which keys does the page keep from the terminal, and what do odd keyboards mean? Pure decisions about key events.

interface KeyLike {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
}

/** The documented way out of the terminal by keyboard: Ctrl + Shift + Enter; no program in a shell can see this chord, no browser uses it, and it stands in one place on every layout. */
export const leavesTerminal = (event: KeyLike): boolean =>
  event.key === 'Enter' && event.ctrlKey && event.shiftKey && !event.altKey && !event.metaKey;

/**
 * AltGr that arrives as Ctrl + Alt (Windows, remote desktops): the sign that the layout made of it, e.g. `|` on AZERTY.
 * Letters and figures stay with the shell as real Ctrl-Alt chords.
 */
export function symbolOfCtrlAlt(event: KeyLike): string | undefined {
  if (!event.ctrlKey || !event.altKey || event.metaKey) return undefined;
  return event.key.length === 1 && /[^\p{L}\p{N}\s]/u.test(event.key) ? event.key : undefined;
}

/** True for what the emulator itself answers to a program's question (device attributes, cursor place, colours). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal reports are made of control characters
const REPORT = /^\x1b(\[[?>=]?[\d;]*[cRnty]|\[\?[\d;]*\$y|\]\d+;|P[\d]?[$+>|])/;
export const isReport = (data: string): boolean => REPORT.test(data);

/** The control character of a sign typed after the on-screen Ctrl: `c` → ^C. Undefined when there is none. */
export function controlCharacter(sign: string): string | undefined {
  const code = sign.toUpperCase().charCodeAt(0);
  return sign.length === 1 && code >= 0x40 && code <= 0x5f ? String.fromCharCode(code & 0x1f) : undefined;
}
