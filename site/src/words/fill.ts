// How does a sentence get its values?

/**
 * Replaces each `{name}` by its value, and each `{name:one|many}` by the form that goes with this number in the page's language
 * (Unicode CLDR); an unknown name stays as written, so that a mistake is seen.
 */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(
    /\{([a-z]+)(?::([^|{}]*)\|([^{}]*))?\}/gi,
    (whole, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      if (one === undefined) return String(value);
      const number = Number(String(value).replace(',', '.'));
      const language = globalThis.document?.documentElement.lang || 'fr';
      return (new Intl.PluralRules(language).select(number) === 'one' ? one : many) ?? whole;
    },
  );
}
