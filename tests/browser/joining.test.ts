// What does somebody meet who cannot come in, or whose network is odd? Kind sentences, and the truth about the line.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fill } from '../../site/src/words/fill.ts';
import { fr } from '../../site/src/words/fr.ts';
import { RunnerProcess } from '../support/runner-process.ts';
import { BadLine } from './bad-line.ts';
import { openChromium, PATIENCE, Visitor } from './support.ts';

let browser: Browser;
let runner: RunnerProcess;
let line: BadLine;
let visitor: Visitor;

beforeAll(async () => {
  line = await BadLine.to(() => runner.port);
  [browser, runner] = await Promise.all([
    openChromium(),
    RunnerProcess.start({
      args: ['--public-url', `http://localhost:${line.port}`, '--seats', '4', '--internet', 'no'],
    }),
  ]);
  visitor = await Visitor.arrive(browser, `http://localhost:${line.port}`);
});
afterAll(async () => {
  await browser?.close();
  await line?.close();
  await runner?.clean();
});

const message = (page: Page) => page.locator('[data-join-message]');

async function tryToJoin(code: string, pseudonym: string): Promise<void> {
  const { page } = visitor;
  await page.goto('/rejoindre/');
  await page.locator('[name="code"]').fill(code);
  await page.locator('[name="pseudonym"]').fill(pseudonym);
  await page.getByRole('button', { name: fr.page.join.submit }).click();
}

const says = (what: string | RegExp) =>
  expect.poll(() => message(visitor.page).textContent(), PATIENCE).toMatch(what);

/** The field that the person should look at again: marked, and where the keyboard is. */
const asksAgain = async (name: string) => {
  const field = visitor.page.locator(`[name="${name}"]`);
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await visitor.page.locator(':focus').getAttribute('name')).toBe(name);
};

describe('a network that blocks WebSockets', () => {
  test('is named at joining, with the address to allow; one may go on and read', async () => {
    line.refusesWebSockets = true;
    await tryToJoin(runner.joinCode, 'Bloquée');
    await says(fill(fr.client.join.probeFailed, { host: 'localhost', port: line.port }));
    await visitor.page.getByRole('link', { name: fr.client.join.continue }).click();
    await visitor.page.waitForURL('**/premiers-pas/terminal/');
    await visitor.panelIs('no-sockets');
    await expect
      .poll(() => visitor.page.locator('[data-message-words]').textContent(), PATIENCE)
      .toBe(fill(fr.client.panel.blocked, { host: `localhost:${line.port}` }));
  });

  test('and when it lets them through, the terminal opens by itself', async () => {
    line.refusesWebSockets = false;
    await visitor.prompt();
    await visitor.context.clearCookies();
  });
});

test('a line that breaks while the terminal’s program is on its way only delays it', async () => {
  const { page, context } = visitor;
  let losses = 0;
  await context.route(/\/_astro\/(xterm|terminal-view)[^/]*\.js/, (route) =>
    losses++ < 2 ? route.abort('connectionreset') : route.continue(),
  );
  await tryToJoin(runner.joinCode, 'Lente');
  await page.waitForURL('**/premiers-pas/terminal/');
  await visitor.prompt();
  expect(losses).toBeGreaterThan(2);
  await context.unroute(/\/_astro\/(xterm|terminal-view)[^/]*\.js/);
  await context.clearCookies();
});

describe('what is wrong is said kindly, beside the field to look at', () => {
  test('nothing typed', async () => {
    await tryToJoin('', '');
    await says(fr.client.join.needCode);
    await asksAgain('code');
  });

  test('a pseudonym that is taken', async () => {
    await runner.join('Dominique');
    await tryToJoin(runner.joinCode, 'dominique');
    await says(fr.client.refusals['pseudonym-taken'] ?? '?');
    await asksAgain('pseudonym');
  });

  test('a pseudonym that belongs to the trainer', async () => {
    await tryToJoin(runner.joinCode, 'Le formateur');
    await says(fr.client.refusals['pseudonym-reserved'] ?? '?');
    await asksAgain('pseudonym');
  });

  test('a wrong code; and after many, how long to wait', async () => {
    await tryToJoin('abaisser abandon abdiquer abeille', 'Égarée');
    await says(fr.client.refusals['code-unknown'] ?? '?');
    await asksAgain('code');
    const { page } = visitor;
    for (let attempt = 0; attempt < 9; attempt++) {
      const answered = page.waitForResponse('**/api/join');
      await page.locator('[name="code"]').press('Enter');
      await answered;
    }
    await page.locator('[name="code"]').press('Enter');
    await says(
      new RegExp(
        `^${fr.client.refusals['too-many-attempts']} ${fr.client.retryIn.replace('{seconds}', '\\d+')}$`,
      ),
    );
  });
});
