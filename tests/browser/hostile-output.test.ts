// What can a program in the machine do to the browser that shows its output? Nothing but show it (T-19).
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fr } from '../../site/src/words/fr.ts';
import { RunnerProcess } from '../support/runner-process.ts';
import { openChromium, PATIENCE, Visitor } from './support.ts';

let browser: Browser;
let runner: RunnerProcess;
let camille: Visitor;
const dialogs: string[] = [];

beforeAll(async () => {
  [browser, runner] = await Promise.all([
    openChromium(),
    RunnerProcess.start({ args: ['--seats', '1', '--internet', 'no'] }),
  ]);
  camille = await Visitor.arrive(browser, runner.origin, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  camille.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  camille.context.on('page', (page) => dialogs.push(`new page ${page.url()}`));
  await camille.join(runner.joinCode, 'Camille');
  await camille.prompt();
});
afterAll(async () => {
  await browser?.close();
  await runner?.clean();
});

let printed = 0;

/** Has the machine print this (as printf reads it) on a clean screen, and waits until all of it is drawn: this one's end, not the one's before. */
async function prints(sequence: string): Promise<void> {
  printed += 1;
  await camille.run(`clear; printf '${sequence}'; echo; echo f'ini' ${printed}`);
  await camille.sees(new RegExp(`^fini ${printed}$`, 'm'));
}

const title = () => camille.page.evaluate(() => document.title);

test('OSC 52 leaves the clipboard alone, for writing and for reading', async () => {
  const { page } = camille;
  await page.evaluate(() => navigator.clipboard.writeText('à moi'));
  const stolen = Buffer.from('rm -rf ~').toString('base64');
  await prints(`\\033]52;c;${stolen}\\007\\033]52;p;${stolen}\\033\\\\`);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('à moi');
  await prints('\\033]52;c;?\\007');
  await camille.run('echo rien-de-plus');
  await camille.sees(/\$ echo rien-de-plus\nrien-de-plus$/m);
});

test('a javascript: link does nothing; a web link asks first, with its true address', async () => {
  const { page } = camille;
  const before = await title();
  await prints('\\033]8;;javascript:document.title=1\\007cliquez-ici\\033]8;;\\007');
  await page.mouse.click(...(await camille.pointOn(/^cliquez-ici/, 30)));
  await page.keyboard.down('Control');
  await page.mouse.click(...(await camille.pointOn(/^cliquez-ici/, 40)));
  await page.keyboard.up('Control');
  expect(await title()).toBe(before);
  expect(dialogs).toEqual([]);
  await prints('\\033]8;;https://camille-exemple.invalid/vol\\007https://ma-banque.invalid\\033]8;;\\007');
  await expect
    .poll(async () => {
      await page.mouse.move(0, 0);
      // The emulator finds out that there is a link while the pointer is over it.
      const [x, y] = await camille.pointOn(/^https:..ma-banque/, 60);
      await page.mouse.move(x, y, { steps: 3 });
      await page.mouse.click(x, y);
      return dialogs[0];
    }, PATIENCE)
    .toBe(fr.client.panel.linkOpen.replace('{url}', 'https://camille-exemple.invalid/vol'));
  expect(page.url()).toMatch(/premiers-pas/);
  dialogs.length = 0;
});

test('a title is text, short, and not the page’s', async () => {
  const before = await title();
  const markup = '<img src=x onerror=alert(1)>';
  await prints(`\\033]0;${markup}\\007`);
  expect(await title()).toBe(before);
  await prints(`\\033]2;${markup}${'long'.repeat(100)}\\007`);
  expect(
    (await camille.page.locator('[data-screen]').getAttribute('data-title'))?.length,
  ).toBeLessThanOrEqual(60);
  expect(await camille.page.locator('[data-panel] img').count()).toBe(0);
});

test('what a program asks of the emulator is never typed into the shell as a command', async () => {
  // Report the title (the classic: title first, then « say it »), the window, the icon; ask for settings and colours.
  await prints('\\033]2;touch volé\\n\\007\\033[21t\\033[20t\\033[14t\\033[18t');
  await camille.run('clear; ls');
  await camille.sees(/Documents/);
  expect(await camille.screen()).not.toContain('volé');
});

test('a flood of bells, resets and half sequences ends with a terminal that works', async () => {
  await camille.run(
    `clear; for i in {1..2000}; do printf '\\a\\ec\\e[?1049h\\e[?1049l\\e]0;x\\a\\e[9999;9999t\\e[8;2;2t'; done; clear; echo de-retour`,
  );
  await camille.sees(/^de-retour$/m);
  await camille.run('clear; pwd');
  await camille.sees(/^\/home\/trainee$/m);
  expect(dialogs).toEqual([]);
  expect(camille.trouble).toEqual([]);
});
