// What does somebody who has never seen the code get in an afternoon? A lab of their own, proved on real machines, and a site of their own in a folder of any host: every page, every link, nothing asked of anybody else.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainEnv } from '../../runner/bootstrap/plain-env.mjs';
import { faultsInEveryLook } from './axe.ts';
import { eventually, openChromium, Visitor } from './support.ts';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const LAB = 'ou-va-mon-courriel';
const BASE = '/cours';

let place: string;
let browser: Browser;
let stop: () => void;
let reader: Visitor;
let origin: string;
/** Addresses of every page that was built. */
let pages: string[];

const copy = (): string => join(place, 'course');
const part = (): string => join(place, 'part');

/** Runs a program of a copy of the repository; gives what it printed. */
const run = (root: string, program: string, ...args: string[]): string =>
  execFileSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    // Not those of the runner of tests that we are in ourselves.
    env: { ...plainEnv(), NO_COLOR: '1' },
  });

/** Packages as links to the same files: half a gigabyte is not copied where that can be avoided. */
function linkPackages(root: string): void {
  try {
    execFileSync('cp', ['-al', join(REPOSITORY, 'node_modules'), join(root, 'node_modules')], {
      stdio: 'ignore',
    });
  } catch {
    cpSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'stranger-'));
  const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: REPOSITORY,
    encoding: 'utf8',
  });
  for (const path of tracked.split('\n').filter((one) => one !== '' && existsSync(join(REPOSITORY, one))))
    cpSync(join(REPOSITORY, path), join(copy(), path));
  execFileSync('git', ['init', '-q'], { cwd: copy() });
  linkPackages(copy());
  browser = await openChromium();
});
afterAll(async () => {
  stop?.();
  await browser?.close();
  rmSync(place, { recursive: true, force: true });
});

test('a lab and its lesson are scaffolded, and proved on real machines', () => {
  const said = run(
    copy(),
    'runner/author/new.ts',
    'lab',
    '--title-fr',
    'Où va mon courriel',
    '--title-en',
    'Where does my mail go',
    '--module',
    'courrier',
  );
  expect(said).toContain(`labs/${LAB}/lab.ts`);
  const proof = run(copy(), 'runner/proof/main.ts', '--lab', LAB, '--times', '1', '--languages', 'fr');
  expect(proof).toMatch(/^17 passed, 0 failed$/m);
  expect(existsSync(join(copy(), '.data', 'recordings', LAB, 'fr.cast'))).toBe(true);
});

test('the module is taken out as a course of its own, with its lab and its credits, and nothing is to correct in it', () => {
  run(copy(), 'runner/author/export.ts', '--modules', 'courrier', '--languages', 'fr,en', '--out', part());
  expect(
    readdirSync(join(part(), 'labs'), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['machines', LAB]);
  linkPackages(part());
  expect(run(part(), 'runner/author/check.ts')).toContain('2 leçons relues, rien à corriger.');
  const origin_: { credits: { path: string }[] } = JSON.parse(
    readFileSync(join(part(), 'course', 'origin.json'), 'utf8'),
  );
  expect(origin_.credits.map(({ path }) => path)).toEqual(
    ['en', 'fr'].map((one) => `course/${one}/courrier/${LAB}.mdx`),
  );
  expect(run(part(), 'runner/author/drift.ts', copy())).toContain('Rien n’a changé en amont');
});

test('a module of ours, in one language, keeps to the rules of the whole: its terms, its labs and those that they continue', () => {
  const alone = join(place, 'publier');
  run(copy(), 'runner/author/export.ts', '--modules', 'publier', '--lang', 'fr', '--out', alone);
  linkPackages(alone);
  expect(run(alone, 'runner/author/check.ts')).toContain('rien à corriger');
  const rules = ['run', '--config', 'tests/vitest.config.ts', '--project', 'rules'];
  expect(run(alone, 'node_modules/vitest/vitest.mjs', ...rules)).toMatch(/Tests\s+\d+ passed/);
}, 180_000);

describe('the site of that course, in a folder of a host', () => {
  beforeAll(async () => {
    run(part(), 'runner/author/build.ts', '--base', BASE);
    const folder = join(part(), '.data', 'static');
    const server = spawn(process.execPath, [join(folder, 'serve.mjs'), '0', BASE], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    stop = () => server.kill();
    origin = await new Promise<string>((resolve) => {
      server.stdout.on('data', (bytes: Buffer) => resolve(new URL(bytes.toString().trim()).origin));
    });
    pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('index.html') && !dirname(path).endsWith('404'))
      .map((path) => `${BASE}/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`);
    reader = await Visitor.arrive(browser, origin);
  });

  test('every page opens without trouble, and every link leads to a page', async () => {
    expect(pages.length).toBeGreaterThan(15);
    const links = new Map<string, string>();
    for (const page of pages) {
      await reader.page.goto(page, { waitUntil: 'networkidle' });
      const found = await reader.page
        .locator('a[href]')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      for (const link of found) if (link.startsWith(origin)) links.set(link.split('#')[0] ?? '', page);
    }
    expect(reader.trouble).toEqual([]);
    const answers = await Promise.all(
      [...links].map(async ([link, from]) => ({ link, from, status: (await fetch(link)).status })),
    );
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  });

  test('the lab’s page shows what the proof recorded: play, step by step, and in words; nobody asks a server for a machine', async () => {
    const { page } = reader;
    reader.requests.length = 0;
    await page.goto(`${BASE}/courrier/${LAB}/`);
    expect(reader.requests.some((path) => path.includes('xterm'))).toBe(false);
    // There is no terminal to go to, and no state of a step that nobody checks.
    expect(await page.locator('.to-terminal').textContent()).toBe('Aller à l’enregistrement');
    expect(await page.locator('[data-step-state]').count()).toBe(0);
    await page.locator('[data-recording-open]').press('Enter');
    await eventually(async () => expect(await reader.screen()).toContain('$ echo'));
    await page.locator('[data-next]').press('Enter');
    await page.locator('[data-next]').press('Enter');
    await eventually(async () =>
      expect(await page.locator('[data-step-words]').textContent()).toMatch(/^Étape 2/),
    );
    await page.locator('.recording-part summary').first().press('Enter');
    expect(await page.locator('.recording-part pre').last().textContent()).toContain('6 mot.txt');
    expect(await faultsInEveryLook(page)).toEqual([]);
    expect(reader.requests.filter((path) => /^\/(api|ws)/.test(path))).toEqual([]);
  });

  test('search finds the lesson in each language, by keyboard', async () => {
    const { page } = reader;
    await page.goto(`${BASE}/`);
    expect(await reader.search('courriel')).toMatch(/résultats? pour «\u00a0courriel\u00a0»/);
    await page.goto(`${BASE}/en/`);
    expect(await reader.search('mail')).toMatch(/results? for “mail”/);
    expect(reader.trouble).toEqual([]);
  });

  test('slides go by keyboard, with notes; sheets are A4 and carry a code', async () => {
    const { page } = reader;
    await page.goto(`${BASE}/courrier/${LAB}/diapos/`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('n');
    expect(await page.locator('[data-place]').textContent()).toMatch(/^2 sur \d+$/);
    await eventually(async () =>
      expect(await page.locator('[data-trainer-notes]').textContent()).toContain('Matériel'),
    );
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.goto(`${BASE}/courrier/imprimer/`);
    expect(await page.locator('[data-qr] svg').getAttribute('aria-label')).toContain(
      `${origin}${BASE}/courrier/${LAB}/`,
    );
    expect(await faultsInEveryLook(page)).toEqual([]);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    // 210 × 297 mm, in points.
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
    expect(reader.trouble).toEqual([]);
  });

  test('text grows and a lesson that was read is ticked, also after a new visit', async () => {
    const { page } = reader;
    await page.goto(`${BASE}/courrier/${LAB}/`);
    await page.locator('[data-comfort] summary').click();
    await page.locator('[data-size-by="1"]').click();
    await page.locator('[data-mark-read]').click();
    await page.goto(`${BASE}/courrier/`);
    expect(await page.evaluate(() => document.documentElement.style.getPropertyValue('--reading-size'))).toBe(
      '1.15',
    );
    expect(await page.locator('.front-lessons a[data-read]').count()).toBe(1);
    expect(await faultsInEveryLook(page)).toEqual([]);
  });
});
