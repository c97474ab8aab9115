// What does the runner write down? One JSON line per event; never a pseudonym, a code, an address of a visitor or a byte of a terminal.
import { mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';

/** Ids, counts, durations and codes of ours; never what a person typed. */
export type LogFields = Record<string, string | number | boolean | undefined>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** A failure, said once, where it is answered. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

/** Longest text in a line, in UTF-16 units: a megabyte in a name must not become a megabyte in the log (T-30). */
const MAX_TEXT = 200;

/** Lines of one event kept per minute; a storm is then counted, not written (F-20). */
const LINES_PER_MINUTE = 120;

/** Size at which the log of earlier runs is put aside as `log.1` (one only) when the runner starts. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Text made safe for a line that somebody will read in a terminal: cut, and control characters shown as escapes. */
export function safeText(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
  return cut.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

function safeFields(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? safeText(value) : value]),
  );
}

function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: safeText(String(error)) };
  // The stack repeats the message, which may be a megabyte: only what follows it is cut in lines.
  const stack = error.stack ?? '';
  const frames = stack
    .slice(Math.max(0, stack.indexOf('\n    at ')))
    .split('\n', 9)
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => safeText(line.trim()));
  const cause =
    error.cause instanceof Error ? { cause: safeText(`${error.cause.name}: ${error.cause.message}`) } : {};
  return { error: safeText(`${error.name}: ${error.message}`), ...cause, at: frames };
}

/** Opens the log: a file (made with its directory, mode 0600), standard output, or a stream of a test. */
export function openLog(
  to: 'stdout' | { file: string } | DestinationStream,
  now: () => number = Date.now,
): Log {
  const logger = pino(
    {
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      messageKey: 'event',
      formatters: { level: (label) => ({ level: label }) },
    },
    streamOf(to),
  );
  return paced(logger, now);
}

function streamOf(to: 'stdout' | { file: string } | DestinationStream): DestinationStream {
  if (to === 'stdout') return destination({ dest: 1, sync: true });
  if ('write' in to) return to;
  mkdirSync(dirname(to.file), { recursive: true, mode: 0o700 });
  if ((statSync(to.file, { throwIfNoEntry: false })?.size ?? 0) > MAX_FILE_BYTES)
    renameSync(to.file, `${to.file}.1`);
  // Synchronous, so that the last line before a crash is there: it is the one that matters.
  return destination({ dest: to.file, mode: 0o600, sync: true });
}

function paced(logger: Logger, now: () => number): Log {
  const minutes = new Map<string, { minute: number; lines: number }>();
  const write = (level: 'info' | 'warn' | 'error', event: string, fields: () => Record<string, unknown>) => {
    const minute = Math.floor(now() / 60_000);
    const known = minutes.get(event);
    const entry = known?.minute === minute ? known : { minute, lines: 0 };
    const unwritten = known !== undefined && known !== entry ? known.lines - LINES_PER_MINUTE : 0;
    if (unwritten > 0) logger.warn({ of: event, lines: unwritten }, 'log-lines-left-out');
    minutes.set(event, entry);
    entry.lines += 1;
    if (entry.lines <= LINES_PER_MINUTE) logger[level](fields(), event);
  };
  return {
    info: (event, fields = {}) => write('info', event, () => safeFields(fields)),
    warn: (event, fields = {}) => write('warn', event, () => safeFields(fields)),
    error: (event, error, fields = {}) =>
      write('error', event, () => ({ ...safeFields(fields), ...errorFields(error) })),
  };
}
