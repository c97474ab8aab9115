// Which simple commands are in a line that somebody typed? Quotes, paths of programs and wrappers go away, so that checks can recognise a deed.

/** A command seen in a terminal. `exitCode` is undefined while it runs. */
export interface ObservedCommand {
  readonly line: string;
  readonly exitCode: number | undefined;
}

const WRAPPERS = new Set([
  'sudo',
  'command',
  'builtin',
  'exec',
  'time',
  'env',
  'nohup',
  '!',
  'then',
  'do',
  '{',
]);
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;
const SEPARATORS = new Set([';', '&', '|', '\n', '(', ')', '`']);

/** Characters of a word as a check sees them: a blank inside quotes becomes `_`, so that one space always separates words. */
const inWord = (char: string): string => (/\s/.test(char) ? '_' : char);

interface Reading {
  commands: string[][];
  word: string | undefined;
}

function endWord(reading: Reading): void {
  if (reading.word !== undefined) reading.commands.at(-1)?.push(reading.word);
  reading.word = undefined;
}

/** Reads what stands between quotes from `start`; gives the index after the closing quote (or the end of the line). */
function readQuoted(line: string, start: number, quote: string, reading: Reading): number {
  let at = start;
  for (; at < line.length && line[at] !== quote; at += 1) {
    if (quote === '"' && line[at] === '\\' && at + 1 < line.length) at += 1;
    // A dollar between single quotes is a dollar, not a variable.
    reading.word += quote === "'" && line[at] === '$' ? '\\$' : inWord(line[at] ?? '');
  }
  return at + 1;
}

/** Splits a line as a shell would, roughly: no expansion, no error; what cannot be read becomes words. */
function readWords(line: string): string[][] {
  const reading: Reading = { commands: [[]], word: undefined };
  for (let at = 0; at < line.length; ) {
    const char = line[at] ?? '';
    if (char === "'" || char === '"') {
      reading.word ??= '';
      at = readQuoted(line, at + 1, char, reading);
      continue;
    }
    at += 1;
    if (char === '\\') {
      if (at < line.length && line[at] !== '\n') reading.word = (reading.word ?? '') + inWord(line[at] ?? '');
      at += 1;
    } else if (char === '#' && reading.word === undefined) {
      while (at < line.length && line[at] !== '\n') at += 1;
    } else if (char === '&' && /[<>]/.test(line[at - 2] ?? '')) {
      reading.word = `${reading.word ?? ''}&`;
    } else if (SEPARATORS.has(char)) {
      endWord(reading);
      reading.commands.push([]);
    } else if (char === '<' || char === '>') {
      // A redirection is a word of its own, `>> file` as `>>file`, so that a check can tell reading from writing.
      if (!/^\d*[<>&]*$/.test(reading.word ?? '')) endWord(reading);
      reading.word = (reading.word ?? '') + char;
    } else if (/\s/.test(char)) {
      if (!/^\d*[<>]+&?$/.test(reading.word ?? '')) endWord(reading);
    } else reading.word = (reading.word ?? '') + char;
  }
  endWord(reading);
  return reading.commands;
}

/** The simple commands of a line, each as words joined by one space: `/bin/ls -l "a b" | sort` → `ls -l a_b`, `sort`. */
export function simpleCommands(line: string): string[] {
  const found: string[] = [];
  for (const words of readWords(line)) {
    let first = 0;
    while (first < words.length && (WRAPPERS.has(words[first] ?? '') || ASSIGNMENT.test(words[first] ?? '')))
      first += 1;
    const program = words[first];
    if (program === undefined) continue;
    found.push([program.replace(/^.*\/(?=[^/]+$)/, ''), ...words.slice(first + 1)].join(' '));
  }
  return found;
}

/** Most commands that a check is told of, and the longest line: older ones and longer ends are left out. */
const MAX_COMMANDS = 200;
const MAX_LINE = 500;

const exitOf = (command: ObservedCommand): string => command.exitCode?.toString() ?? '-';

/** What a check reads on its standard input: `<exit or ->\t<line as typed>`, oldest first. */
export const rawLines = (commands: readonly ObservedCommand[]): string =>
  commands
    .slice(-MAX_COMMANDS)
    .map((command) => `${exitOf(command)}\t${command.line.slice(0, MAX_LINE).replace(/[\t\r\n]+/g, ' ')}`)
    .join('\n');

/** Lines read before are remembered: forty machines send the same ones again each second. */
const MAX_REMEMBERED = 500;

/** What `ran`, `ended`, `runs` and `tried` look at: `<exit or ->\t<simple command>`. `memory` belongs to the caller and dies with it. */
export function simpleLines(
  commands: readonly ObservedCommand[],
  memory = new Map<string, string[]>(),
): string {
  if (memory.size > MAX_REMEMBERED) memory.clear();
  let lines = '';
  for (const command of commands.slice(-MAX_COMMANDS)) {
    const simple = memory.get(command.line) ?? simpleCommands(command.line.slice(0, MAX_LINE));
    memory.set(command.line, simple);
    for (const one of simple) lines += `${exitOf(command)}\t${one}\n`;
  }
  return lines;
}
