// What does a browser test start from? Chromium, a page that notes every trouble, and the deeds of a trainee: join, open the lesson, type, read the screen.
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { expect, vi } from 'vitest';
import { chromiumPath } from './find-chromium.ts';
import { openQuietNetwork, type QuietNetwork } from './quiet-network.ts';

export const LESSON = '/premiers-pas/terminal/';
export const ENGLISH_LESSON = '/en/premiers-pas/terminal/';

/** Patience for what goes through a machine, milliseconds: the two cores may be busy with ten starting desktops. */
export const PATIENCE = { timeout: 20_000, interval: 50 };

/** Looks again and again until this holds; fails with the last reason. */
export const eventually = (look: () => Promise<void>): Promise<void> => vi.waitFor(look, PATIENCE);

const networks = new WeakMap<Browser, QuietNetwork>();

/** Debian's Chromium, without a screen, asking nobody for anything. */
export async function openChromium(): Promise<Browser> {
  const network = openQuietNetwork();
  const browser = await chromium.launch({
    executablePath: network?.executablePath ?? chromiumPath(),
    args: [
      ...(network?.args ?? []),
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  if (network) {
    networks.set(browser, network);
    browser.on('disconnected', () => network.close());
  }
  return browser;
}

/** Hosts beyond this computer that this Chromium, or a page in it, wanted to reach. */
export const straysOf = (browser: Browser): readonly string[] => networks.get(browser)?.strays ?? [];

/** Addresses whose refusal is an answer: « who am I? » of somebody who has not come in. Chromium writes each into its console. */
const EXPECTED_REFUSALS = /\/api\/(me|trainer\/workshop)$/;

/** One person's browser: its page, and everything that should not have happened in it. */
export class Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly origin: string;
  /** Console errors and warnings, thrown errors, refused content, requests to another origin, unexpected dialogs. */
  readonly trouble: string[] = [];
  readonly requests: string[] = [];

  private constructor(context: BrowserContext, page: Page, origin: string) {
    this.context = context;
    this.page = page;
    this.origin = origin;
  }

  static async arrive(
    browser: Browser,
    origin: string,
    options: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: origin,
      locale: 'fr-FR',
      viewport: { width: 1280, height: 800 },
      // A cursor that blinks redraws each page all the time: a tenth of a core, here without a graphics card.
      reducedMotion: 'reduce',
      ...options,
    });
    const visitor = new Visitor(context, await context.newPage(), origin);
    await visitor.#watch();
    return visitor;
  }

  async #watch(): Promise<void> {
    const { page, context, trouble } = this;
    await context.exposeBinding('reportViolation', (_, what: string) => trouble.push(`policy: ${what}`));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report = (globalThis as unknown as { reportViolation: (what: string) => void }).reportViolation;
        report(`${event.violatedDirective} ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
      });
    });
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      const where = message.location().url;
      if (/^Failed to load resource/.test(message.text()) && EXPECTED_REFUSALS.test(where)) return;
      trouble.push(`console: ${message.text()} (${where})`);
    });
    page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
    page.on('request', (request) => this.#note(request.url()));
    page.on('websocket', (socket) => this.#note(socket.url().replace(/^ws/, 'http')));
  }

  #note(address: string): void {
    const url = new URL(address);
    this.requests.push(url.pathname);
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== this.origin)
      this.trouble.push(`foreign request: ${address}`);
  }

  /** Comes in by the join page, as a trainee does; ends on the first lesson, or where `next` says. */
  async join(code: string, pseudonym: string): Promise<void> {
    const { page } = this;
    if (!new URL(page.url(), this.origin).pathname.match(/rejoindre|join/)) await page.goto('/rejoindre/');
    await page.locator('[name="code"]').fill(code);
    await page.locator('[name="pseudonym"]').fill(pseudonym);
    await page.locator('[name="pseudonym"]').press('Enter');
    await page.waitForURL(/premiers-pas/);
  }

  get panel(): Locator {
    return this.page.locator('[data-panel]');
  }

  /** Resolves when the terminal is live and shows a prompt (root's ends with #: an author's own computer). */
  async prompt(): Promise<void> {
    await this.panelIs('live');
    await this.sees(/[$#]\s*$/);
  }

  async panelIs(...states: string[]): Promise<void> {
    await eventually(async () => expect(await this.panel.getAttribute('data-state')).toBeOneOf(states));
  }

  /** The terminal's screen as text, one line per row, no trailing blanks. */
  async screen(): Promise<string> {
    const rows = await this.page
      .locator('.xterm-rows > div')
      .evaluateAll((all) => all.map((row) => (row.textContent ?? '').replaceAll('\u00a0', ' ').trimEnd()));
    return rows.join('\n').trimEnd();
  }

  async sees(what: RegExp | string): Promise<void> {
    await eventually(async () => expect(await this.screen()).toMatch(what));
  }

  /** Puts the cursor in the terminal, as a click does. */
  async enterTerminal(): Promise<void> {
    await this.page.locator('.xterm-screen').click();
  }

  /** Types into the terminal, sign by sign. */
  async type(text: string): Promise<void> {
    await this.enterTerminal();
    await this.page.keyboard.type(text);
  }

  async run(command: string): Promise<void> {
    await this.type(command);
    await this.page.keyboard.press('Enter');
  }

  /** A point on the first row of the screen that fits, `x` pixels from its beginning: the rows lie under the layer that takes the mouse. */
  async pointOn(row: RegExp, x: number): Promise<[x: number, y: number]> {
    const box = await this.page.locator('.xterm-rows > div', { hasText: row }).first().boundingBox();
    if (!box) throw new Error(`no row like ${row} on: ${await this.screen()}`);
    return [box.x + x, box.y + box.height / 2];
  }

  step(id: string): Step {
    return new Step(this.page.locator(`[data-step="${id}"]`));
  }

  /** Searches by keyboard only, at once; opens the first page found and gives what was said of the results. */
  async search(word: string): Promise<string> {
    const { page } = this;
    await page.keyboard.press('Control+k');
    await page.locator('site-search input:focus').waitFor();
    await page.keyboard.type(word);
    const first = page.locator('site-search ol a').first();
    await first.waitFor();
    // Results come while one types: those of the whole word count, once they are counted.
    const sentence = page.locator('site-search p', { hasText: new RegExp(`^\\s*\\d.*${word}`) }).first();
    await sentence.waitFor();
    const said = await sentence.textContent();
    const goes = await first.getAttribute('href');
    // The button that empties the field stands between.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => `${url.pathname}${url.hash}` === goes);
    return said ?? '';
  }

  /** Answers the next question of the page (`confirm`) with yes; gives what it asked. */
  yesToNext(): Promise<string> {
    return new Promise((resolve) => {
      this.page.once('dialog', (dialog) => {
        resolve(dialog.message());
        void dialog.accept();
      });
    });
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}

/** One step of the lesson. */
export class Step {
  readonly section: Locator;

  constructor(section: Locator) {
    this.section = section;
  }

  button(does: 'check' | 'hint' | 'solve'): Locator {
    return this.section.locator(`[data-do="${does}"]`);
  }

  get message(): Locator {
    return this.section.locator('[data-step-message]');
  }

  async is(state: string): Promise<void> {
    const shown = this.section.locator('[data-step-state]');
    await eventually(async () => expect(await shown.textContent()).toBe(state));
  }

  async says(what: RegExp | string): Promise<void> {
    await eventually(async () => expect(await this.message.textContent()).toMatch(what));
  }
}
