// For which place is the site built? A folder of a host, an address for its codes and licences, a folder on this disk.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Language, languageSchema } from '../protocol/api.ts';
import { Misuse } from '../start/start-error.ts';
import { authorWordsOf } from '../words/author.ts';

/** Where the site goes when nobody says. */
export const DEFAULT_OUT = '.data/static';

/** What every site that was built here has at its root. */
export const BUILT = ['LISEZMOI-README.txt', 'serve.mjs'] as const;

export interface BuildOptions {
  language: Language;
  /** Path of the site on its host, without a slash at its end: `` or `/cours`. */
  base: string;
  /** `https://exemple.org`, when it is known. */
  site: string | undefined;
  /** Absolute. */
  out: string;
}

/** Reads the arguments of `npm run build`; throws `Misuse` with what was expected and found. */
export function readBuildOptions(argv: readonly string[], root: string): BuildOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      base: { type: 'string' },
      site: { type: 'string' },
      out: { type: 'string' },
      lang: { type: 'string' },
    },
  });
  const asked = languageSchema.safeParse(values.lang);
  const language = asked.success ? asked.data : 'fr';
  const words = authorWordsOf(language);
  const base = (values.base ?? '').replace(/^\/?/, '/').replace(/\/+$/, '');
  // Browsers take `.` and `..` out of an address: the pages would look for themselves elsewhere.
  if (!/^(\/(?!\.\.?(\/|$))[\w.~-]+)*$/.test(base)) throw new Misuse(words['build.base'](values.base ?? ''));
  if (values.site !== undefined && !/^https?:\/\/[^/\s]+\/?$/.test(values.site))
    throw new Misuse(words['build.site'](values.site));
  const out = resolve(root, values.out ?? DEFAULT_OUT);
  if (!mayBeEmptied(out, root)) throw new Misuse(words['build.out'](out));
  return { language, base, site: values.site?.replace(/\/$/, ''), out };
}

/** Our own folder; one that is new or empty; or one that a site was built into before, unless somebody keeps its history there. */
function mayBeEmptied(folder: string, root: string): boolean {
  if (folder === resolve(root, DEFAULT_OUT) || !existsSync(folder)) return true;
  if (!statSync(folder).isDirectory()) return false;
  const names = readdirSync(folder);
  return names.length === 0 || (BUILT.every((name) => names.includes(name)) && !names.includes('.git'));
}
