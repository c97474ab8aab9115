// Can everything be done from a keyboard, a French one above all? AltGr, the keys that belong to the shell, copy and paste, and the way from the address bar to a passed step.
import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fr } from '../../site/src/words/fr.ts';
import { RunnerProcess } from '../support/runner-process.ts';
import { LESSON, openChromium, Visitor } from './support.ts';

/** AltGr on AZERTY: physical key, the number that Windows gives it there, and the sign. */
const ALTGR = [
  ['Digit3', 51, '#'],
  ['Digit4', 52, '{'],
  ['Digit5', 53, '['],
  ['Digit6', 54, '|'],
  ['Digit8', 56, '\\'],
  ['Digit0', 48, '@'],
  ['Minus', 219, ']'],
  ['Equal', 187, '}'],
] as const;

/** Modifier bits of Input.dispatchKeyEvent. */
const CTRL_ALT = 2 + 1;

let browser: Browser;
let runner: RunnerProcess;
let camille: Visitor;
let keys: CDPSession;

beforeAll(async () => {
  [browser, runner] = await Promise.all([
    openChromium(),
    RunnerProcess.start({ args: ['--seats', '2', '--internet', 'no'] }),
  ]);
  camille = await Visitor.arrive(browser, runner.origin);
  keys = await camille.context.newCDPSession(camille.page);
  await camille.join(runner.joinCode, 'Camille');
  await camille.prompt();
});
afterAll(async () => {
  await browser?.close();
  await runner?.clean();
});

/** One key as the browser gets it from the system. */
async function strike(code: string, number: number, key: string, modifiers: number): Promise<void> {
  const event = { code, key, modifiers, windowsVirtualKeyCode: number };
  const text = key.length === 1 ? { text: key } : {};
  await keys.send('Input.dispatchKeyEvent', {
    type: text.text ? 'keyDown' : 'rawKeyDown',
    ...event,
    ...text,
  });
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

describe.each([
  ['as Ctrl + Alt, the way of Windows and of remote desktops', CTRL_ALT],
  ['as a key of its own, the way of Linux and of newer browsers', 0],
])('AltGr that arrives %s', (_, modifiers) => {
  test('types | { } [ ] @ # \\ ~ in the shell', async () => {
    await camille.run('clear');
    await camille.type("echo '");
    for (const [code, number, sign] of ALTGR) await strike(code, number, sign, modifiers);
    // ~ is a dead key: it waits for the space bar.
    await strike('Digit2', 50, 'Dead', modifiers);
    await strike('Space', 32, '~', 0);
    await camille.page.keyboard.type("'");
    await camille.page.keyboard.press('Enter');
    await camille.sees(/^#\{\[\|\\@\]\}~$/m);
  });
});

describe('keys that belong to the shell', () => {
  beforeEach(async () => {
    await camille.enterTerminal();
    await camille.page.keyboard.press('Control+c');
    await camille.prompt();
  });

  test('Ctrl-C stops a program', async () => {
    await camille.run('clear; sleep 600');
    await camille.page.keyboard.press('Control+c');
    await camille.sees(/\^C\n.*\$\s*$/);
  });

  test('Ctrl-P and the arrows bring back what was typed; the browser does not print', async () => {
    await camille.run('clear; echo premier');
    await camille.sees(/^premier$/m);
    await camille.page.evaluate(() => {
      const note = (event: KeyboardEvent) =>
        setTimeout(() => document.body.setAttribute('data-kept', String(event.defaultPrevented)));
      addEventListener('keydown', (event) => event.key === 'p' && note(event), { capture: true });
    });
    await camille.page.keyboard.press('Control+p');
    await camille.sees(/\$ clear; echo premier$/);
    expect(await camille.page.locator('body').getAttribute('data-kept')).toBe('true');
    await camille.page.keyboard.press('Control+c');
    await camille.run('echo second');
    await camille.page.keyboard.press('ArrowUp');
    await camille.page.keyboard.press('ArrowUp');
    await camille.sees(/\$ clear; echo premier$/);
    await camille.page.keyboard.press('ArrowDown');
    await camille.sees(/\$ echo second$/);
    await camille.page.keyboard.press('Control+u');
  });

  test('Tab completes a name', async () => {
    await camille.type('ls Docu');
    await camille.page.keyboard.press('Tab');
    await camille.sees(/\$ ls Documents\/$/);
    await camille.page.keyboard.press('Control+u');
  });

  test('the sentence above the terminal names the key that leaves it, and the key leaves it', async () => {
    const { page } = camille;
    expect(await page.locator('.panel-leave').isVisible()).toBe(true);
    expect(await page.locator('.panel-leave').textContent()).toContain(fr.client.panel.leaveKeyShort);
    await camille.enterTerminal();
    await page.keyboard.press('Control+Shift+Enter');
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('data-step')).toBe('where-am-i');
    // And nothing of it reached the shell.
    await camille.sees(/\$\s*$/);
  });
});

/** What has the focus, and whether one can see that it has. */
const focus = () =>
  camille.page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const drawn = (one: Element) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
    };
    const box = element.getBoundingClientRect();
    return {
      what: `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60)}`,
      top: box.top + scrollY,
      region: element.closest('[data-panel]') ? 'panel' : element.closest('header') ? 'header' : 'text',
      inTerminal: element.classList.contains('xterm-helper-textarea'),
      visible: box.width > 0 && box.height > 0,
      // The terminal's own field is one pixel large: its frame is drawn around the screen.
      marked: drawn(element) || drawn(element.closest('[data-screen]') ?? element),
    };
  });

/** Presses Tab until what has the focus fits; gives all that had it on the way. */
async function tabTo(fits: (now: Awaited<ReturnType<typeof focus>>) => boolean, key = 'Tab') {
  const passed: Awaited<ReturnType<typeof focus>>[] = [];
  for (let presses = 0; presses < 120; presses++) {
    await camille.page.keyboard.press(key);
    const now = await focus();
    passed.push(now);
    if (fits(now)) return passed;
  }
  throw new Error(`never reached; went over: ${passed.map((one) => one.what).join(' | ')}`);
}

describe('without a mouse', () => {
  test('from the address bar to a passed step', async () => {
    await camille.leave();
    camille = await Visitor.arrive(browser, runner.origin);
    const { page } = camille;
    await page.goto('/');
    const toJoin = await tabTo(({ what }) => what === `a ${fr.page.front.join}`);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/rejoindre/');
    const toCode = await tabTo(({ what }) => what.startsWith('input'));
    await page.keyboard.type(runner.joinCode);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Sans souris');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${LESSON}`);
    await camille.prompt();
    const toLink = await tabTo(({ what }) => what === `a ${fr.page.lab.toTerminal}`);
    await page.keyboard.press('Enter');
    await camille.page.waitForFunction(() => document.activeElement?.matches('.xterm-helper-textarea'));
    await page.keyboard.type('pwd');
    await page.keyboard.press('Enter');
    await camille.step('where-am-i').is(fr.client.step.passed);
    for (const stop of [...toJoin, ...toCode, ...toLink])
      expect(stop, stop.what).toMatchObject({ visible: true, marked: true });
  });

  test('Tab goes through the page in the order in which it is read, terminal included, and out of it again', async () => {
    const { page } = camille;
    await page.keyboard.press('Control+Shift+Enter');
    expect(await page.locator(':focus').getAttribute('data-step')).toBe('list');
    const on = await tabTo(({ inTerminal }) => inTerminal);
    for (const stop of on) expect(stop, stop.what).toMatchObject({ visible: true, marked: true });
    const text = on.filter(({ region }) => region === 'text');
    // Down the text (buttons of one row may differ by a few pixels), then over to the panel, never back.
    for (const [index, stop] of text.entries())
      expect(stop.top, stop.what).toBeGreaterThan((text[index - 1]?.top ?? 0) - 20);
    expect(on.map(({ region }) => region).join()).toMatch(/^(text,)+(panel,?)+$/);
    await page.keyboard.press('Control+Shift+Enter');
    const back = await tabTo(({ region }) => region === 'header', 'Shift+Tab');
    expect(back.length).toBeGreaterThan(3);
    expect(camille.trouble).toEqual([]);
  });
});
