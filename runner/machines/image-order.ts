// Which image is made of which, and so in what order are they built? Read from the Dockerfiles: `ARG MIRROR` before the first FROM names the machine `mirror`.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The build argument that carries another machine's tag: `vps` → `VPS`, `big-server` → `BIG_SERVER`. */
export const argumentOf = (name: string): string => name.toUpperCase().replaceAll('-', '_');

/** Machines among `names` whose images this Dockerfile builds on, in the order of its ARG lines. */
export function parentsIn(dockerfile: string, names: readonly string[]): string[] {
  const byArgument = new Map(names.map((name) => [argumentOf(name), name]));
  const parents: string[] = [];
  for (const line of dockerfile.split('\n')) {
    if (/^\s*FROM\s/i.test(line)) break;
    const parent = byArgument.get(/^\s*ARG\s+(\w+)\s*$/i.exec(line)?.[1] ?? '');
    if (parent !== undefined) parents.push(parent);
  }
  return parents;
}

/**
 * The same machines, each after those it builds on; otherwise in the order given.
 * @throws RangeError when two images would each need the other
 */
export function inBuildOrder(parents: ReadonlyMap<string, readonly string[]>): string[] {
  const ordered: string[] = [];
  const visit = (name: string, path: readonly string[]) => {
    if (ordered.includes(name)) return;
    if (path.includes(name))
      throw new RangeError(`Images that need each other: ${[...path, name].join(' → ')}. One ARG too many.`);
    for (const parent of parents.get(name) ?? []) visit(parent, [...path, name]);
    ordered.push(name);
  };
  for (const name of parents.keys()) visit(name, []);
  return ordered;
}

/** Parents of each machine of a folder, in build order. */
export async function readParents(folder: string, names: readonly string[]): Promise<Map<string, string[]>> {
  const parents = new Map<string, string[]>();
  for (const name of names)
    parents.set(name, parentsIn(await readFile(join(folder, name, 'Dockerfile'), 'utf8'), names));
  return new Map(inBuildOrder(parents).map((name) => [name, parents.get(name) ?? []]));
}
