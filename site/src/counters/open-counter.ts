// What is fetched when a counter's tab opens for the first time? Its words, its look, and what brings it to life.
import './counters.css';
import type { CounterId } from '#protocol/counters.ts';
import type { CounterHost } from './counter.ts';
import { Hosts } from './hosts.ts';
import { Registrar } from './registrar.ts';
import { fetchSays } from './says.ts';

export interface OpenCounter {
  element: HTMLElement;
  /** Asks how things stand; gives a sentence when they cannot be known. */
  look(): Promise<string | undefined>;
}

/** Makes a counter; it is drawn once `look` has been answered. */
export async function openCounter(
  id: CounterId,
  language: string,
  host: Omit<CounterHost, 'says'>,
): Promise<OpenCounter> {
  if (id === 'glass' || id === 'directory') {
    const { openGlass } = await import('../glass/open-glass.ts');
    return openGlass(id, language, host.failure);
  }
  const says = await fetchSays(language);
  const made = id === 'registrar' ? new Registrar({ ...host, says }) : new Hosts({ ...host, says });
  return { element: made.counter.element, look: () => made.look() };
}
