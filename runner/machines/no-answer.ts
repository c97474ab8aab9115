// Why does the engine not answer as an engine does? Nobody there, no right to ask, no word, or a strange one.
import type { EngineError } from './engine.ts';

export interface NoAnswer {
  why: 'absent' | 'forbidden' | 'silent' | 'strange';
  /** What came instead of an answer, on one short line. */
  reason: string;
  /** The socket that was tried, where the system names it. */
  socket: string;
}

const FORBIDDEN = ['EACCES', 'EPERM'];
const ABSENT = ['ENOENT', 'ECONNREFUSED', 'ENOTDIR', 'ENOTSOCK'];
const REASON_CHARS = 200;

export function whyNoAnswer(error: EngineError): NoAnswer {
  const cause = error.cause instanceof Error ? error.cause : undefined;
  const code = cause !== undefined && 'code' in cause ? String(cause.code) : '';
  const reason = error.message
    .replace(/^\(HTTP code (\d+)\) [^-]*- /, 'HTTP $1, ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, REASON_CHARS);
  const socket = cause !== undefined && 'address' in cause ? String(cause.address) : 'docker.sock';
  if (FORBIDDEN.includes(code)) return { why: 'forbidden', reason, socket };
  if (ABSENT.includes(code)) return { why: 'absent', reason, socket };
  return { why: error.kind === 'timeout' ? 'silent' : 'strange', reason, socket };
}
