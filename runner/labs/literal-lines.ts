// On which line of a data file does a key stand, and is a key written twice? A small reader of JavaScript literals; what it cannot read it skips.

export interface LiteralLines {
  /** Line (from 1) of the value at a path such as `['steps', 0, 'id']`, or of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
  /** Keys written twice in one object: JavaScript keeps the last one silently. */
  duplicates: { key: string; line: number }[];
}

const MAX_DEPTH = 60;
const joined = (path: readonly PropertyKey[]): string => path.map(String).join('\0');

class LiteralReader {
  readonly lines = new Map<string, number>();
  readonly duplicates: { key: string; line: number }[] = [];
  readonly #text: string;
  /** Keys seen so far, per object that is open. */
  readonly #keys: Set<string>[] = [];
  #at: number;
  #line: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
    this.#line = text.slice(0, start).split('\n').length;
  }

  get #char(): string {
    return this.#text[this.#at] ?? '';
  }

  #step(): void {
    if (this.#char === '\n') this.#line += 1;
    this.#at += 1;
  }

  #skipBlank(): void {
    for (;;) {
      if (/\s/.test(this.#char)) this.#step();
      else if (this.#text.startsWith('//', this.#at))
        while (this.#char !== '' && this.#char !== '\n') this.#step();
      else if (this.#text.startsWith('/*', this.#at)) {
        while (this.#char !== '' && !this.#text.startsWith('*/', this.#at)) this.#step();
        this.#step();
        this.#step();
      } else return;
    }
  }

  /** Reads a quoted text; gives what it says, roughly. */
  #quoted(): string {
    const quote = this.#char;
    let said = '';
    for (this.#step(); this.#char !== '' && this.#char !== quote; this.#step()) {
      if (this.#char === '\\') this.#step();
      said += this.#char;
    }
    this.#step();
    return said;
  }

  /** Reads one value and notes the lines of what is in it. */
  value(path: readonly PropertyKey[]): void {
    this.#skipBlank();
    this.lines.set(joined(path), this.lines.get(joined(path)) ?? this.#line);
    if (path.length <= MAX_DEPTH && this.#char === '{') this.#members('}', () => this.#member(path));
    else if (path.length <= MAX_DEPTH && this.#char === '[') {
      let index = 0;
      this.#members(']', () => {
        this.value([...path, index]);
        index += 1;
      });
    }
    this.#rest();
  }

  #members(close: string, readOne: () => void): void {
    this.#step();
    this.#keys.push(new Set());
    for (;;) {
      this.#skipBlank();
      if (this.#char === '' || this.#char === close) break;
      const before = this.#at;
      if (this.#char !== ',') readOne();
      if (this.#char === ',' || this.#at === before) this.#step();
    }
    this.#step();
    this.#keys.pop();
  }

  #member(path: readonly PropertyKey[]): void {
    const line = this.#line;
    let key = '';
    if (/['"]/.test(this.#char)) key = this.#quoted();
    else for (; /[\w$]/.test(this.#char); this.#step()) key += this.#char;
    this.#skipBlank();
    if (this.#char !== ':') {
      this.#rest();
      return;
    }
    this.#step();
    if (this.#keys.at(-1)?.has(key)) this.duplicates.push({ key, line });
    this.#keys.at(-1)?.add(key);
    this.lines.set(joined([...path, key]), line);
    this.value([...path, key]);
  }

  /** Goes on to the comma or the bracket that ends the value. */
  #rest(): void {
    let depth = 0;
    for (; this.#char !== ''; ) {
      this.#skipBlank();
      if (/['"`]/.test(this.#char)) {
        this.#quoted();
        continue;
      }
      if (depth === 0 && /[,}\])]/.test(this.#char)) return;
      if (/[{[(]/.test(this.#char)) depth += 1;
      if (/[}\])]/.test(this.#char)) depth -= 1;
      this.#step();
    }
  }
}

/** Reads the literal that follows `export default`. */
export function readLiteralLines(text: string): LiteralLines {
  const found = /^[ \t]*export\s+default\b\s*(?:\w+\s*\(\s*)?/m.exec(text);
  const reader = new LiteralReader(text, found === null ? text.length : found.index + found[0].length);
  reader.value([]);
  return {
    duplicates: reader.duplicates,
    lineOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const line = reader.lines.get(joined(path.slice(0, length)));
        if (line !== undefined) return line;
      }
      return undefined;
    },
  };
}
