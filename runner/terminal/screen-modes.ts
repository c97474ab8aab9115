// In which modes is the screen? What a page must be told before it can draw a past whose beginning is lost.

const ALTERNATE_SCREEN = [47, 1047, 1049] as const;
const CURSOR_VISIBLE = 25;
/** Modes that outlive the bytes that set them and that a person would miss: cursor keys, mouse, focus, bracketed paste. */
const OTHERS = [1, 1000, 1002, 1003, 1004, 1005, 1006, 1015, 2004] as const;
const KEPT: ReadonlySet<number> = new Set([...ALTERNATE_SCREEN, CURSOR_VISIBLE, ...OTHERS]);

/** Follows the private modes of one screen (numbers of xterm's ctlseqs). */
export class ScreenModes {
  #on: Set<number>;
  #keypad: boolean;

  /** @param like copies that screen's modes; otherwise the defaults of a new screen. */
  constructor(like?: ScreenModes) {
    this.#on = new Set(like ? like.#on : [CURSOR_VISIBLE]);
    this.#keypad = like ? like.#keypad : false;
  }

  /** True while a full-screen program (an editor, a pager) owns the screen. */
  get alternate(): boolean {
    return ALTERNATE_SCREEN.some((mode) => this.#on.has(mode));
  }

  modes(numbers: readonly number[], on: boolean): void {
    for (const mode of numbers) {
      if (!KEPT.has(mode)) continue;
      if (!on) this.#on.delete(mode);
      else this.#on.add(mode);
    }
  }

  keypad(on: boolean): void {
    this.#keypad = on;
  }

  reset(): void {
    this.#on = new Set([CURSOR_VISIBLE]);
    this.#keypad = false;
  }

  /** The sequences that bring a new screen into these modes; empty for the defaults. */
  restore(): string {
    const screen = ALTERNATE_SCREEN.filter((mode) => this.#on.has(mode)).map((mode) => `\x1b[?${mode}h`);
    const others = OTHERS.filter((mode) => this.#on.has(mode)).map((mode) => `\x1b[?${mode}h`);
    const cursor = this.#on.has(CURSOR_VISIBLE) ? '' : '\x1b[?25l';
    return `${screen.join('')}${cursor}${others.join('')}${this.#keypad ? '\x1b=' : ''}`;
  }
}
