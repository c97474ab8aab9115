// How does a sentence get its values?

/** Replaces each `{name}` by its value; an unknown name stays as written, so that a mistake is seen. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{([a-z]+)\}/gi, (whole, name: string) => String(values[name] ?? whole));
}
