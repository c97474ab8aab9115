// Does a deputy alone in a browser, without any network, end with their own site under their own name, with its padlock, inside the page?
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fr as counters } from '../../site/src/words/counters.fr.ts';
import { fill } from '../../site/src/words/fill.ts';
import { fr as glass } from '../../site/src/words/glass.fr.ts';
import { RunnerProcess } from '../support/runner-process.ts';
import { eventually, openChromium, Visitor } from './support.ts';

/** A lesson whose pane has every counter. */
const LESSON = '/serveur-virtuel/installer-un-serveur-web/';
const NAME = 'camille-exemple.fr';
/** Patience for apt and certbot on two busy cores, milliseconds. */
const LONG = 150_000;

let browser: Browser;
let runner: RunnerProcess;
let camille: Visitor;
let address = '';

beforeAll(async () => {
  [browser, runner] = await Promise.all([openChromium(), RunnerProcess.start()]);
  camille = await Visitor.arrive(browser, runner.origin);
});
afterAll(async () => {
  await browser?.close();
  await runner?.clean();
});

const tab = (id: 'registrar' | 'hosts' | 'glass') => camille.page.locator(`[data-counter-tab="${id}"]`);
const counter = () => camille.page.locator('.panel-counter > :not([hidden])').last();
const terminal = () => camille.page.locator('[data-tab="desktop/1"]');

/** Types a line over ssh, and waits for what ends it. */
async function types(line: string, until: RegExp, timeout = 30_000): Promise<void> {
  await camille.run(line);
  await expect.poll(() => camille.screen(), { timeout, interval: 200 }).toMatch(until);
}

test('whois and dig +trace answer from the workshop’s own Internet', async () => {
  const { page } = camille;
  await camille.join(runner.joinCode, 'Camille');
  await page.goto(LESSON);
  await camille.prompt();
  await types(
    'clear; whois exemple.fr | grep ^domain; dig +trace exemple.fr | grep -c NS',
    /domain: +exemple\.fr[\s\S]*\n\d+\n/,
  );
});

test('registers a name at the registrar’s counter', async () => {
  const words = counters.registrar;
  await tab('registrar').click();
  await counter().getByLabel(words.search.label).fill(NAME);
  await counter().getByRole('button', { name: words.search.button }).click();
  await counter()
    .getByRole('button', { name: fill(words.search.choose, { name: NAME }) })
    .click();
  await counter().locator('.counter-results form button[type="submit"]').click();
  await expect
    .poll(() => counter().locator(`article h4:has-text("${NAME}")`).count(), { timeout: 20_000 })
    .toBe(1);
});

test('rents a server and logs in with ssh', async () => {
  const words = counters.hosts;
  const { page } = camille;
  await tab('hosts').click();
  await counter().locator('[data-card="vps-ruche-exemple"] button').click();
  await counter().locator('form button[type="submit"]').click();
  const card = counter().locator('[data-card="mon-serveur"]');
  await expect
    .poll(() => card.locator('.counter-state').textContent(), { timeout: 60_000 })
    .toBe(counters.serverStates.running);
  address = (await card.locator('dd code').first().textContent()) ?? '';
  await card.getByRole('button', { name: fill(words.servers.show, { host: 'mon-serveur' }) }).click();
  const password = (await card.locator('output').textContent()) ?? '';
  await terminal().click();
  await types(`clear; ssh -o StrictHostKeyChecking=accept-new root@${address}`, /password:/);
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await camille.sees(/root@mon-serveur:~#/);
});

test('points the name at the server, installs nginx, writes a page', async () => {
  const words = counters.registrar.zone;
  await tab('registrar').click();
  await counter().locator('summary', { hasText: words.title }).click();
  const editor = counter().locator('details', { hasText: words.title }).last();
  for (const owner of ['@', 'www']) {
    await editor.getByLabel(words.owner, { exact: true }).fill(owner);
    await editor.getByLabel(words.value, { exact: true }).fill(address);
    await editor.locator('form button[type="submit"]').click();
    await expect
      .poll(
        () =>
          counter()
            .locator('tbody tr th', { hasText: new RegExp(`^${owner}$`) })
            .count(),
        { timeout: 20_000 },
      )
      .toBe(1);
  }
  await terminal().click();
  await types(
    'clear; apt-get -qq update && apt-get -qq install -y nginx certbot python3-certbot-nginx >/dev/null 2>&1; echo installed-$?',
    /installed-0/,
    LONG,
  );
  await types(
    `clear; echo '<!doctype html><title>Camille</title><h1>Bienvenue chez Camille Exemple</h1>' > /var/www/html/index.html; certbot --nginx -n -q --agree-tos -m a@${NAME} -d ${NAME} -d www.${NAME}; echo certified-$?`,
    /certified-0/,
    LONG,
  );
});

test('sees their own site under their own name, with its padlock, and how it came, inside the page', async () => {
  const { page } = camille;
  await tab('glass').click();
  await page.locator('.glass-address').fill(NAME);
  await page.locator('.glass-address').press('Enter');
  const frame = page.frameLocator('iframe.glass-frame');
  await expect
    .poll(
      () =>
        frame
          .locator('h1')
          .textContent({ timeout: 1_000 })
          .catch(() => ''),
      { timeout: 30_000 },
    )
    .toBe('Bienvenue chez Camille Exemple');
  await eventually(async () =>
    expect(await page.locator('.glass-lock').getAttribute('aria-label')).toBe(glass.lock.closed),
  );
  expect(await page.locator('.glass-address').inputValue()).toBe(`https://${NAME}/`);
  const told = await page.locator('.glass').textContent();
  expect(told).toContain(address);
  expect(told).toContain('Pebble');
  expect(await page.locator('.glass .counter-badge').textContent()).toBe(glass.simulated);
});

test('the server hears who visited: the deputy’s own desktop, not the box’s way in', async () => {
  await terminal().click();
  const mine = `"^\${SSH_CLIENT%% *} .*Mozilla"`;
  await types(
    `clear; cd /var/log/nginx; echo others-$(grep Mozilla access.log | grep -vc ${mine}) mine-$(grep -c ${mine} access.log)`,
    /others-0 mine-[1-9]/,
  );
});

test('no page asked anybody outside for anything, and none complained', () => {
  // Chromium warns of a frame whose origin could be the page's own: this one never is.
  const expected = /^foreign request: http:\/\/[\w.-]+\.localhost:|allow-scripts and allow-same-origin/;
  const own = camille.trouble.filter((what) => !expected.test(what));
  expect(own).toEqual([]);
});
