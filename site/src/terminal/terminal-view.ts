// How is a terminal drawn? xterm.js with what it may and may not do; the only file that imports xterm.
import { FitAddon } from '@xterm/addon-fit';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { WebLinksAddon } from '@xterm/addon-web-links';
import { Terminal } from '@xterm/xterm';
// As text: a style sheet of the usual kind would be linked from every page of the site.
import xtermStyle from '@xterm/xterm/css/xterm.css?inline';
import { copyText } from './clipboard.ts';
import { isReport, leavesTerminal, symbolOfCtrlAlt } from './keys.ts';
import type { Screen } from './runner-socket.ts';
import { currentTheme } from './theme.ts';

export interface TerminalViewOptions {
  host: HTMLElement;
  fontSize: number;
  screenReader: boolean;
  /** Said by a screen reader when the terminal gets the focus. */
  label: string;
  confirmLink: (url: string) => boolean;
  onInput: (text: string) => void;
  onTitle: (title: string) => void;
  onLeave: () => void;
}

/** Reset of the whole terminal, in the stream so that it keeps its place among what was written before. */
const RESET = '\x1bc';
const LONGEST_TITLE = 60;

export class TerminalView implements Screen {
  private readonly terminal: Terminal;
  private readonly fitAddon = new FitAddon();
  private readonly options: TerminalViewOptions;
  private readonly themeWatch: MutationObserver;
  /** What the shell's own marks (OSC 133) say: at its prompt, or running a command. */
  private shell: 'unknown' | 'prompt' | 'running' = 'unknown';

  constructor(options: TerminalViewOptions) {
    this.options = options;
    Terminal.strings.promptLabel = options.label;
    this.terminal = new Terminal({
      allowProposedApi: true, // terminal.unicode is still marked as proposed
      convertEol: false,
      cursorBlink: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      fontFamily:
        'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono", monospace',
      fontSize: options.fontSize,
      lineHeight: 1.15,
      minimumContrastRatio: 4.5,
      screenReaderMode: options.screenReader,
      scrollback: 5000,
      theme: currentTheme(),
      linkHandler: { activate: (event, url) => this.openLink(event, url) },
    });
    addStyle();
    this.load();
    this.guard();
    this.terminal.open(options.host);
    this.themeWatch = new MutationObserver(() => {
      this.terminal.options.theme = currentTheme();
    });
    this.themeWatch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }

  write(bytes: Uint8Array, drawn: () => void): void {
    this.terminal.write(bytes, drawn);
  }

  clear(): void {
    this.shell = 'unknown';
    this.terminal.write(RESET);
  }

  resize(cols: number, rows: number): void {
    if (cols !== this.terminal.cols || rows !== this.terminal.rows) this.terminal.resize(cols, rows);
  }

  /** Size in cells that fills the pane, or undefined while the pane has no size. */
  fitting(): { cols: number; rows: number } | undefined {
    const size = this.fitAddon.proposeDimensions();
    return size && size.cols > 1 && size.rows > 0 ? size : undefined;
  }

  get size(): { cols: number; rows: number } {
    return { cols: this.terminal.cols, rows: this.terminal.rows };
  }

  /** True while a command runs, as far as the shell's marks tell. */
  get busy(): boolean {
    return this.shell === 'running';
  }

  /** True when the shell waits at its prompt for certain. */
  get atPrompt(): boolean {
    return this.shell === 'prompt';
  }

  focus(): void {
    this.terminal.focus();
  }

  setFontSize(pixels: number): void {
    this.terminal.options.fontSize = pixels;
  }

  setScreenReader(on: boolean): void {
    this.terminal.options.screenReaderMode = on;
  }

  /** Types as the keyboard would: used by the on-screen keys. */
  type(text: string): void {
    this.terminal.input(text, true);
  }

  /** Arrow keys differ while a full-screen program asks for it (DECCKM). */
  get arrowPrefix(): string {
    return this.terminal.modes.applicationCursorKeysMode ? '\x1bO' : '\x1b[';
  }

  private load(): void {
    const { terminal } = this;
    terminal.loadAddon(this.fitAddon);
    terminal.loadAddon(new Unicode11Addon());
    terminal.unicode.activeVersion = '11';
    terminal.loadAddon(new WebLinksAddon((event, url) => this.openLink(event, url)));
    // Once a frame, after it was drawn: sizes are measured then, not while a flood is read.
    terminal.onRender(() => this.keepCursorInSight());
    terminal.onTitleChange((title) => this.options.onTitle(title.slice(0, LONGEST_TITLE)));
    terminal.onData((data) => {
      // Two pages on one terminal: only the one in use answers for the emulator, or the program hears it twice.
      if (isReport(data) && !document.hasFocus()) return;
      this.options.onInput(data);
    });
  }

  private guard(): void {
    const { terminal } = this;
    // A program in the machine must not write into the visitor's clipboard.
    terminal.parser.registerOscHandler(52, () => true);
    terminal.parser.registerOscHandler(133, (mark) => {
      if (mark.startsWith('A') || mark.startsWith('B')) this.shell = 'prompt';
      if (mark.startsWith('C')) this.shell = 'running';
      return true;
    });
    terminal.attachCustomKeyEventHandler((event) => this.onKey(event));
  }

  private onKey(event: KeyboardEvent): boolean {
    if (leavesTerminal(event)) {
      event.preventDefault();
      if (event.type === 'keydown') this.options.onLeave();
      return false;
    }
    if (event.ctrlKey && event.shiftKey && event.code === 'KeyC') {
      event.preventDefault();
      if (event.type === 'keydown' && this.terminal.hasSelection())
        void copyText(this.terminal.getSelection());
      return false;
    }
    // The browser's own paste follows, and works without a secure context.
    if (event.ctrlKey && event.shiftKey && event.code === 'KeyV') return false;
    const symbol = event.type === 'keydown' ? symbolOfCtrlAlt(event) : undefined;
    if (symbol === undefined) return true;
    event.preventDefault();
    this.terminal.input(symbol, true);
    return false;
  }

  /** A larger screen than this one sets the size (another device of the seat): what is written last is what one wants to see. */
  private keepCursorInSight(): void {
    const { host } = this.options;
    if (host.scrollHeight <= host.clientHeight) return;
    const row = host.scrollHeight / this.terminal.rows;
    const bottom = (this.terminal.buffer.active.cursorY + 1) * row;
    if (bottom > host.scrollTop + host.clientHeight || bottom - row < host.scrollTop)
      host.scrollTop = bottom - host.clientHeight;
  }

  private openLink(event: MouseEvent, url: string): void {
    if (!/^https?:\/\//i.test(url)) return;
    if (!event.ctrlKey && !event.metaKey && !this.options.confirmLink(url)) return;
    window.open(url, '_blank', 'noopener,noreferrer');
  }
}

function addStyle(): void {
  const style = document.createElement('style');
  style.textContent = xtermStyle;
  document.head.append(style);
}
