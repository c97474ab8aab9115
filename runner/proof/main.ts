// `npm run prove`: does every lab keep its word, in every language, as often as asked? Writes the recordings; they come from nowhere else.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Lab, loadLabs } from '../labs/load-labs.ts';
import type { Language } from '../protocol/api.ts';
import { Misuse } from '../start/start-error.ts';
import { systemRefusal } from '../start/system-refusal.ts';
import { languageOf, readProofArguments } from './proof-arguments.ts';
import { openProofHouse, type ProofHouse } from './proof-engine.ts';
import { untidy } from './proof-internet.ts';
import { proveLab } from './prove-lab.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where recordings are written: read by the site's build. */
const RECORDINGS = join(ROOT, '.data', 'recordings');

/** Exit code after Ctrl-C (128 + SIGINT). */
const STOPPED = 130;
/** Exit code of a command that was asked wrongly. */
const MISUSED = 2;
/** Labs proved at a time: a proof mostly waits for its machines. */
const LANES = 2;

/** Proves one lab in one language once; gives the numbers of kept and broken promises. */
async function proveOnce(house: ProofHouse, lab: Lab, language: Language): Promise<[number, number]> {
  const began = performance.now();
  const { results, recording } = await proveLab({
    lab,
    language,
    startMachine: (name) => house.startMachine(lab, name, language),
    onResult: ({ name, passed, why }) => {
      if (!passed) console.log(`  FAIL ${lab.id} [${language}] ${name}\n       ${why}`);
    },
  });
  const failed = results.filter((result) => !result.passed).length;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${lab.id} [${language}] ${results.length} promises, ${seconds} s`,
  );
  if (recording !== undefined) {
    await mkdir(join(RECORDINGS, lab.id), { recursive: true });
    await writeFile(join(RECORDINGS, lab.id, `${language}.cast`), recording);
  }
  return [results.length - failed, failed];
}

async function main(): Promise<number> {
  const labs = await loadLabs(join(ROOT, 'labs'));
  const asked = readProofArguments(process.argv.slice(2), [...labs.keys()]);
  const house = await openProofHouse({ labs });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      console.log('Stopped: removing the proof’s machines.');
      void house.close().finally(() => process.exit(STOPPED));
    });
  let [passed, failed] = [0, 0];
  const wanted = [...labs.values()].filter(({ id }) => asked.labs.length === 0 || asked.labs.includes(id));
  const rounds = Array.from({ length: asked.times }, () => asked.languages).flat();
  const queue = rounds.flatMap((language) => wanted.map((lab) => ({ lab, language })));
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [kept, broken] = await proveOnce(house, next.lab, next.language);
      passed += kept;
      failed += broken;
    }
  };
  try {
    const ended = await Promise.allSettled(Array.from({ length: LANES }, lane));
    // The other lane went on: its machines are removed by it, not under it.
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  } finally {
    // What stopped the proof is what one must hear, not that something could not be tidied up after it.
    await house.close().catch(untidy);
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  const sentence =
    error instanceof Error
      ? (systemRefusal(error, languageOf(process.argv.slice(2))) ?? error.message)
      : String(error);
  console.error(sentence);
  const unread = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  process.exitCode = unread || error instanceof Misuse ? MISUSED : 1;
}
