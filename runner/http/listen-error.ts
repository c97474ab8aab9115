// Why could the server not open, in one sentence with its remedy?
import type { Settings } from '../settings.ts';
import type { Words } from '../words/index.ts';

/** Says an error of `listen`. */
export function listenSentence(
  error: unknown,
  settings: Pick<Settings, 'host' | 'port'>,
  words: Words,
): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return words['listen.in-use'](settings.port);
  if (code === 'EACCES') return words['listen.no-right'](settings.port);
  if (code === 'EADDRNOTAVAIL') return words['listen.no-address'](settings.host);
  return words['listen.failed'](error instanceof Error ? error.message : String(error));
}
