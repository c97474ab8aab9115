// `npm run lab -- <id>`: how does an author try one lab? In their own terminal, on a real machine that is thrown away after.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Lab, loadLabs } from '../labs/load-labs.ts';
import { openProofHouse, type ProofHouse } from '../proof/proof-engine.ts';
import { nearest } from '../settings/nearest.ts';
import { Misuse, StartError } from '../start/start-error.ts';
import { authorWordsOf } from '../words/author.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { endWith } from './end-with.ts';
import { LabSession, type OwnTerminal } from './lab-session.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** This process's own terminal, given over to the machine key by key. */
function ownTerminal(): OwnTerminal {
  process.stdin.setRawMode?.(true);
  process.stdin.resume();
  return {
    write: (text) => void process.stdout.write(text),
    onInput: (listener) => void process.stdin.on('data', (bytes: Buffer) => listener(bytes)),
    size: () => ({ cols: process.stdout.columns ?? 80, rows: process.stdout.rows ?? 24 }),
  };
}

/** Finds the lab that was asked for; throws `StartError` with the nearest names. */
function chosenLab({ names, flags, language }: Arguments, labs: ReadonlyMap<string, Lab>): Lab {
  const words = authorWordsOf(language);
  const [id, ...more] = names;
  const list = [...labs.values()].map((one) => `  ${one.id.padEnd(24)} ${one.words[language].title}`);
  if (id === undefined) throw new StartError(words['lab.which'](list.join('\n')));
  const lab = labs.get(id);
  if (lab === undefined) throw new Misuse(words['lab.unknown'](id, nearest(id, [...labs.keys()])));
  if (more.length > 0) throw new Misuse(words['lab.one'](id, names.length));
  const until = flags.get('solve');
  const steps = lab.manifest.steps.map((step) => step.id);
  if (until !== undefined && until !== '' && !steps.includes(until))
    throw new StartError(words['lab.no-step'](id, until, nearest(until, steps), steps.join(', ')));
  return lab;
}

/** Opens the lab until the person leaves; gives the exit code. */
async function open(house: ProofHouse, lab: Lab, asked: Arguments): Promise<number> {
  const words = authorWordsOf(asked.language);
  console.log(words['lab.opening'](lab.id));
  const [desktop = ''] =
    Object.entries(lab.manifest.machines).find(([, { kind }]) => kind === 'desktop') ?? [];
  const machine = await house.startMachine(lab, desktop, asked.language);
  const session = new LabSession(lab, asked.language, machine, ownTerminal());
  const until = asked.flags.get('solve');
  let code = 0;
  if (until !== undefined)
    await session.solve(until === '' ? undefined : until).catch(() => {
      code = 1;
    });
  // Nobody at the keyboard (a script asked for the solution): there is nothing to wait for.
  if (!process.stdin.isTTY) session.leave();
  await session.over;
  process.stdin.setRawMode?.(false);
  process.stdin.pause();
  console.log(`\n${words['lab.closing']}`);
  await machine.remove();
  return code;
}

try {
  const asked = readArguments(process.argv.slice(2), ['prove', 'yes']);
  const labs = await loadLabs(join(ROOT, 'labs'));
  const lab = chosenLab(asked, labs);
  if (asked.flags.has('prove')) {
    process.argv.splice(2, Infinity, '--lab', lab.id, '--times', '1', '--lang', asked.language);
    await import('../proof/main.ts');
  } else {
    const house = await openProofHouse({ labs });
    try {
      process.exitCode = await open(house, lab, asked);
    } finally {
      await house.close();
    }
  }
} catch (error) {
  endWith(error, readArguments(process.argv.slice(2)).language);
}
