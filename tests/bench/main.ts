// How fast, how large, how soon? `npm run bench`: every measurement in turn, within a time limit; whatever was made is removed, however it ends.
import { spawnSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createDockerEngine } from '../../runner/machines/docker-engine.ts';
import { measureAll, PARTS, type Part } from './measurements.ts';
import { type Findings, isMet, judged, renderTable, writeReport } from './report.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

/** Of everything but the building of a large site, and of that. */
const LIMIT_MEASURES_S = 480;
const LIMIT_BUILD_S = 300;
const PREPARE = fileURLToPath(new URL('../../runner/prepare.ts', import.meta.url));

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    lang: { type: 'string', default: 'fr' },
    yes: { type: 'boolean' },
  },
});
const words = flags.lang === 'en' ? en : fr;
const parts = readParts(flags.only);
const limitS = LIMIT_MEASURES_S + (parts.includes('build') ? LIMIT_BUILD_S : 0);
const undo: (() => Promise<void> | void)[] = [];
const found = new Map<string, Findings>();
const loadBefore = loadavg();
let ending = false;

prepare();
const startedAt = performance.now();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(130));
setTimeout(() => void end(1, words.tooLong(limitS)), limitS * 1000).unref();
try {
  await measureAll({
    parts,
    quick: flags.quick,
    undo,
    begins: (part) => say(typeof part === 'string' ? words.measuring[part] : words.preparing(part.seats)),
    found: (part, findings) => void found.set(part, findings),
  });
  await end(0);
} catch (error) {
  await end(1, error instanceof Error ? error.stack : String(error));
}

function readParts(only: string | undefined): Part[] {
  const asked = only?.split(',') ?? [...PARTS];
  const wrong = asked.find((name) => !PARTS.some((part) => part === name));
  if (wrong !== undefined) {
    console.error(words.unknownPart(wrong, PARTS.join(', ')));
    process.exit(2);
  }
  return PARTS.filter((part) => asked.includes(part));
}

/** Images and site are there before anything is timed. */
function prepare(): void {
  for (const what of ['images', 'site']) {
    const args = [PREPARE, what, '--lang', words === en ? 'en' : 'fr'];
    if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) process.exit(1);
  }
}

/** To the person who waits; the report alone goes to standard output. */
function say(line: string): void {
  process.stderr.write(`${Math.round((performance.now() - startedAt) / 1000)} s  ${line}\n`);
}

/** Tells what was found, even when not everything was; removes what was made; ends. */
async function end(code: number, why?: string): Promise<void> {
  if (ending) return;
  ending = true;
  if (why !== undefined) say(why);
  if (found.size > 0) await tell(code === 0);
  for (const step of undo.splice(0).reverse())
    await (async () => step())().catch((error: unknown) => say(String(error)));
  process.exit(code);
}

async function tell(complete: boolean): Promise<void> {
  const rows = [...found.values()].flatMap((findings) => findings.rows);
  const report = {
    at: new Date().toISOString(),
    quick: flags.quick,
    complete,
    computer: await describeComputer(),
    rows: rows.map((row) => ({ ...row, judged: judged(row), met: isMet(row) })),
    data: Object.fromEntries([...found].map(([part, { data }]) => [part, data])),
  };
  const file = await writeReport(report);
  if (flags.json) return console.log(JSON.stringify(report));
  const count = (met: boolean) => rows.filter((row) => isMet(row) === met).length;
  const load = Math.max(loadBefore[0] ?? 0, 0);
  console.log(`\n${renderTable(rows, words)}\n\n${words.shared}`);
  if (load > cpus().length / 2) console.log(words.busy(load.toFixed(1), cpus().length));
  console.log(words.summary(count(true), count(false), file));
}

/** What the figures depend on. */
async function describeComputer() {
  const engine = await createDockerEngine({ instance: 'bench' }).describe();
  return {
    cores: cpus().length,
    cpu: cpus()[0]?.model,
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    kernel: release(),
    node: process.version,
    engine: engine.version,
    runc: engine.runcVersion,
    cgroup: engine.cgroupVersion,
    storage: engine.storageDriver,
    loadBefore,
    loadAfter: loadavg(),
    loadGenerator: 'on this computer',
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
}
