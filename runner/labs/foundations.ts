// Which labs does a lab stand on? Those that it continues, and those that they continue, in the order in which they are to be done.
import type { Lab } from './load-labs.ts';

/** Every lab under this one, the lowest first; without itself. @throws Error when one does not exist, or they go in a circle */
export function foundationsOf(lab: Lab, labs: ReadonlyMap<string, Lab>): Lab[] {
  const found: Lab[] = [];
  const visit = (one: Lab, path: readonly string[]) => {
    for (const id of one.manifest.after ?? []) {
      const base = labs.get(id);
      if (!base) throw new Error(`labs/${one.id}: after: there is no lab "${id}".`);
      if (path.includes(id)) throw new Error(`labs that wait for each other: ${[...path, id].join(' → ')}`);
      if (found.includes(base)) continue;
      visit(base, [...path, id]);
      found.push(base);
    }
  };
  visit(lab, [lab.id]);
  return found;
}
