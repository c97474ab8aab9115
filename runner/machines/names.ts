// What are containers and networks called? Opaque, unique per installation, and short enough for every engine.
import { randomBytes } from 'node:crypto';

const PART = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
/** Docker accepts more, but a name is also shown by `docker ps`. */
const MAX_NAME_CHARS = 100;

/** Letters and digits, 40 bits: names one object among those of an installation. */
export const freshId = (): string => randomBytes(5).toString('hex');

/**
 * `boite-<instance>-<part>-…`. Parts are lower-case letters, digits and hyphens: ids of ours, never what somebody typed.
 * @throws RangeError on any other part, because a pseudonym in a name would leak through the machines' own DNS
 */
export function objectName(instance: string, ...parts: readonly string[]): string {
  for (const part of [instance, ...parts])
    if (!PART.test(part))
      throw new RangeError(`A name is made of ids (a-z, 0-9, hyphens inside); got ${JSON.stringify(part)}.`);
  const name = ['boite', instance, ...parts].join('-');
  if (name.length > MAX_NAME_CHARS)
    throw new RangeError(`A name has at most ${MAX_NAME_CHARS} characters; "${name}" has ${name.length}.`);
  return name;
}
