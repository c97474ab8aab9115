// Did `npm start` start the Docker engine itself? If so, it can be stopped when nobody else uses it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const STOP_SECONDS = 30;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Process number of the engine that we started and that still runs; undefined otherwise. A number taken over by another program is not believed. */
export async function ownEnginePid(engineFolder: string): Promise<number | undefined> {
  const pid = Number(await readFile(join(engineFolder, 'dockerd.pid'), 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid < 2) return undefined;
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return name.trim() === 'dockerd' ? pid : undefined;
}

/** Asks the engine to stop and waits; gives false when it still runs after half a minute. */
export async function stopOwnEngine(engineFolder: string): Promise<boolean> {
  const pid = await ownEnginePid(engineFolder);
  if (pid === undefined) return true;
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < STOP_SECONDS * 4; waited++) {
    if ((await ownEnginePid(engineFolder)) === undefined) return true;
    await sleep(250);
  }
  return false;
}
