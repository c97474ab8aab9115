// What is fetched when the tab « Navigateur » or the class's directory opens for the first time? Its words, and what brings it to life.
import { h } from '../counters/dom.ts';
import type { sentenceFor } from '../terminal/runner-client.ts';
import type { GlassWords } from '../words/glass.fr.ts';
import { GlassTab } from './glass-tab.ts';
import { Sites } from './sites.ts';

export interface OpenTab {
  element: HTMLElement;
  /** Asks how things stand; gives a sentence when they cannot be known. */
  look(): Promise<string | undefined>;
}

async function wordsFor(language: string): Promise<GlassWords> {
  if (language === 'en') return (await import('../words/glass.en.ts')).en;
  return (await import('../words/glass.fr.ts')).fr;
}

/** The browser, or the list of the class's sites alone. */
export async function openGlass(
  id: 'glass' | 'directory',
  language: string,
  failure: Parameters<typeof sentenceFor>[1],
): Promise<OpenTab> {
  const words = await wordsFor(language);
  if (id === 'glass') return new GlassTab({ words, language, failure });
  const sites = new Sites({ words, failure, visit: undefined });
  const element = h(
    'section',
    { class: 'counter not-content', 'aria-label': words.directory.title },
    h(
      'header',
      { class: 'counter-head' },
      h('h2', {}, words.directory.title),
      h('p', { class: 'counter-badge', title: words.simulatedMeaning }, words.simulated),
    ),
    h('p', {}, words.directory.help),
    sites.element,
  );
  return { element, look: () => sites.look() };
}
