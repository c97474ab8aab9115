// Which known word is nearest to the one that was typed?

/** Edits (insert, delete, replace) between two words: Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The nearest of `known` to `word`, or undefined when none is near enough to be meant. A megabyte of flag is cut, for the work is quadratic. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const short = word.slice(0, 64);
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    const d = distance(short, candidate);
    if (best === undefined || d < best.distance) best = { word: candidate, distance: d };
  }
  return best !== undefined && best.distance <= Math.max(2, Math.floor(short.length / 3))
    ? best.word
    : undefined;
}
