// May this browser look at a terminal here? Asked before a byte of terminal code is loaded.
import { trainerViewSchema } from '#protocol/api.ts';
import { whoAmI } from '../seat/who-am-i.ts';
import { pageData, part } from '../terminal/page-data.ts';
import { ask } from '../terminal/runner-client.ts';
import type { MirrorData } from './mirror.ts';

const { kind, room } = pageData<MirrorData>('mirror-data');
const root = part(document, '[data-mirror]');
const state = part(root, '[data-mirror-state]');

async function isTrainer(): Promise<boolean> {
  const workshop = new URLSearchParams(location.search).get('workshop') ?? undefined;
  return (await ask('/api/trainer/workshop', { schema: trainerViewSchema, workshop })).ok;
}

async function start(): Promise<void> {
  state.textContent = room.mirror.asking;
  const may = kind === 'help' ? await isTrainer() : (await whoAmI()).ok;
  if (may) return (await import('./mirror.ts')).openMirror();
  root.dataset.state = 'lost';
  state.textContent = kind === 'help' ? room.mirror.notAllowed : room.mirror.notShown;
}

void start();
