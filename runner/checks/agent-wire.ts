// How do the runner and the checker in a machine speak? Lines to write for a request, and the reading of its answers; pure.

export type AgentReply =
  | { type: 'verdict'; request: number; step: string; exit: string; lastLine: string }
  | { type: 'end'; request: number };

/** Text in the form that bash's `printf %b` reads, in one line of ASCII: a fork-free base64. */
export function encodeText(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('latin1')
    .replaceAll('\0', '?') // NUL cannot live in a shell variable.
    .replace(/[^\x20-\x5b\x5d-\x7e]/g, (char) => `\\0${char.charCodeAt(0).toString(8).padStart(3, '0')}`);
}

/** One request: its header and its text, as two lines. `name` is a step id or a number, never free text. */
export const requestLines = (verb: string, name: string, text: string): [string, string] => {
  const payload = encodeText(text);
  return [`${verb} ${name} ${payload.length}`, payload];
};

/** Reads a line of the agent; undefined when it is not one (a hostile machine may write anything). */
export function readReply(line: string): AgentReply | undefined {
  const found = /^(\d{1,9}) ([a-z][a-z0-9-]{0,63})(?: (\d{1,3}|late|long) (.*))?$/.exec(line);
  if (found === null) return undefined;
  const [, request = '', step = '', exit, lastLine = ''] = found;
  if (exit === undefined) return step === 'end' ? { type: 'end', request: Number(request) } : undefined;
  return { type: 'verdict', request: Number(request), step, exit, lastLine };
}
