// Does a kill -9 in the middle of writing lose a row that was acknowledged (F-26)?
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from '../../../../runner/store/open-store.ts';

const WRITER = fileURLToPath(new URL('write-loop.mjs', import.meta.url));
const KILLS = 12;

/** Runs the writer until it has acknowledged `rows`, kills it; gives the last row acknowledged. */
function killAfter(dir: string, run: number, rows: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, dir, String(run)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complaint = '';
    child.stdout.on('data', (part) => {
      said += part;
      if (said.split('\n').length > rows) child.kill('SIGKILL');
    });
    child.stderr.on('data', (part) => {
      complaint += part;
    });
    child.on('error', reject);
    child.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(Number(said.split('\n').at(-2))) : reject(new Error(complaint)),
    );
  });
}

test('twelve kills at different points lose nothing and leave no lock', { timeout: 120_000 }, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'boite-crash-'));
  for (let run = 0; run < KILLS; run++) {
    const last = await killAfter(dir, run, 1 + run * 7);
    const store = openStore(dir);
    const steps = new Set(store.passedSteps(`s${run}`, 'lab').map((passed) => passed.step));
    const lost = Array.from({ length: last + 1 }, (_, i) => `step-${i}`).filter((step) => !steps.has(step));
    expect(lost).toEqual([]);
    store.close();
  }
  const db = new DatabaseSync(join(dir, 'state.db'));
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  db.close();
  rmSync(dir, { recursive: true });
});
