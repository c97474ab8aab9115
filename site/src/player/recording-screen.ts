// How is a recording drawn? On xterm.js, as the terminal is; nothing can be typed, and the transcript says it to a screen reader.
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { Terminal } from '@xterm/xterm';
import xtermStyle from '@xterm/xterm/css/xterm.css?inline';
import { currentTheme } from '../terminal/theme.ts';
import type { PlayerScreen } from './player.ts';

/** Width of a monospaced letter, as a part of its height. */
const LETTER = 0.61;
const SMALLEST_PX = 9;
const LARGEST_PX = 18;

/** Draws a screen of this size in `host`, as large as fits its width. */
export function openRecordingScreen(host: HTMLElement, size: { cols: number; rows: number }): PlayerScreen {
  const style = document.createElement('style');
  style.textContent = xtermStyle;
  document.head.append(style);
  const fitting = (): number =>
    Math.max(SMALLEST_PX, Math.min(LARGEST_PX, Math.floor((host.clientWidth - 24) / (size.cols * LETTER))));
  const terminal = new Terminal({
    ...size,
    allowProposedApi: true, // terminal.unicode is still marked as proposed
    disableStdin: true,
    cursorBlink: false,
    cursorInactiveStyle: 'block',
    fontFamily:
      'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono", monospace',
    fontSize: fitting(),
    lineHeight: 1.15,
    minimumContrastRatio: 4.5,
    scrollback: 0,
    theme: currentTheme(),
  });
  terminal.loadAddon(new Unicode11Addon());
  terminal.unicode.activeVersion = '11';
  // A recording never writes into the clipboard, nor asks the emulator anything.
  terminal.parser.registerOscHandler(52, () => true);
  terminal.parser.registerOscHandler(133, () => true);
  terminal.open(host);
  // Nothing to type: the keyboard's way through the page does not stop here.
  terminal.textarea?.setAttribute('tabindex', '-1');
  terminal.textarea?.setAttribute('disabled', '');
  new MutationObserver(() => {
    terminal.options.theme = currentTheme();
  }).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  new ResizeObserver(() => {
    terminal.options.fontSize = fitting();
  }).observe(host);
  return {
    write: (text) => terminal.write(text),
    reset: () => terminal.write('\x1bc'),
  };
}
