// What runs, in which order, when everything is tested? Each part gives its counts; the sum is the truth that the last line tells.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { childEnv, ROOT } from './node24.mjs';
import { formatTime } from './screen.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts */

const TYPES = ['tests', '.', 'runner/protocol'];
export const WITHOUT_DOCKER = ['rules', 'unit', 'wire'];
export const WITH_DOCKER = ['docker', 'labs', 'browser'];

/** Runs a program on the screen and gives its exit code; Ctrl-C ends it and us. */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: childEnv(),
    });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a program and shows what it said once it is over, so that several at a time do not talk at once. */
function runAside(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: childEnv() });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
    child.once('error', () => resolve(1));
    child.once('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

const tool = (path) => join(ROOT, 'node_modules', ...path.split('/'));

/** One thing that passes or fails as a whole (a compiler, a preparation). @returns {Promise<Counts>} */
async function whole(title, work, lang) {
  const startedAt = Date.now();
  const code = await work();
  console.log(`${code === 0 ? '✓' : '✗'} ${title} (${formatTime(Date.now() - startedAt, lang)})`);
  return {
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    skipped: 0,
    failures: code === 0 ? [] : [title],
  };
}

/** A program that shows its own steps. @returns {Promise<Counts>} */
async function preparation(title, work) {
  const failed = (await work()) !== 0;
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: 0, failures: failed ? [title] : [] };
}

/** What the compiler found out last time stands in a file: the next check looks at what changed. */
const remembering = (where) => [
  '--incremental',
  '--tsBuildInfoFile',
  join(ROOT, '.data', 'types', `${where.replaceAll('/', '-')}.tsbuildinfo`),
];

/** Compilers and linter, two at a time, the longest first: each keeps one core busy. @returns {Promise<Counts[]>} */
async function checkSources(node, words, lang) {
  // Its words are for authors: shown whether something is wrong or not.
  const course = await whole(words.course, () => run(node, ['runner/author/check.ts', '--lang', lang]), lang);
  const waiting = [
    [words.types('site'), [tool('@astrojs/check/bin/astro-check.js'), '--root', 'site']],
    ...TYPES.map((where) => [
      words.types(where),
      [tool('typescript-native/bin/tsc'), '-p', where, ...remembering(where)],
    ]),
    [words.lint, [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']],
  ];
  const done = [course];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [title, args] = next;
      done.push(await whole(title, () => runAside(node, args), lang));
    }
  };
  await Promise.all([lane(), lane()]);
  return done;
}

const shortName = (file) => file.replace(`${ROOT}/`, '');

/**
 * Reads vitest's JSON report. A run that ended badly without a failed test (an error left behind, a file that does not load, no test at all) counts as one failure.
 * @param {{ testResults?: { name: string, status: string, message?: string, assertionResults: { fullName: string, status: string }[] }[] } | undefined} report
 * @param {number} exitCode @param {string} project @returns {Counts}
 */
export function countReport(report, exitCode, project) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const file of report?.testResults ?? []) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') {
        counts.failed += 1;
        counts.failures.push(`${shortName(file.name)} > ${test.fullName}`);
      } else counts.skipped += 1;
    }
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
      counts.failed += 1;
      counts.failures.push(shortName(file.name));
    }
  }
  const nothingRan = counts.passed + counts.skipped === 0;
  if (counts.failed === 0 && (exitCode !== 0 || nothingRan)) {
    counts.failed = 1;
    counts.failures.push(`${project} (vitest: ${exitCode})`);
  }
  return counts;
}

/** Runs projects of vitest in one go. @param {string[]} projects */
async function runProjects(node, projects, words) {
  console.log(`\n— ${words.tests(projects.map((name) => words.projectsNamed[name]).join(', '))}`);
  const folder = join(ROOT, '.data', 'logs');
  const file = join(folder, `vitest-${projects.join('-')}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const code = await run(node, [
    ...[tool('vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts'],
    ...projects.flatMap((name) => ['--project', name]),
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return countReport(report, code, projects.join(', '));
}

/**
 * Runs the given parts in order and sums them up.
 * @param {{ node: string, words: any, lang: string, projects: string[], prepare?: [string, string[]][] }} options
 *   prepare: programs to run before the projects that need containers, each with its title
 * @returns {Promise<Counts>}
 */
export async function runSuite({ node, words, lang, projects, prepare = [] }) {
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const add = (counts) => {
    for (const key of ['passed', 'failed', 'skipped']) total[key] += counts[key];
    total.failures.push(...counts.failures);
  };
  // A part of the course (`npm run export`) takes the rules along and leaves the tests of the machinery behind.
  const there = projects.filter((name) => existsSync(join(ROOT, 'tests', name)));
  const light = there.filter((name) => WITHOUT_DOCKER.includes(name));
  // Some of these tests wait, for a rate limit or a flood: a compiler uses the time.
  const [sources, tests] = await Promise.all([
    checkSources(node, words, lang),
    runProjects(node, light, words),
  ]);
  for (const counts of [...sources, tests]) add(counts);
  for (const [title, args] of prepare) add(await preparation(title, () => run(node, args)));
  const heavy = there.filter((name) => WITH_DOCKER.includes(name));
  if (heavy.length > 0) add(await runProjects(node, heavy, words));
  return total;
}

/** The end of every test command: what failed, then the one line that machines read. @returns {number} exit code */
export function sumUp(total, words) {
  if (total.failures.length > 0)
    console.log(`\n${words.failedRecap}\n${total.failures.map((name) => `  ✗ ${name}`).join('\n')}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}
