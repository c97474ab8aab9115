// What did an author ask for? Words and flags of a command, already judged by the bootstrap; a value may be left out where that means something.
import { type Language, languageSchema } from '../protocol/api.ts';

export interface Arguments {
  /** Words that are no flags, in order. */
  names: string[];
  /** Flag without its dashes → value; empty for a switch. */
  flags: Map<string, string>;
  language: Language;
}

/** @param switches flags that take no value */
export function readArguments(argv: readonly string[], switches: readonly string[] = []): Arguments {
  const names: string[] = [];
  const flags = new Map<string, string>();
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (!word.startsWith('--')) {
      names.push(word);
      continue;
    }
    const [flag = '', ...rest] = word.slice(2).split('=');
    const next = argv[i + 1];
    if (rest.length > 0) flags.set(flag, rest.join('='));
    else if (switches.includes(flag) || next === undefined || next.startsWith('--')) flags.set(flag, '');
    else {
      flags.set(flag, next);
      i += 1;
    }
  }
  const asked = languageSchema.safeParse(flags.get('lang'));
  return { names, flags, language: asked.success ? asked.data : 'fr' };
}
