// What do all pages owe to everybody? No barrier that axe knows, nothing asked of a foreign host, nothing refused by the policy, no sideways scrolling, no weight that they do not need.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import lab from '../../labs/first-steps/lab.ts';
import type { LabView } from '../../runner/protocol/live-frames.ts';
import { SITE_FOLDER } from '../../runner/start/prepare-site.ts';
import { PAGES } from '../../site/src/furniture/page-paths.ts';
import { fill } from '../../site/src/words/fill.ts';
import { fr } from '../../site/src/words/fr.ts';
import { RunnerProcess } from '../support/runner-process.ts';
import { faultsInEveryLook } from './axe.ts';
import { BadLine } from './bad-line.ts';
import { ENGLISH_LESSON, LESSON, openChromium, straysOf, Visitor } from './support.ts';

const READING = [
  // Trainers' notes are refused to a reader; module.test.ts opens them as a trainer.
  ...Object.entries(PAGES).flatMap(([name, page]) => (name === 'notes' ? [] : [page.fr, page.en])),
  '/nulle-part/',
  '/en/nowhere/',
];
const OWN_SCRIPT_BYTES = 25_000;

let browser: Browser;
let runner: RunnerProcess;
let line: BadLine;
let reader: Visitor;
let camille: Visitor;

beforeAll(async () => {
  line = await BadLine.to(() => runner.port);
  [browser, runner] = await Promise.all([
    openChromium(),
    RunnerProcess.start({
      args: ['--public-url', `http://localhost:${line.port}`, '--seats', '1', '--internet', 'no'],
    }),
  ]);
  reader = await Visitor.arrive(browser, `http://localhost:${line.port}`);
});
afterAll(async () => {
  await browser?.close();
  await line?.close();
  await runner?.clean();
});

/** Text of the scripts and style sheets among these addresses, as built. */
const built = (addresses: Iterable<string>): string[] =>
  [...addresses]
    .filter((path) => /^\/_astro\/.*\.(js|css)$/.test(path))
    .map((path) => readFileSync(join(SITE_FOLDER, path), 'utf8'));

const scriptsOf = (visitor: Visitor) => new Set(visitor.requests.filter((path) => path.endsWith('.js')));

describe('read by somebody who has not come in', () => {
  test.each(READING)('%s', async (path) => {
    reader.requests.length = 0;
    reader.trouble.length = 0;
    await reader.page.goto(path, { waitUntil: 'networkidle' });
    expect(await faultsInEveryLook(reader.page)).toEqual([]);
    // Chromium notes the 404 of the page that says « not found ».
    expect(
      reader.trouble.filter((what) => !what.endsWith(`status of 404 (Not Found) (${reader.origin}${path})`)),
    ).toEqual([]);
    expect(built(reader.requests).some((text) => /xterm-helper|\/ws\/terminal/.test(text))).toBe(false);
  });

  test.each([LESSON, ENGLISH_LESSON])('%s', async (path) => {
    reader.trouble.length = 0;
    await reader.page.goto(path);
    await reader.panelIs('not-joined');
    expect(await faultsInEveryLook(reader.page, 'every')).toEqual([]);
    expect(reader.trouble).toEqual([]);
    // Starlight's layers in another order than declared take every margin from the prose.
    const margin = await reader.page
      .locator('.sl-markdown-content > p + p')
      .first()
      .evaluate((paragraph) => Number.parseFloat(getComputedStyle(paragraph).marginTop));
    expect(margin).toBeGreaterThan(8);
  });
});

test.each([
  ['/', 'nom de domaine', /résultats pour «\u00a0nom de domaine\u00a0»/],
  ['/en/', 'domain name', /results for “domain name”/],
])('the search of %s, by keyboard, under the policy of the runner', async (path, words, said) => {
  reader.trouble.length = 0;
  await reader.page.goto(path);
  expect(await reader.search(words)).toMatch(said);
  await reader.page.goto(path);
  await reader.page.keyboard.press('Control+k');
  await reader.page.locator('site-search input:focus').waitFor();
  await reader.page.keyboard.type(words);
  await reader.page.locator('site-search ol a').first().waitFor();
  expect(await faultsInEveryLook(reader.page)).toEqual([]);
  expect(reader.trouble).toEqual([]);
});

test('a page whose script was lost on the way comes again by itself', async () => {
  const page = await reader.context.newPage();
  let lost = 0;
  await page.route('**/_astro/TrainerPage*.js', (route) => (++lost < 3 ? route.abort() : route.continue()));
  await page.goto(PAGES.trainer.fr);
  await page.getByText(fr.client.trainer.needLink).waitFor();
  expect(lost).toBe(3);
  await page.close();
});

test('a page whose script never comes says so, and what to do', async () => {
  const page = await reader.context.newPage();
  await page.route('**/_astro/TrainerPage*.js', (route) => route.abort());
  await page.goto(PAGES.trainer.fr);
  const late = page.getByText(fr.page.late);
  expect(await late.isVisible()).toBe(false);
  await expect.poll(() => late.isVisible(), { timeout: 40_000 }).toBe(true);
  await page.close();
});

describe('in each state that a trainee may meet', () => {
  test('an error at joining', async () => {
    await reader.page.goto(PAGES.join.fr);
    await reader.page.getByRole('button', { name: fr.page.join.submit }).click();
    await expect
      .poll(() => reader.page.locator('[data-join-message]').textContent())
      .toBe(fr.client.join.needCode);
    await reader.page.getByText(fr.page.join.haveSeat).click();
    expect(await faultsInEveryLook(reader.page)).toEqual([]);
  });

  test('at work: a step passed, a hint, a solution, a definition, the seat’s card', async () => {
    camille = await Visitor.arrive(browser, reader.origin);
    const { page } = camille;
    await camille.join(runner.joinCode, 'Camille');
    await camille.prompt();
    await camille.run('pwd');
    await camille.step('where-am-i').is(fr.client.step.passed);
    await camille.step('list').button('hint').click();
    await camille.step('list').says(/./);
    await camille.step('list').section.getByText(fr.page.step.solution).click();
    await page.locator('.term').first().click();
    await page.locator('[data-seat] > summary').click();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText(fr.client.panel.help).click();
    await page.getByLabel(fr.client.panel.reader).check();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.getByLabel(fr.client.panel.reader).uncheck();
    await page.getByText(fr.client.panel.help).click();
    expect(camille.trouble).toEqual([]);
  });

  test('without network', async () => {
    await camille.context.setOffline(true);
    line.cut();
    await camille.panelIs('retrying');
    expect(await faultsInEveryLook(camille.page)).toEqual([]);
    line.mend();
    await camille.context.setOffline(false);
    await camille.panelIs('live');
  });

  test('in the line for a machine', async () => {
    const { page, context } = camille;
    const view: LabView = {
      lab: 'first-steps',
      machines: [{ name: 'desktop', state: 'queued', position: 3, terminals: [] }],
      steps: lab.steps.map(({ id }) => ({ id, passed: false })),
    };
    await context.route('**/api/labs/open', (route) => route.fulfill({ json: view }));
    await page.routeWebSocket(/\/ws\/live/, () => undefined);
    await page.reload();
    await camille.panelIs('queued');
    await expect
      .poll(() => page.locator('[data-message-words]').textContent())
      .toBe(fill(fr.client.panel.queued, { position: 3 }));
    expect(await faultsInEveryLook(page)).toEqual([]);
    await context.unroute('**/api/labs/open');
  });
});

describe('on a small screen', () => {
  /** Heights, in CSS pixels, of what one sees of the text and of the terminal. */
  const heights = (visitor: Visitor) =>
    visitor.page.evaluate(() => {
      const of = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      const header = of('header')?.bottom ?? 0;
      return {
        text: (of('[data-panel]')?.top ?? 0) - header,
        terminal: (of('.xterm-screen')?.bottom ?? 0) - (of('.xterm-screen')?.top ?? 0),
        bottom: innerHeight - (of('[data-panel]')?.bottom ?? 0),
      };
    });

  const again = async (options: Parameters<typeof Visitor.arrive>[2]) => {
    const visitor = await Visitor.arrive(browser, reader.origin, {
      storageState: await camille.context.storageState(),
      ...options,
    });
    await visitor.page.goto(LESSON);
    await visitor.prompt();
    return visitor;
  };

  test('on a phone text and terminal share the height; Ctrl + C is under the thumb', async () => {
    const phone = await again({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const { page } = phone;
    const seen = await heights(phone);
    expect(seen.text).toBeGreaterThan(250);
    expect(seen.terminal).toBeGreaterThan(120);
    expect(seen.bottom).toBeGreaterThanOrEqual(0);
    await phone.run('sleep 600');
    await phone.sees(/sleep 600$/);
    await page.locator('[data-key="ctrl"]').tap();
    expect(await page.locator('[data-key="ctrl"]').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.type('c');
    await phone.sees(/\^C\n.*\$$/);
    for (const key of ['up', 'enter']) await page.locator(`[data-key="${key}"]`).tap();
    await phone.sees(/sleep 600$/);
    await page.locator('[data-key="ctrl"]').tap();
    await page.keyboard.type('c');
    await phone.type('ls Docu');
    await page.locator('[data-key="tab"]').tap();
    await phone.sees(/ls Documents\/$/);
    await page.locator('[data-key="ctrl"]').tap();
    await page.keyboard.type('u');
    expect(phone.trouble).toEqual([]);
    await phone.leave();
  });

  test('at 200 % both are usable, and the terminal folds away', async () => {
    const zoomed = await again({ viewport: { width: 640, height: 400 } });
    const seen = await heights(zoomed);
    expect(seen.text).toBeGreaterThan(80);
    expect(seen.terminal).toBeGreaterThan(80);
    expect(seen.bottom).toBeGreaterThanOrEqual(0);
    await zoomed.page.locator('[data-fold]').click();
    expect((await heights(zoomed)).text).toBeGreaterThan(250);
    await zoomed.page.locator('[data-fold]').click();
    await zoomed.run('clear; pwd');
    await zoomed.sees(/^\/home\/trainee$/m);
    await zoomed.leave();
  });
});

test('our own script of a lesson, beyond Starlight’s and xterm’s, is within its budget', async () => {
  reader.requests.length = 0;
  await reader.page.goto(PAGES.legal.fr, { waitUntil: 'networkidle' });
  const plain = scriptsOf(reader);
  // A lesson's table of contents and its boxes of code are Starlight's, too; the page where she came in is another page.
  // The class around the page comes after it and has a budget of its own (tests/unit/site/script-weight.test.ts).
  const ours = built(
    [...scriptsOf(camille)].filter(
      (path) =>
        !plain.has(path) &&
        !/^\/_astro\/(xterm|starlight-toc|MobileTableOfContents|ec|JoinPage)\./.test(path),
    ),
  ).filter((text) => !/data-class-badge|class-notice|hand:\{raise/.test(text));
  const bytes = ours.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
  console.log(`own script of a lesson: ${bytes} bytes gzip in ${ours.length} files`);
  expect(ours.some((text) => text.includes('/ws/terminal'))).toBe(true);
  expect(bytes).toBeLessThan(OWN_SCRIPT_BYTES);
});

test('nobody but this computer was asked for anything (Chromium asks its maker; that is not let out either)', () => {
  expect(straysOf(browser).filter((host) => !/\.(google(apis)?|gvt1)\.com:/.test(host))).toEqual([]);
});
