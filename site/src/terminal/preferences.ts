// What does this browser remember between pages? A few comforts, never a code or a token; all of it may be refused by the browser.

/** Reads a preference; the default when it is absent or storage is refused (private windows). */
export function readPreference(name: string, otherwise: string): string {
  try {
    return localStorage.getItem(`boite.${name}`) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(`boite.${name}`, value);
  } catch {
    // The comfort is lost at the next page; nothing else is.
  }
}
