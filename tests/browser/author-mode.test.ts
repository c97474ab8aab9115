// Does `npm run dev -- --local-shell` give an author, without Docker, a page that reloads as they write and a terminal that works?
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fr } from '../../site/src/words/fr.ts';
import { freePort } from '../support/runner-process.ts';
import { LESSON, openChromium, PATIENCE, Visitor } from './support.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let browser: Browser;
let dev: ChildProcess;
let data: string;
let output = '';
let author: Visitor;

/** Where Astro says that its pages are, once it serves them. */
const pages = () => /ready in[\s\S]*?(http:\/\/127\.0\.0\.1:\d+)\//.exec(output)?.[1];

const code = () => /^\s+(\p{L}+(?:-\p{L}+){3})\s*$/mu.exec(output)?.[1] ?? '';

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'boite-test-'));
  const port = String(await freePort());
  dev = spawn(
    process.execPath,
    ['runner/bootstrap/dev.mjs', '--local-shell', '--port', port, '--data', data, '--lang', 'fr'],
    // A group of its own, to which Ctrl-C can be given as a terminal gives it.
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      output += piece.toString();
      if (code() !== '' && pages()) resolve();
    };
    dev.stdout?.on('data', hear);
    dev.stderr?.on('data', hear);
    dev.once('exit', (status) => reject(new Error(`npm run dev ended with ${status}: ${output}`)));
  });
  [browser] = await Promise.all([openChromium(), ready]);
  author = await Visitor.arrive(browser, pages() ?? '');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  if (dev?.pid && dev.exitCode === null) {
    const ended = new Promise((resolve) => dev.once('exit', resolve));
    process.kill(-dev.pid, 'SIGINT');
    await ended;
  }
  await rm(data, { recursive: true, force: true });
});

test('it warns that the shell is this computer’s own', () => {
  expect(output).toContain('⚠');
});

test('the pages of the development server reach the runner: join, a prompt, a step that ticks', async () => {
  await author.join(code(), 'Autrice');
  await author.prompt();
  await author.run('pwd');
  await author.step('where-am-i').is(fr.client.step.passed);
  await author.page.reload();
  await author.prompt();
  await author.sees(/pwd\n/);
});

test('from another site, the runner behind the development server refuses all the same', async () => {
  const foreign = await fetch(`${author.origin}/api/leave`, {
    method: 'POST',
    headers: { origin: 'https://ailleurs.invalid', 'content-type': 'application/json', 'x-boite': '1' },
    body: '{}',
  });
  expect(foreign.status).toBe(403);
  await expect.poll(() => author.page.locator('[data-seat-name]').textContent(), PATIENCE).toBe('Autrice');
  expect(new URL(author.page.url()).pathname).toBe(LESSON);
});
