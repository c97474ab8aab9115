// What does a machine of the fake engine say and hear? Its streams in memory: the test says what the program says and sees what was typed.
import type { Pipe, Shell } from '../../runner/machines/shell.ts';

export class FakeMachineShell implements Shell {
  /** All that was typed. */
  typed = '';
  /** All that the program said. */
  said = '';
  readonly unread = 0;
  readonly sizes: [cols: number, rows: number][] = [];
  paused = false;
  released = false;
  ended = false;
  /** Called with each piece typed. */
  onTyped: (text: string) => void = () => {};
  readonly command: readonly string[];
  private waiting: Buffer[] = [];
  private listener: ((bytes: Buffer) => void) | undefined;
  private endListener: (() => void) | undefined;

  constructor(command: readonly string[] = []) {
    this.command = command;
  }

  /** The program writes; held back while the shell is paused, as a kernel would. */
  say(data: string | Buffer): void {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    this.said += bytes.toString();
    this.waiting.push(bytes);
    this.flush();
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    if (!this.released) this.endListener?.();
  }

  private flush(): void {
    while (this.listener !== undefined && !this.paused && !this.released) {
      const bytes = this.waiting.shift();
      if (bytes === undefined) return;
      this.listener(bytes);
    }
  }

  onData(listener: (bytes: Buffer) => void): void {
    this.listener = listener;
    this.flush();
  }
  onEnd(listener: () => void): void {
    this.endListener = listener;
    if (this.ended) queueMicrotask(listener);
  }
  write(bytes: Uint8Array): void {
    if (this.ended || this.released) return;
    const text = Buffer.from(bytes).toString();
    this.typed += text;
    this.onTyped(text);
  }
  async resize(cols: number, rows: number): Promise<void> {
    this.sizes.push([cols, rows]);
  }
  pause(): void {
    this.paused = true;
  }
  resume(): void {
    this.paused = false;
    this.flush();
  }
  release(): void {
    this.released = true;
  }
}

export class FakePipe implements Pipe {
  /** Lines that it was given. */
  readonly received: string[] = [];
  ended = false;
  released = false;
  paused = false;
  /** Called with each line given. */
  onReceived: (line: string) => void = () => {};
  readonly command: readonly string[];
  private waiting: string[] = [];
  private listener: ((line: string) => void) | undefined;
  private endListener: (() => void) | undefined;

  constructor(command: readonly string[] = []) {
    this.command = command;
  }

  say(line: string): void {
    this.waiting.push(line);
    this.flush();
  }
  private flush(): void {
    while (this.listener !== undefined && !this.paused && !this.released) {
      const line = this.waiting.shift();
      if (line === undefined) return;
      this.listener(line);
    }
  }
  end(): void {
    if (this.ended) return;
    this.ended = true;
    if (!this.released) this.endListener?.();
  }
  onLine(listener: (line: string) => void): void {
    this.listener = listener;
    this.flush();
  }
  onEnd(listener: () => void): void {
    this.endListener = listener;
    if (this.ended) queueMicrotask(listener);
  }
  writeLine(line: string): void {
    if (this.ended || this.released) return;
    this.received.push(line);
    this.onReceived(line);
  }
  pause(): void {
    this.paused = true;
  }
  resume(): void {
    this.paused = false;
    this.flush();
  }
  release(): void {
    this.released = true;
  }
}
