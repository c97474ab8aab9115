// Which letters beyond a-z does each registry accept in a name?

/** Letters that a registry accepts besides `a-z`, `0-9` and the hyphen, as one string of composed (NFC) lower-case letters. */
export interface Alphabet {
  id: string;
  letters: string;
}

/** The 30 letters of .fr, open since 3 May 2012 (domain facts, A9). */
export const FRENCH: Alphabet = { id: 'french', letters: 'àáâãäåæçèéêëìíîïñòóôõöœßùúûüýÿ' };

/**
 * Latin letters of the official languages of the European Union and of the European Economic Area.
 * Simplified: the real registries have one table per language; Greek and Cyrillic names have TLDs of their own (.ευ, .ею).
 */
export const EUROPEAN_LATIN: Alphabet = {
  id: 'european-latin',
  letters: `${FRENCH.letters}øðþāăąćċčďđēėęěğġģħīįķĺľłńņňŋōőŕřśşšťŧūůűųŵŷźżžșț`,
};
