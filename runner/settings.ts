// What did the person ask for, by flags and by environment? The only reader of process.env and process.argv; everything else receives `Settings`.
import { join, resolve } from 'node:path';
import type { Language } from './protocol/api.ts';
import { nearest } from './settings/nearest.ts';
import { OPTIONS, type OptionName, optionNames } from './settings/options.ts';
import type { MachineFacts, Problem } from './settings/parse.ts';
import { isLoopback, localAddresses } from './settings/parse.ts';
import { type Words, wordsOf } from './words/index.ts';

export interface Settings {
  language: Language;
  port: number;
  /** Address to listen on; 0.0.0.0 is every one. */
  host: string;
  /** Origin by which pages are reached when something stands in front (`https://…`), without a path. */
  publicUrl: URL | undefined;
  /** Absolute. */
  dataDir: string;
  title: string;
  /** Most seats in a séance. */
  seats: number;
  /** Who answers for personal data; shown at the door. */
  controller: string | undefined;
  /** Days that a séance's rows are kept after its end, when the séance does not say otherwise. */
  keepDays: number;
  /** IPv4 CIDR that every séance's network is cut from. */
  subnetBlock: string;
  /** False: terminals alone, without names nor servers to rent; for a small computer. */
  internet: boolean;
  /** Every name below it leads to this runner, for the pages of the glass browser; undefined when there is none. */
  glassDomain: string | undefined;
  /** Ports for those pages in a room: first and last. */
  glassPorts: readonly [first: number, last: number];
  /** Undefined: where Docker's own default is. */
  dockerSocket: string | undefined;
  yes: boolean;
  /** Author mode without Docker: shells of this machine, loopback only. */
  localShell: boolean;
  /** Author mode: labs are read again when they change. */
  watch: boolean;
  /** Where the log goes. */
  log: 'stdout' | { file: string };
  help: boolean;
}

/** One thing wrong, as a sentence with its remedy. */
export interface SettingsError {
  /** Flag or variable at fault. */
  name: string;
  sentence: string;
}

/** Exit code when the settings are wrong: 2, as shells use for misuse. */
export const USAGE_EXIT_CODE = 2;

type Values = Record<OptionName, unknown>;

/** The interface's language when no flag says: English when the locale names another language than French. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase();
  return /^(|c|posix|c[._].*|fr.*)$/.test(locale) ? 'fr' : 'en';
}

/**
 * Reads flags (first) and BOITE_* variables (second) by the table of options. Pure: gives either complete settings or every error found.
 * The sentences of the errors are in the language asked for, even when something else is wrong.
 */
export function readSettings(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  facts: MachineFacts,
): Settings | SettingsError[] {
  const words = wordsOf(askedLanguage(argv, env));
  const errors: SettingsError[] = [];
  const given = new Map<OptionName, { name: string; text: string }>();
  readVariables(env, given, errors, words);
  readFlags(argv, given, errors, words);

  const values = {} as Values;
  for (const name of optionNames) {
    const option = OPTIONS[name];
    const source = given.get(name);
    if (source === undefined) continue;
    const read = option.parse(source.text, { name: source.name, facts });
    if ('problem' in read) errors.push({ name: source.name, sentence: read.problem(words) });
    else values[name] = read.value;
  }
  const settings = complete(values, env, facts, words, errors);
  if (settings.localShell) guardLocalShell(settings, given, errors, words);
  return errors.length > 0 ? errors : settings;
}

function askedLanguage(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const flag = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  const asked = flag ?? env.BOITE_LANG;
  return asked === 'fr' || asked === 'en' ? asked : languageOf(env);
}

function readVariables(
  env: Readonly<Record<string, string | undefined>>,
  given: Map<OptionName, { name: string; text: string }>,
  errors: SettingsError[],
  words: Words,
): void {
  const byVariable = new Map<string, OptionName>(optionNames.map((name) => [OPTIONS[name].env, name]));
  for (const [variable, text] of Object.entries(env)) {
    if (!variable.startsWith('BOITE_') || text === undefined) continue;
    const name = byVariable.get(variable);
    if (name === undefined)
      errors.push({
        name: variable,
        sentence: words['settings.unknown-variable'](variable, nearest(variable, [...byVariable.keys()])),
      });
    else if (text === '')
      errors.push({ name: variable, sentence: words['settings.empty'](variable, OPTIONS[name].example) });
    else given.set(name, { name: variable, text });
  }
}

function readFlags(
  argv: readonly string[],
  given: Map<OptionName, { name: string; text: string }>,
  errors: SettingsError[],
  words: Words,
): void {
  const byFlag = new Map<string, OptionName>(optionNames.map((name) => [`--${name}`, name]));
  const seen = new Set<string>();
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    const [flag = '', inline] = splitOnce(word);
    const name = byFlag.get(flag);
    if (!flag.startsWith('-')) {
      errors.push({ name: word, sentence: words['settings.unexpected-word'](show(word)) });
      continue;
    }
    if (name === undefined) {
      errors.push({
        name: flag,
        sentence: words['settings.unknown-flag'](show(flag), nearest(flag, [...byFlag.keys()])),
      });
      // What follows was meant as its value: one mistake, one sentence.
      if (inline === undefined && argv[i + 1]?.startsWith('-') === false) i++;
      continue;
    }
    const option = OPTIONS[name];
    let text = inline;
    if (text === undefined && option.takesValue) {
      const next = argv[i + 1];
      if (next !== undefined && !next.startsWith('--')) {
        text = next;
        i++;
      }
    }
    if (seen.has(flag)) errors.push({ name: flag, sentence: words['settings.repeated'](flag) });
    seen.add(flag);
    if (option.takesValue && (text === undefined || text === ''))
      errors.push({ name: flag, sentence: words['settings.missing-value'](flag, option.example) });
    else given.set(name, { name: flag, text: text ?? 'yes' });
  }
}

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

/** What a person typed, short enough and safe to print back. */
function show(text: string): string {
  return text.replace(/[\p{C}\p{Z}]/gu, ' ').slice(0, 60);
}

function complete(
  values: Values,
  env: Readonly<Record<string, string | undefined>>,
  facts: MachineFacts,
  words: Words,
  errors: SettingsError[],
): Settings {
  const language = (values.lang as Language | undefined) ?? languageOf(env);
  const dataDir = (values.data as string | undefined) ?? resolve(facts.cwd, '.data');
  const localShell = values['local-shell'] === true;
  return {
    language,
    port: (values.port as number | undefined) ?? 8017,
    host: (values.host as string | undefined) ?? (localShell ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: values['public-url'] as URL | undefined,
    dataDir,
    title: (values.title as string | undefined) ?? wordsOf(language)['settings.default-title'],
    seats: (values.seats as number | undefined) ?? 40,
    controller: values.controller as string | undefined,
    keepDays: (values['keep-days'] as number | undefined) ?? 30,
    subnetBlock: (values['subnet-block'] as string | undefined) ?? '198.18.0.0/15',
    internet: values.internet !== false,
    glassDomain: values['glass-domain'] as string | undefined,
    glassPorts: (values['glass-ports'] as [number, number] | undefined) ?? [8100, 8299],
    dockerSocket:
      (values['docker-socket'] as string | undefined) ??
      (localShell ? undefined : dockerHost(env, words, errors)),
    yes: values.yes === true,
    localShell,
    watch: values.watch === true,
    log: values.log === 'stdout' ? 'stdout' : { file: join(dataDir, 'log') },
    help: values.help === true,
  };
}

/** DOCKER_HOST is Docker's own variable, so an empty one means unset; anything but a Unix socket would put trainees on another machine. */
function dockerHost(
  env: Readonly<Record<string, string | undefined>>,
  words: Words,
  errors: SettingsError[],
): string | undefined {
  const found = env.DOCKER_HOST;
  if (found === undefined || found === '') return undefined;
  if (found.startsWith('unix:///') && found.length > 'unix:///'.length) return found.slice('unix://'.length);
  errors.push({ name: 'DOCKER_HOST', sentence: words['settings.docker-not-local'](show(found)) });
  return undefined;
}

/** A shell of the author's own machine must never be offered to a network. */
function guardLocalShell(
  settings: Settings,
  given: Map<OptionName, { name: string; text: string }>,
  errors: SettingsError[],
  words: Words,
): void {
  const refuse = (option: OptionName) => {
    const name = given.get(option)?.name ?? `--${option}`;
    errors.push({ name, sentence: words['settings.local-shell-not-loopback'](name) });
  };
  if (!isLoopback(settings.host)) refuse('host');
  if (settings.publicUrl !== undefined) refuse('public-url');
}

/** The list printed by `--help`, one option per line. */
export function usage(language: Language): string {
  const words = wordsOf(language);
  const lines = optionNames.map((name) => {
    const option = OPTIONS[name];
    const left = option.takesValue ? `--${name} ${option.example}` : `--${name}`;
    return `  ${left}\n      ${words[option.description]}  [${option.env}]`;
  });
  return [words['settings.usage-title'], ...lines].join('\n');
}

/** Settings of this very process. */
export function settingsOfThisProcess(): Settings | SettingsError[] {
  return readSettings(process.argv.slice(2), process.env, {
    cwd: process.cwd(),
    addresses: localAddresses(),
  });
}

/** Docker's own variable, as it is: for the doctor, who tells what is wrong with it. */
export const dockerHostOfThisProcess = (): string | undefined => process.env.DOCKER_HOST;

export type { MachineFacts, Problem };
