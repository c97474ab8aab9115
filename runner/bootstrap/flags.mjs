// Which flags may follow a command? Read before anything is installed, so that a slip of the finger costs a second and not ten minutes.
import { MISUSED, Stop } from './stop.mjs';

/** @typedef {'switch' | 'value' | 'maybe'} FlagKind a switch alone means yes, `--switch=no` is possible; a `maybe` has a value when the next word is no flag */

/** Flags of the runner, for `npm start` and `npm run dev`: the names of runner/settings/options.ts, which judges their values (a rule test compares the two). */
export const RUNNER_FLAGS = {
  '--port': 'value',
  '--host': 'value',
  '--public-url': 'value',
  '--data': 'value',
  '--lang': 'value',
  '--title': 'value',
  '--seats': 'value',
  '--controller': 'value',
  '--keep-days': 'value',
  '--subnet-block': 'value',
  '--internet': 'value',
  '--glass-domain': 'value',
  '--glass-ports': 'value',
  '--docker-socket': 'value',
  '--yes': 'switch',
  '--local-shell': 'switch',
  '--watch': 'switch',
  '--log': 'value',
  '--help': 'switch',
};

/** Is a switch on? `--yes` and `--yes=oui` are, `--yes=no` is not. */
export const isOn = (flags, name) => flags.has(name) && !/^(non|no|false|0)$/i.test(flags.get(name));

/** Letters to change to get from one word to the other (Levenshtein). */
export function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

/** @param {string} word @param {string[]} known @returns {string | undefined} the nearest, if it is near at all */
export function nearest(word, known) {
  const ranked = known.map((name) => [distance(word, name), name]).sort((x, y) => x[0] - y[0]);
  const [best] = ranked;
  return best && best[0] <= Math.max(2, Math.floor(word.length / 2)) ? best[1] : undefined;
}

/**
 * Reads the arguments after the command.
 * @param {string[]} argv e.g. ['--port', '8080', '--yes'] or ['--port=8080']
 * @param {Record<string, FlagKind>} known
 * @param {{ flagUnknown(flag: string, near?: string): string, flagTwice(flag: string): string, flagNeedsValue(flag: string): string, notAFlag(text: string): string }} words
 * @param {string[]} [names] takes the words that are no flags; without it there may be none
 * @returns {Map<string, string>} flag → value ('' for a switch alone)
 */
export function readFlags(argv, known, words, names) {
  const found = new Map();
  for (let i = 0; i < argv.length; i++) {
    const [name, ...rest] = argv[i].split('=');
    if (!name.startsWith('-')) {
      if (names === undefined) throw new Stop(words.notAFlag(argv[i]), MISUSED);
      names.push(argv[i]);
      continue;
    }
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (kind === undefined)
      throw new Stop(words.flagUnknown(name, nearest(name, Object.keys(known))), MISUSED);
    if (found.has(name)) throw new Stop(words.flagTwice(name), MISUSED);
    if (kind === 'switch' || (kind === 'maybe' && (argv[i + 1] ?? '-').startsWith('-'))) {
      found.set(name, rest.join('='));
      continue;
    }
    const value = rest.length > 0 ? rest.join('=') : argv[++i];
    if (value === undefined || value === '' || (rest.length === 0 && value.startsWith('--')))
      throw new Stop(words.flagNeedsValue(name), MISUSED);
    found.set(name, value);
  }
  return found;
}

/**
 * The language of the command: --lang, else the system's, else French.
 * @param {string[]} argv @param {Record<string, string | undefined>} env @returns {'fr' | 'en'}
 */
export function chooseLanguage(argv, env) {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = at < 0 ? undefined : argv[at].includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  if (asked === 'fr' || asked === 'en') return asked;
  const system = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase();
  return /^(|c|posix|c\..*|fr.*)$/.test(system) ? 'fr' : 'en';
}
