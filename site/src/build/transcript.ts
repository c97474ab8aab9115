// What does a recording say to somebody who reads it? The lines of each step, as a terminal would have shown them.
import headless from '@xterm/headless';
import type { Cast } from '../player/cast.ts';

export interface TranscriptPart {
  /** Id of the step; undefined for what stood there before the first. */
  step: string | undefined;
  /** Lines of text; a full-screen program leaves its last screen. */
  text: string;
}

/** Longest part kept, lines: the rest of a flood teaches nothing. */
const MOST_LINES = 120;

type Terminal = InstanceType<typeof headless.Terminal>;

const write = (terminal: Terminal, text: string): Promise<void> =>
  new Promise((resolve) => terminal.write(text, resolve));

function linesOf(terminal: Terminal, from: number): string[] {
  const buffer = terminal.buffer.active;
  const lines: string[] = [];
  for (let row = from; row < buffer.length; row += 1) {
    const line = buffer.getLine(row);
    const text = line?.translateToString(true) ?? '';
    if (line?.isWrapped && lines.length > 0) lines[lines.length - 1] += text;
    else lines.push(text);
  }
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Row where the cursor stands, from the first line kept. */
const rowOf = (terminal: Terminal): number => terminal.buffer.active.baseY + terminal.buffer.active.cursorY;

/** Plays a recording into a terminal without a screen and gives what each step showed. */
export async function transcriptOf(cast: Cast): Promise<TranscriptPart[]> {
  const terminal = new headless.Terminal({
    cols: cast.cols,
    rows: cast.rows,
    scrollback: 20_000,
    allowProposedApi: true,
  });
  const starts = [{ at: 0, step: undefined }, ...cast.marks];
  const parts: TranscriptPart[] = [];
  for (const [index, { at, step }] of starts.entries()) {
    const end = starts[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const begins = rowOf(terminal);
    let fullScreen: string[] = [];
    for (const event of cast.events.filter((one) => one.at >= at && one.at < end)) {
      if (terminal.buffer.active.type === 'alternate') fullScreen = linesOf(terminal, 0);
      await write(terminal, event.text);
    }
    const lines = [...fullScreen, ...linesOf(terminal, Math.min(begins, rowOf(terminal)))];
    // The prompt that waits for the next step.
    if (/[$#] $/.test(lines.at(-1) ?? '')) lines.pop();
    parts.push({ step, text: lines.slice(0, MOST_LINES).join('\n') });
  }
  terminal.dispose();
  return parts.filter((part) => part.step !== undefined);
}
