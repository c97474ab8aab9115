// Which authorities does a workshop trust? Asking its servers costs two programs, so the answer is remembered for a while.
const KEPT_MS = 60_000;
/** A site whose certificate never fits must not make us ask at each page. */
const FRESH_MS = 3_000;

/** Remembers what `ask` gives. The result is what `GlassInternet.caRoots` must be. `now`: milliseconds. */
export function rememberRoots(
  ask: () => Promise<string>,
  now: () => number,
): (fresh: boolean) => Promise<string> {
  let known: { at: number; roots: Promise<string> } | undefined;
  return (fresh) => {
    const age = known === undefined ? Number.POSITIVE_INFINITY : now() - known.at;
    if (known !== undefined && age < (fresh ? FRESH_MS : KEPT_MS)) return known.roots;
    const roots = ask();
    const asked = { at: now(), roots };
    known = asked;
    roots.catch(() => {
      if (known === asked) known = undefined;
    });
    return roots;
  };
}
