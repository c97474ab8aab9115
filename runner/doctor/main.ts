// `npm run doctor`: is this machine ready for a class? One line per examination, its remedy below, and a sentence at the end.
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createDockerEngine } from '../machines/docker-engine.ts';
import { createDockerImages } from '../machines/docker-engine-images.ts';
import { EngineError, type EngineFacts } from '../machines/engine.ts';
import { CLASS_IMAGES, imageTags, missingImages } from '../machines/images.ts';
import { localAddresses } from '../settings/parse.ts';
import { dockerHostOfThisProcess, USAGE_EXIT_CODE } from '../settings.ts';
import { doctorWordsOf } from '../words/doctor.ts';
import { readDoctorOptions } from './doctor-options.ts';
import { examineCapacity } from './examine-capacity.ts';
import { examineDockerHost, examineEngine, examineNoEngine } from './examine-engine.ts';
import { examineHost } from './examine-host.ts';
import { type Finding, fail, ok, warn } from './finding.ts';
import { readHost } from './host-facts.ts';
import { ensureInotify } from './inotify.ts';
import { type ProbeResult, probeMachines } from './probe-machine.ts';
import { probeServer } from './probe-server.ts';
import { render } from './render.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const options = readDoctorOptions(process.argv.slice(2), {
  cwd: process.cwd(),
  addresses: localAddresses(),
});
if (Array.isArray(options)) {
  for (const sentence of options) console.error(sentence);
  process.exit(USAGE_EXIT_CODE);
}
const { seats: wanted, subnetBlock, publicUrl } = options;
const words = doctorWordsOf(options.language);

/** The engine, or why there is none. */
async function describeEngine(): Promise<EngineFacts | Finding[]> {
  const dockerHost = dockerHostOfThisProcess();
  const remote = examineDockerHost(dockerHost, words);
  if (remote.length > 0) return remote;
  try {
    return await createDockerEngine({ instance: 'doctor' }).describe();
  } catch (error) {
    if (error instanceof EngineError) return examineNoEngine({ error, dockerHost }, words);
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
    const result = await probeMachines(desktop, subnetBlock, words);
    const servers = await probeServer({ vps, helper }, words);
    return { ...result, findings: [present, ...result.findings, servers] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const finding = fail('probe', words['probe.failed'](reason), words['probe.remedy']);
    return { findings: [present, finding], idleBytes: undefined };
  }
}

function examineAddress(): Finding {
  if (publicUrl?.protocol === 'https:') return ok('address', words.https(publicUrl.origin));
  return warn('address', words['plain-http'], words['plain-http.remedy']);
}

const described = await describeEngine();
const engine = Array.isArray(described) ? undefined : described;
const visible =
  engine?.rootDir !== undefined && statSync(engine.rootDir, { throwIfNoEntry: false }) !== undefined;
const host = await readHost(visible && engine.rootDir !== undefined ? engine.rootDir : ROOT);
const findings: Finding[] = [];
findings.push(
  ...(Array.isArray(described) ? described : examineEngine({ engine: described, ...host }, words)),
);
const inotify = await ensureInotify(host.inotifyInstances, wanted, words);
if (inotify) findings.push(inotify);
findings.push(...examineHost({ host, seats: wanted }, words));
const probed = engine ? await probe() : { findings: [], idleBytes: undefined };
findings.push(...probed.findings, examineAddress());
const capacity = examineCapacity({ ...host, idleBytes: probed.idleBytes }, wanted, words);
if (capacity) findings.push(capacity.finding);

const failed = findings.some(({ level }) => level === 'fail');
process.stdout.write(
  options.json
    ? `${JSON.stringify({ ready: !failed, seats: capacity?.seats, findings }, null, 2)}\n`
    : render(findings, words, process.stdout.isTTY),
  // An engine that hangs still holds its connections, which would keep this process alive for minutes.
  () => process.exit(failed ? 1 : 0),
);
