// Is a page accessible, as far as a machine can tell? axe-core in light and dark, wide and narrow: each theme and each width once, and where it matters all four.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Colours depend on the theme, arrangement on the width: these two see each theme and each width. */
const EACH_ONCE = [
  { colorScheme: 'light', width: 1280, height: 800 },
  { colorScheme: 'dark', width: 390, height: 844 },
] as const;
const ALL = [
  ...EACH_ONCE,
  { colorScheme: 'light', width: 390, height: 844 },
  { colorScheme: 'dark', width: 1280, height: 800 },
] as const;

/** Two frames: the theme is changed, the panes are measured, the terminal is drawn anew. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      iframes: false,
    }),
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) =>
      [id, target.join(' '), [...any, ...all, ...none].map(({ message }) => message).join('; ')].join(' | '),
    ),
  );
}

/** True when one must scroll sideways to read. */
const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Everything wrong with the page as it stands now, in each theme and width (`every`: in each theme at each width); sideways scrolling in the narrow ones and at 200 % counts. */
export async function faultsInEveryLook(page: Page, looks: 'once' | 'every' = 'once'): Promise<string[]> {
  const faults: string[] = [];
  for (const { colorScheme, width, height } of looks === 'every' ? ALL : EACH_ONCE) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    await drawn(page);
    const here = await violations(page);
    if (await overflows(page)) here.push('scrolls sideways');
    faults.push(...here.map((fault) => `${colorScheme} ${width}: ${fault}`));
  }
  // 200 % zoom of a small laptop.
  await page.setViewportSize({ width: 640, height: 400 });
  await drawn(page);
  if (await overflows(page)) faults.push('200 %: scrolls sideways');
  await page.setViewportSize({ width: 1280, height: 800 });
  return faults;
}
