// What was asked of the doctor? Its options are judged by the runner's own readers: what `npm start` would refuse is refused here, in the same words.
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Language, languageSchema } from '../protocol/api.ts';
import { OPTIONS } from '../settings/options.ts';
import type { MachineFacts } from '../settings/parse.ts';
import { wordsOf } from '../words/index.ts';

export interface DoctorOptions {
  language: Language;
  json: boolean;
  seats: number;
  subnetBlock: string;
  publicUrl: URL | undefined;
}

const JUDGED = ['data', 'seats', 'subnet-block', 'public-url'] as const;

/** The options, or a sentence for each one that is wrong. */
export function readDoctorOptions(argv: readonly string[], facts: MachineFacts): DoctorOptions | string[] {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      json: { type: 'boolean', default: false },
      lang: { type: 'string' },
      data: { type: 'string' },
      seats: { type: 'string', default: '40' },
      'subnet-block': { type: 'string', default: '198.18.0.0/15' },
      'public-url': { type: 'string' },
    },
  });
  const language = languageSchema.safeParse(values.lang).data ?? 'fr';
  const words = wordsOf(language);
  const read: Partial<Record<(typeof JUDGED)[number], unknown>> = {};
  const wrong: string[] = [];
  for (const name of JUDGED) {
    const text = values[name];
    if (text === undefined) continue;
    const result = OPTIONS[name].parse(text, { name: `--${name}`, facts });
    if ('problem' in result) wrong.push(result.problem(words));
    else read[name] = result.value;
  }
  const dataDir = read.data as string | undefined;
  if (dataDir !== undefined && isSomethingElse(dataDir)) wrong.push(words['store.not-a-directory'](dataDir));
  if (wrong.length > 0) return wrong;
  return {
    language,
    json: values.json,
    seats: read.seats as number,
    subnetBlock: read['subnet-block'] as string,
    publicUrl: read['public-url'] as URL | undefined,
  };
}

/** There, and no folder. Where this account may not look, the runner says so when it starts. */
function isSomethingElse(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    return false;
  }
}
