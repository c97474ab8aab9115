// What does the runner ask of a terminal? One byte stream both ways; whoever makes it (Docker, node-pty, a test) hides behind this.

/** A live pseudo-terminal. Bytes are raw both ways; nothing here knows Docker. */
export interface Shell {
  /** Calls back with each piece of output, as it comes. One listener; set it before anything is expected. */
  onData(listener: (bytes: Buffer) => void): void;
  /** Calls back once when the stream is over, whatever the reason. The program in the machine may still run (see `Engine.attach`). */
  onEnd(listener: () => void): void;
  /** Types bytes. Never throws; bytes written after the end are dropped. */
  write(bytes: Uint8Array): void;
  /** Typed bytes that we still hold because the program reads nothing. */
  readonly unread: number;
  /** Sets the size in cells. Never throws; a size set too early is retried, one set too late is dropped (F-24). */
  resize(cols: number, rows: number): Promise<void>;
  /** Stops reading: back-pressure reaches the program. */
  pause(): void;
  resume(): void;
  /** Lets go of the stream. A machine's own terminal goes on without us; an exec is ended by whoever started it. */
  release(): void;
}

/** A long-lived program without terminal: lines in, lines out (the checker of a machine). */
export interface Pipe {
  /** Each line of its standard output, without the newline; a line over 64 KiB is cut there. */
  onLine(listener: (line: string) => void): void;
  onEnd(listener: () => void): void;
  writeLine(line: string): void;
  /** Stops reading: back-pressure reaches the program. What is on its way still comes. */
  pause(): void;
  resume(): void;
  release(): void;
}
