// What does a broken rule of a schema mean to the author of a lab? One sentence: where, what was expected, what was found, the nearest right name.
import type * as z from 'zod';
import { didYouMean } from './lab-problem.ts';

type Issue = z.core.$ZodIssue;

/** How a value is shown: short, on one line, control characters as escapes. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    data,
  );

/** `steps[2].hints`, as one would write it. */
export const showPath = (path: readonly PropertyKey[]): string =>
  path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');

/** Keys that an object at this path may have: of the manifest, of the words or of the proof. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  const [first, second] = path;
  if (first === undefined)
    return ['minutes', 'machines', 'steps', 'counters', 'after', 'credit', 'title', 'summary'];
  if (first === 'credit') return ['authors', 'licence', 'changes'];
  if (first === 'machines') return ['kind', 'memoryMiB', 'cpus', 'processes'];
  if (first === 'steps' && typeof second === 'number' && path.length === 2)
    return ['id', 'machine', 'asksAnswer', 'hints', 'solution'];
  if (first === 'steps' && path.length === 2) return ['title', 'done', 'answerLabel', 'hints', 'solution'];
  if (path.at(-2) === 'nearMisses') return ['does', 'hint'];
  return ['ways', 'nearMisses', 'run', 'start', 'type', 'key', 'see', 'answer'];
}

function expectation(issue: Issue, data: unknown): string {
  const found = show(valueAt(data, issue.path));
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected}, found ${found}`;
    case 'too_small':
      return `expected at least ${issue.minimum}${unit(issue.origin)}, found ${found}`;
    case 'too_big':
      return `expected at most ${issue.maximum}${unit(issue.origin)}, found ${found}`;
    case 'invalid_value':
      return `expected ${issue.values.map((one) => show(one)).join(' or ')}, found ${found}`;
    case 'invalid_format':
      return `expected ${issue.message}, found ${found}`;
    case 'invalid_union':
      return `expected one of { run }, { start }, { type }, { key }, { see }, { answer }, found ${found}`;
    case 'invalid_key':
      return `${show(issue.path.at(-1))} cannot be a name: expected ${issue.issues[0]?.message ?? 'a short name'}`;
    default:
      return issue.message;
  }
}

const unit = (origin: string): string =>
  origin === 'string' ? ' characters' : origin === 'array' ? ' of them' : '';

/** The path that the issue is about (its key included, for unknown keys) and its sentence. */
export function describeIssue(issue: Issue, data: unknown): { path: PropertyKey[]; message: string }[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `unknown key ${show(key)}${issue.path.length > 0 ? ` in ${showPath(issue.path)}` : ''}${didYouMean(key, knownKeys(issue.path)) || `; expected only: ${knownKeys(issue.path).join(', ')}`}`,
    }));
  const where = issue.path.length > 0 ? `${showPath(issue.path)}: ` : '';
  return [{ path: [...issue.path], message: `${where}${expectation(issue, data)}` }];
}
