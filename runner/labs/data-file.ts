// Which data does a lab's TypeScript file hold? It is read as data: run alone, without any module, file, clock or network in reach.
import { createContext, Script } from 'node:vm';

/** Milliseconds for a file of data to be read; it computes nothing, yet a computer that starts forty machines may keep it waiting. */
const TIME_LIMIT_MS = 2000;

/** Values in one file, each as often as it is referred to: a small file can unfold into billions ("billion laughs"). */
const MAX_VALUES = 20_000;

/** What each `define…` function may be imported as. */
const DEFINERS = ['defineLab', 'defineWords', 'defineProof'];

const IMPORT =
  /^[ \t]*import\b[^;]*?from\s*['"]([^'"]*)['"][ \t]*;?|^[ \t]*import\s*['"]([^'"]*)['"][ \t]*;?/gm;

export type DataFile = { data: unknown } | { line?: number | undefined; message: string };

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** Blanks a piece of text, keeping its lines, so that later mistakes keep their line numbers. */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Reads `export default define…({ … })`; an import of anything else than `../define-lab.ts` is refused. */
export function readDataFile(source: string, file: string): DataFile {
  for (const found of source.matchAll(IMPORT)) {
    const from = found[1] ?? found[2] ?? '';
    if (from !== '../define-lab.ts')
      return {
        line: lineAt(source, found.index + found[0].search(/\S/)),
        message: `it imports "${from}"; a lab is plain data and may import only '../define-lab.ts'`,
      };
  }
  const code = source.replace(IMPORT, blank);
  const defaults = [...code.matchAll(/^[ \t]*export\s+default\b/gm)];
  const [first, second] = defaults;
  if (first === undefined)
    return { message: 'no `export default`; expected `export default defineLab({ … })` or alike' };
  if (second !== undefined)
    return { line: lineAt(code, second.index), message: 'a second `export default`; expected one' };
  return evaluate(code.replace(/^([ \t]*)export\s+default\b/m, '$1__result =      '), file);
}

/** Runs the code in a world of its own and copies its result out as plain data. */
function evaluate(code: string, file: string): DataFile {
  const world = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  const limits = { timeout: TIME_LIMIT_MS };
  // Made inside that world, so that nothing of ours can be reached through them.
  const prelude = DEFINERS.map((name) => `function ${name}(data) { return data }`).join(';');
  try {
    new Script(`var __result; ${prelude}`).runInContext(world, limits);
    new Script(`'use strict';${code}`, { filename: file }).runInContext(world, limits);
    const result: unknown = new Script('__result').runInContext(world, limits);
    if (tooMuch(result))
      return {
        message: `it holds more than ${MAX_VALUES} values; expected a few hundred (does a part refer to itself?)`,
      };
    return { data: structuredClone(result) };
  } catch (error) {
    return explain(error, file);
  }
}

/** Counts what a value unfolds into, without following it any further than needed. */
function tooMuch(value: unknown): boolean {
  const waiting = [value];
  for (let count = 0; waiting.length > 0; count += 1) {
    if (count > MAX_VALUES) return true;
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const inside = Object.values(next);
    if (inside.length > MAX_VALUES) return true;
    waiting.push(...inside);
  }
  return false;
}

const text = (value: unknown, key: string): string =>
  typeof value === 'object' && value !== null && key in value
    ? String((value as Record<string, unknown>)[key])
    : '';

/** An error of the other world, as one sentence; its line is read from the first line of its stack that names the file. */
function explain(error: unknown, file: string): DataFile {
  const stack = text(error, 'stack');
  const at = stack.indexOf(`${file}:`);
  const line = at < 0 ? undefined : Number.parseInt(stack.slice(at + file.length + 1), 10) || undefined;
  const message = text(error, 'message').split('\n')[0] ?? '';
  if (text(error, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
    return { message: `it takes more than ${TIME_LIMIT_MS / 1000} s to read; expected plain data` };
  if (text(error, 'name') === 'DataCloneError')
    return {
      message: `it holds something that is not data (${message}); expected text, numbers, lists and objects`,
    };
  if (text(error, 'name') === 'SyntaxError')
    return {
      line,
      message: `${message}; expected plain data (a comma or a quote is missing, or a type is written)`,
    };
  return { line, message: `${message || 'it cannot be read'}; expected plain data` };
}
