// What should a trainer know now? Codes; the page has the sentences.
import type { ServerParts } from './parts.ts';

/** `plain-http`, `joining-paused`, `engine-down`, `disk-full`: whichever holds. */
export function warningsOf(parts: ServerParts): string[] {
  const addresses = parts.addresses();
  const [best = 'http://localhost'] = addresses;
  return [
    ...(best.startsWith('https:') || isOnlyLocal(addresses) ? [] : ['plain-http']),
    ...(parts.limiter.paused() ? ['joining-paused'] : []),
    ...(parts.engineState() === 'down' ? ['engine-down'] : []),
    ...(parts.store.diskIsFull() ? ['disk-full'] : []),
  ];
}

/** Nothing leaves this machine, so nobody can listen on the way. */
const isOnlyLocal = (origins: string[]): boolean =>
  origins.every((origin) => /^http:\/\/(localhost|127\.|\[::1\])/.test(origin));
