// How does the page ask the runner something over HTTP? Every reply is parsed; every failure has a code with a sentence.
import type * as z from 'zod/mini';
import { REQUEST_HEADER, WORKSHOP_HEADER } from '#protocol/version.ts';

/** `no-answer`: nobody answers at all. `no-runner`: somebody answers, but not our runner (the pages are read as plain files). */
export type FailureCode = string | 'no-answer' | 'no-runner';
export type Answer<T> = { ok: true; value: T } | { ok: false; code: FailureCode; retryAfter?: number };

/** Longest wait for an answer; opening a lab may start a machine first. */
const PATIENCE_MS = 20_000;

async function readReply<T>(response: Response, schema: z.ZodMiniType<T> | undefined): Promise<Answer<T>> {
  if (response.ok && !schema) return { ok: true, value: undefined as T };
  if (!response.headers.get('content-type')?.includes('application/json'))
    return { ok: false, code: 'no-runner' };
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const parsed = schema?.safeParse(body);
    return parsed?.success ? { ok: true, value: parsed.data } : { ok: false, code: 'no-runner' };
  }
  if (typeof body !== 'object' || body === null || !('error' in body))
    return { ok: false, code: 'no-runner' };
  const retryAfter =
    'retryAfter' in body && typeof body.retryAfter === 'number' ? body.retryAfter : undefined;
  return { ok: false, code: String(body.error), ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** Asks the runner. `body` makes it a POST. `workshop`: which of their séances a trainer speaks of. `schema`: what a good reply is; without one the reply's body is not read. */
export async function ask<T = undefined>(
  path: `/api/${string}`,
  options: { schema?: z.ZodMiniType<T>; body?: unknown; workshop?: string | undefined } = {},
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method: options.body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        [REQUEST_HEADER]: '1',
        ...(options.workshop !== undefined && { [WORKSHOP_HEADER]: options.workshop }),
      },
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    return await readReply(response, options.schema);
  } catch {
    return { ok: false, code: 'no-answer' };
  }
}

/** The sentence for a failure. */
export function sentenceFor(
  failure: { code: FailureCode; retryAfter?: number },
  words: { refusals: Record<string, string>; noAnswer: string; retryIn: string },
): string {
  const sentence = words.refusals[failure.code] ?? words.noAnswer;
  if (failure.retryAfter === undefined) return sentence;
  return `${sentence} ${words.retryIn.replace('{seconds}', String(Math.ceil(failure.retryAfter)))}`;
}
