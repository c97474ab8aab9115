// What does a page make of a pseudonym that is markup? The text that it is, before the eyes of its owner and of the trainer.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fill } from '../../site/src/words/fill.ts';
import { fr } from '../../site/src/words/fr.ts';
import { RunnerProcess } from '../support/runner-process.ts';
import { openChromium, PATIENCE, Visitor } from './support.ts';

/** Names that are markup, templates or addresses to a careless page (T-18). */
const MARKUP = [
  '<b>gras</b>',
  '<script>x()</script>',
  '"><img onerror=x>',
  `'"><svg/onload=x>`,
  '</p><u>sous',
  '&lt;i&gt;Ana',
  '<!--Ana',
  '{{7*7}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the name is a template that nobody must fill
  '${7*7}',
  '{pseudonym}',
  'javascript:x',
  '%3Cb%3EAna',
  '`id`',
  'Ana\\u003cb',
];

let browser: Browser;
let runner: RunnerProcess;
let visitor: Visitor;

beforeAll(async () => {
  // No machine is needed here.
  [browser, runner] = await Promise.all([openChromium(), RunnerProcess.start({ args: ['--local-shell'] })]);
  visitor = await Visitor.arrive(browser, runner.origin);
});
afterAll(async () => {
  await browser?.close();
  await runner?.clean();
});

test.each(MARKUP)('%s is shown as it was typed, to its owner', async (pseudonym) => {
  const { cookie } = await runner.join(pseudonym);
  const [name = '', value = ''] = cookie.split('=');
  const { page, context } = visitor;
  await context.addCookies([{ name, value, url: visitor.origin, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto('/rejoindre/');
  await expect.poll(() => page.locator('[data-seat-name]').textContent(), PATIENCE).toBe(pseudonym);
  expect(await page.locator('[data-seat-name] *').count()).toBe(0);
  await context.clearCookies();
});

test('and to the trainer, all of them', async () => {
  const trainer = await Visitor.arrive(browser, runner.origin);
  await trainer.page.goto(`/formateur/#${runner.trainerToken}`);
  const names = trainer.page.locator('[data-seats] th');
  // The board's order is that of who needs help.
  await expect
    .poll(async () => (await names.allTextContents()).toSorted(), PATIENCE)
    .toEqual(MARKUP.toSorted());
  // Each stands in the button that opens its row.
  expect(await names.locator('*').count()).toBe(MARKUP.length);
  expect(await names.locator('button > *').count()).toBe(0);
  expect(trainer.trouble).toEqual([]);
  await trainer.leave();
});

test('the greeting is text, too', async () => {
  const { page } = visitor;
  await page.goto('/rejoindre/');
  await page.locator('[name="code"]').fill(runner.joinCode);
  await page.locator('[name="pseudonym"]').fill('<i>Ana</i>');
  // The page goes on by itself: what it says meanwhile is noted as it is said.
  await page.evaluate(() => {
    const shown = document.querySelector('[data-join-message]');
    const note = () =>
      sessionStorage.setItem('said', `${sessionStorage.getItem('said')}${shown?.textContent}`);
    if (shown) new MutationObserver(note).observe(shown, { childList: true });
  });
  await page.locator('[name="pseudonym"]').press('Enter');
  await page.waitForURL('**/premiers-pas/terminal/');
  const said = await page.evaluate(() => sessionStorage.getItem('said'));
  expect(said).toContain(fill(fr.client.join.welcome, { pseudonym: '<i>Ana</i>' }));
  // The seats of the names above were taken away under their pages, whose live line then was refused.
  expect(visitor.trouble.filter((what) => !/\/api\/tickets|\/ws\/live/.test(what))).toEqual([]);
});
