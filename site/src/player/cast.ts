// What is in a recording? asciicast version 2 (docs.asciinema.org/manual/asciicast/v2): a header, then [seconds, "o" | "m", text] per line.

export interface CastEvent {
  /** Seconds from the beginning. */
  at: number;
  /** What the machine printed. */
  text: string;
}

export interface CastMark {
  at: number;
  /** Id of the lab's step that begins here. */
  step: string;
}

export interface Cast {
  cols: number;
  rows: number;
  events: CastEvent[];
  marks: CastMark[];
  /** Length of the whole. */
  seconds: number;
  /** What all steps took when the lab was proved, typed without thinking: real seconds, and the day (2026-11-22). */
  measured?: { seconds: number; day: string };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Recordings of other programs, and our old ones, do not say it. */
function measuredIn(value: unknown): Pick<Cast, 'measured'> {
  if (!isRecord(value)) return {};
  const { seconds, day } = value;
  return typeof seconds === 'number' && typeof day === 'string' ? { measured: { seconds, day } } : {};
}

/** Reads a recording. Throws a sentence naming the line when it is none of ours. */
export function readCast(text: string): Cast {
  const [first = '', ...lines] = text.trimEnd().split('\n');
  const header: unknown = JSON.parse(first);
  if (!isRecord(header) || header.version !== 2)
    throw new Error('a recording starts with an asciicast header, version 2');
  const cast: Cast = {
    cols: Number(header.width),
    rows: Number(header.height),
    events: [],
    marks: [],
    seconds: 0,
    ...measuredIn(header.measured),
  };
  for (const [index, line] of lines.entries()) {
    const value: unknown = JSON.parse(line);
    if (!Array.isArray(value) || typeof value[0] !== 'number' || typeof value[2] !== 'string')
      throw new Error(`line ${index + 2} of a recording: expected [seconds, "o" or "m", text]`);
    const [at, kind, what] = value;
    cast.seconds = Math.max(cast.seconds, at);
    if (kind === 'o') cast.events.push({ at, text: what });
    if (kind === 'm') cast.marks.push({ at, step: what });
  }
  return cast;
}
