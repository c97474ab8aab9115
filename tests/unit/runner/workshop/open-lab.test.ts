// What does the board hear of checks that nobody asked for? With the real agent, in a bash of this machine.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkerCommand } from '../../../../runner/checks/checker-command.ts';
import { loadLabs } from '../../../../runner/labs/load-labs.ts';
import type { CheckEnd } from '../../../../runner/workshop/desk.ts';
import { LabProgress } from '../../../../runner/workshop/lab-progress.ts';
import { OpenLab } from '../../../../runner/workshop/open-lab.ts';
import { openLocalPipe } from '../../../doubles/local-pipe.ts';

const LABS = fileURLToPath(new URL('../../../../labs', import.meta.url));

let folder: string;
let heard: Omit<CheckEnd, 'lab'>[];
let open: OpenLab;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boite-open-lab-'));
  heard = [];
  const lab = (await loadLabs(LABS)).get('first-steps');
  if (!lab) throw new Error('the lab is gone');
  // Each step is done when its file is there.
  const checks = Object.fromEntries(
    lab.manifest.steps.map(({ id }) => [id, `[[ -e ${join(folder, id)} ]] || hint nothing-typed`]),
  );
  const nothing = { passed: () => [], pass: () => {}, forget: () => {} };
  open = new OpenLab({
    lab: { ...lab, checks },
    progress: new LabProgress(lab.manifest, nothing),
    openChecker: async () => openLocalPipe(checkerCommand(1), {}),
    facts: () => ({}),
    changed: () => {},
    checked: (end) => heard.push(end),
    broken: (_step, why) => expect.unreachable(why),
  });
  open.setPresent(true);
});
afterEach(async () => {
  open.close();
  await rm(folder, { recursive: true });
});

test('a look at a machine where nothing was done says nothing; a deed that missed does, with what is missing; a pass stays the last word until the next deed', async () => {
  const ended = async (what: Partial<CheckEnd>) => {
    open.commandEnded('desktop');
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject(what), { timeout: 10_000 });
  };
  open.watch('desktop', { containerId: 'here', commands: [] });
  open.activity('desktop');
  expect(heard).toEqual([]);
  await ended({ step: 'where-am-i', passed: false, hint: 'nothing-typed' });
  await writeFile(join(folder, 'where-am-i'), '');
  await ended({ step: 'where-am-i', passed: true });
  // The prompt that follows is no deed: the next step is not missed by it.
  open.activity('desktop');
  await open.checkNow('where-am-i');
  expect(heard.at(-1)).toEqual({ step: 'where-am-i', passed: true });
  await ended({ step: 'list', passed: false });
});
