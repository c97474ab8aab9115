// Which terminal is shown, and on what line? One view, connected to the terminal whose tab is pressed.
import type { ClientWords } from '../words/fr.ts';
import { readPreference, writePreference } from './preferences.ts';
import { type Link, retryDelay } from './reconnect.ts';
import { RunnerSocket } from './runner-socket.ts';
import { screenKeys } from './screen-keys.ts';
import type { TerminalView } from './terminal-view.ts';

export interface TerminalPlace {
  machine: string;
  terminal: string;
}

export interface LabTerminalsOptions {
  panel: HTMLElement;
  host: HTMLElement;
  words: ClientWords;
  onLink: (link: Link, refusal: string | undefined) => void;
  onReady: () => void;
  onNotice: (code: string) => void;
  onTitle: (title: string) => void;
  onLeave: () => void;
}

const SMALLEST = 10;
const LARGEST = 28;
/** Resizes come in bursts while a pane is dragged. */
const SETTLE_MS = 50;
/** Tries to load the emulator; with `retryDelay` between them, about six seconds. */
const LOADINGS = 6;

/** Loads xterm, and again when the line broke meanwhile. */
async function loadView(): Promise<typeof TerminalView> {
  for (let attempt = 0; ; attempt++) {
    try {
      return (await import('./terminal-view.ts')).TerminalView;
    } catch (error) {
      if (attempt === LOADINGS - 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryDelay(attempt, Math.random())));
    }
  }
}

export class LabTerminals {
  private readonly options: LabTerminalsOptions;
  private view: TerminalView | undefined;
  private socket: RunnerSocket | undefined;
  private shown: TerminalPlace | undefined;
  private settle: ReturnType<typeof setTimeout> | undefined;
  private fontSize = Number(readPreference('font-size', '14')) || 14;
  private screenReader = readPreference('screen-reader', 'false') === 'true';
  private filter = (typed: string): string => typed;

  constructor(options: LabTerminalsOptions) {
    this.options = options;
  }

  /** Shows a terminal; loads xterm the first time. The same terminal again only hurries a line that is coming back. */
  async show(place: TerminalPlace): Promise<void> {
    if (this.shown && this.shown.machine === place.machine && this.shown.terminal === place.terminal)
      return this.socket?.wake();
    this.shown = place;
    this.socket?.close();
    this.socket = undefined;
    const view = await this.prepareView().catch((error: unknown) => {
      this.shown = undefined;
      throw error;
    });
    if (this.shown !== place) return;
    view.clear();
    this.socket = new RunnerSocket({
      ...place,
      screen: view,
      onLink: this.options.onLink,
      onReady: () => {
        this.options.onReady();
        if (!document.hidden) this.sendSize();
      },
      onNotice: this.options.onNotice,
    });
  }

  /** Lets go of the terminal, e.g. because its machine stopped. */
  hide(): void {
    this.shown = undefined;
    this.socket?.close();
    this.socket = undefined;
  }

  get showing(): TerminalPlace | undefined {
    return this.shown;
  }

  focus(): void {
    this.view?.focus();
  }

  /** Sends a command and Enter, once. Says why when it cannot. */
  run(command: string): 'sent' | 'not-live' | 'busy' {
    if (!this.socket?.live) return 'not-live';
    if (this.view?.busy) return 'busy';
    // A half-typed line would join the command: end of line, then erase it.
    const clear = this.view?.atPrompt ? '\x05\x15' : '';
    return this.socket.type(`${clear}${command}\r`) ? 'sent' : 'not-live';
  }

  changeFontSize(by: number): void {
    this.fontSize = Math.min(LARGEST, Math.max(SMALLEST, this.fontSize + by));
    writePreference('font-size', String(this.fontSize));
    this.view?.setFontSize(this.fontSize);
    this.sendSize();
  }

  get readerMode(): boolean {
    return this.screenReader;
  }

  setReaderMode(on: boolean): void {
    this.screenReader = on;
    writePreference('screen-reader', String(on));
    this.view?.setScreenReader(on);
  }

  private async prepareView(): Promise<TerminalView> {
    if (this.view) return this.view;
    const { panel, host, words } = this.options;
    const View = await loadView();
    if (this.view) return this.view;
    const leave = words.panel.leaveKey.replace('{key}', words.panel.leaveKeyShort);
    const view = new View({
      host,
      fontSize: this.fontSize,
      screenReader: this.screenReader,
      label: words.panel.inputLabel.replace('{leave}', leave),
      confirmLink: (url) => confirm(words.panel.linkOpen.replace('{url}', url)),
      onInput: (text) => this.typed(text),
      onTitle: this.options.onTitle,
      onLeave: this.options.onLeave,
    });
    this.view = view;
    this.filter = screenKeys(panel, { type: (text) => view.type(text), arrowPrefix: () => view.arrowPrefix });
    new ResizeObserver(() => {
      clearTimeout(this.settle);
      this.settle = setTimeout(() => this.sendSize(), SETTLE_MS);
    }).observe(host);
    return view;
  }

  private typed(text: string): void {
    // Another page on this terminal may have set the size; who types decides.
    this.sendSize();
    this.socket?.type(this.filter(text));
  }

  private sendSize(): void {
    const fitting = this.view?.fitting();
    const size = this.view?.size;
    if (!fitting || !size) return;
    const same = fitting.cols === size.cols && fitting.rows === size.rows;
    this.view?.resize(fitting.cols, fitting.rows);
    if (!same && this.socket?.live) this.socket.sendSize(fitting.cols, fitting.rows);
  }
}
