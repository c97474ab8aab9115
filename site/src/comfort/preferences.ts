// How does this person read best? Size and spacing of the text, and which lessons are done; kept in this browser, nowhere else.
import { readPreference, writePreference } from '../terminal/preferences.ts';

/** Steps of the text's size; 1 is as the browser has it. */
export const SIZES: readonly number[] = [0.9, 1, 1.15, 1.3, 1.5, 1.75];

/** The size next to this one; the same at the ends. */
export function nextSize(size: number, by: 1 | -1): number {
  const at = SIZES.indexOf(size);
  return SIZES[Math.min(SIZES.length - 1, Math.max(0, (at < 0 ? 1 : at) + by))] ?? 1;
}

export const readSize = (): number => {
  const kept = Number(readPreference('size', '1'));
  return SIZES.some((one) => one === kept) ? kept : 1;
};
export const readSpacing = (): boolean => readPreference('spacing', 'no') === 'yes';

/** Shows the page so, and remembers it. */
export function setComfort(size: number, spacing: boolean): void {
  writePreference('size', String(size));
  writePreference('spacing', spacing ? 'yes' : 'no');
  applyComfort(size, spacing);
}

export function applyComfort(size: number, spacing: boolean): void {
  const root = document.documentElement;
  if (size === 1) root.style.removeProperty('--reading-size');
  else root.style.setProperty('--reading-size', String(size));
  root.classList.toggle('spaced', spacing);
}

/** Paths of the lessons read, without the language: `premiers-pas/terminal`. */
export function lessonsRead(): string[] {
  try {
    const kept: unknown = JSON.parse(readPreference('read', '[]'));
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function markRead(path: string, read: boolean): void {
  const others = lessonsRead().filter((one) => one !== path);
  writePreference('read', JSON.stringify(read ? [...others, path] : others));
}

/** `/x/en/premiers-pas/terminal/` → `premiers-pas/terminal`, wherever the site stands; undefined for what is no lesson's address. */
export function lessonAt(pathname: string, base: string): string | undefined {
  const inside = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.replace(/^\//, '');
  return /^(?:en\/)?([a-z0-9-]+\/[a-z0-9-]+)\/$/.exec(inside)?.[1];
}
