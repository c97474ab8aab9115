// `npm run doctor`: is this machine ready for a class? One line per examination, its remedy below, and a sentence at the end.
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createDockerEngine } from '../machines/docker-engine.ts';
import { createDockerImages } from '../machines/docker-engine-images.ts';
import { EngineError, type EngineFacts } from '../machines/engine.ts';
import { CLASS_IMAGES, imageTags, missingImages } from '../machines/images.ts';
import { languageSchema } from '../protocol/api.ts';
import { doctorWordsOf } from '../words/doctor.ts';
import { examineCapacity } from './examine-capacity.ts';
import { examineEngine } from './examine-engine.ts';
import { examineHost } from './examine-host.ts';
import { type Finding, fail, ok, warn } from './finding.ts';
import { readHost } from './host-facts.ts';
import { ensureInotify } from './inotify.ts';
import { type ProbeResult, probeMachines } from './probe-machine.ts';
import { probeServer } from './probe-server.ts';
import { render } from './render.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    lang: { type: 'string' },
    data: { type: 'string' },
    seats: { type: 'string', default: '40' },
    'subnet-block': { type: 'string', default: '198.18.0.0/15' },
    'public-url': { type: 'string' },
  },
});
const asked = languageSchema.safeParse(values.lang);
const language = asked.success ? asked.data : 'fr';
const words = doctorWordsOf(language);
const wanted = Number.parseInt(values.seats, 10) || 40;

async function describeEngine(): Promise<EngineFacts | undefined> {
  try {
    return await createDockerEngine({ instance: 'doctor' }).describe();
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

/** Limits, isolation and the use of a seat, in real machines; says why when they cannot be made. */
async function probe(): Promise<ProbeResult> {
  const missing = await missingImages(createDockerImages(), undefined, CLASS_IMAGES);
  if (missing.length > 0) {
    const text = words['images.missing'](missing.join(', '));
    return { findings: [warn('images', text, words['images.remedy'])], idleBytes: undefined };
  }
  const present = ok('images', words['images.present']);
  try {
    const { desktop = '', vps = '', helper = '' } = await imageTags();
    const result = await probeMachines(desktop, values['subnet-block'], words);
    const servers = await probeServer({ vps, helper }, words);
    return { ...result, findings: [present, ...result.findings, servers] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const finding = fail('probe', words['probe.failed'](reason), words['probe.remedy']);
    return { findings: [present, finding], idleBytes: undefined };
  }
}

function examineAddress(): Finding {
  const url = values['public-url'];
  if (url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:')
    return ok('address', words.https(new URL(url).origin));
  return warn('address', words['plain-http'], words['plain-http.remedy']);
}

const engine = await describeEngine();
const visible =
  engine?.rootDir !== undefined && statSync(engine.rootDir, { throwIfNoEntry: false }) !== undefined;
const host = await readHost(visible && engine.rootDir !== undefined ? engine.rootDir : ROOT);
const findings: Finding[] = [];
if (engine) findings.push(...examineEngine({ engine, ...host }, words));
else findings.push(fail('engine', words['engine.absent'], words['engine.absent-remedy']));
const inotify = await ensureInotify(host.inotifyInstances, wanted, words);
if (inotify) findings.push(inotify);
findings.push(...examineHost({ host, seats: wanted }, words));
const probed = engine ? await probe() : { findings: [], idleBytes: undefined };
findings.push(...probed.findings, examineAddress());
const capacity = examineCapacity({ ...host, idleBytes: probed.idleBytes }, wanted, words);
if (capacity) findings.push(capacity.finding);

const failed = findings.some(({ level }) => level === 'fail');
process.stdout.write(
  values.json
    ? `${JSON.stringify({ ready: !failed, seats: capacity?.seats, findings }, null, 2)}\n`
    : render(findings, words, process.stdout.isTTY),
);
process.exitCode = failed ? 1 : 0;
