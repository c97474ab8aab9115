// A shell that does what the test says, and remembers what was done to it.
import type { Shell } from '../../runner/machines/shell.ts';

export class FakeShell implements Shell {
  /** Everything typed, in order. */
  typed = Buffer.alloc(0);
  /** Its program reads what is typed; when not, it waits. */
  reads = true;
  readonly sizes: [cols: number, rows: number][] = [];
  paused = false;
  released = false;
  #onData: (bytes: Buffer) => void = () => undefined;
  #onEnd: () => void = () => undefined;

  onData(listener: (bytes: Buffer) => void): void {
    this.#onData = listener;
  }

  onEnd(listener: () => void): void {
    this.#onEnd = listener;
  }

  get unread(): number {
    return this.reads ? 0 : this.typed.length;
  }

  write(bytes: Uint8Array): void {
    this.typed = Buffer.concat([this.typed, bytes]);
  }

  async resize(cols: number, rows: number): Promise<void> {
    this.sizes.push([cols, rows]);
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }

  release(): void {
    this.released = true;
  }

  /** The program prints. */
  print(output: string | Buffer): void {
    this.#onData(Buffer.from(output));
  }

  /** The stream is over. */
  hangUp(): void {
    this.#onEnd();
  }
}
