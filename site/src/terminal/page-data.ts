// What did the build write into this page for its script? The lab's words and ids, as a JSON block of our own making.
import type { CounterId } from '#protocol/counters.ts';
import type { ClientWords } from '../words/fr.ts';

export interface LabPageData {
  lab: string;
  language: string;
  joinPath: string;
  machines: string[];
  steps: Record<string, { title: string; done: string; hints: Record<string, [string, string]> }>;
  words: ClientWords;
  /** What stands in the place of `%name%` and its like before the seat has its own. */
  own: Record<string, string>;
  /** Titles of the labs that this one continues, by id. */
  after?: Record<string, string>;
  /** The small Internet's counters that this lab asks for; `label` names the group of their tabs. */
  counters?: { tabs: { id: CounterId; label: string }[]; label: string; again: string };
}

/** The JSON block `id` of this page; the build made it, so its shape is trusted. */
export function pageData<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? '{}') as T;
}

/** The element that must be there because the build drew it; throws naming the selector otherwise. */
export function part<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`This page should contain ${selector}; rebuild the site.`);
  return found;
}
