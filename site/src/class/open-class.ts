// What does a joined browser load besides its page? The class around it, in the language of the page; after everything else.
import { ClassBar } from './class-bar.ts';

/** Draws the class bar. */
export async function openClass(): Promise<void> {
  const words = document.documentElement.lang.startsWith('en')
    ? (await import('../words/class.en.ts')).en
    : (await import('../words/class.fr.ts')).fr;
  new ClassBar(words);
}
