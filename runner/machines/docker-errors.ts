// What does an error of the Docker API mean to us? HTTP status and socket errors become the five kinds of `EngineError`.
import { EngineError, type EngineErrorKind } from './engine.ts';

const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** The object is not there (404). */
export const isMissing = (error: unknown): boolean =>
  statusOf(error) === 404 || (error instanceof EngineError && error.kind === 'missing');

/** It is already as asked (304), or something else is being done to it at this moment (409). */
export const isAlreadySo = (error: unknown): boolean => statusOf(error) === 304;
export const isConflict = (error: unknown): boolean => statusOf(error) === 409;

const MESSAGE_CHARS = 4000;

/** Gives the `EngineError` that an error of dockerode or of a socket amounts to; an `EngineError` comes back as it is. */
export function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const message = (error instanceof Error ? error.message : String(error)).slice(0, MESSAGE_CHARS);
  return new EngineError(kindOf(error), message, { cause: error });
}

function kindOf(error: unknown): EngineErrorKind {
  const status = statusOf(error);
  if (status === 404) return 'missing';
  if (status === 409 || status === 304) return 'conflict';
  if (status !== undefined) return 'refused';
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError' || name === 'TimeoutError' || codeOf(error) === 'ABORT_ERR') return 'timeout';
  // No HTTP status and no abort: the socket itself failed (absent, refused, reset), whatever its code.
  return 'down';
}
