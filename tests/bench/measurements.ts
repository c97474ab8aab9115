// In which order is everything measured, and on what? One class for most; a fresh one, in a runner of its own, for memory.
import { setTimeout as sleep } from 'node:timers/promises';
import { SITE_FOLDER } from '../../runner/start/prepare-site.ts';
import { measureBoard } from './board.ts';
import { measureChecks } from './check-cost.ts';
import { measureEcho } from './echo.ts';
import { measureFirstPrompt, tellArrivals } from './first-prompt.ts';
import { measureFlood } from './flood.ts';
import { measureMemory } from './memory.ts';
import type { Findings } from './report.ts';
import { measurePages, measureSite } from './site.ts';
import { measureInternet } from './small-internet.ts';
import {
  type Bench,
  desktopsOf,
  type Installation,
  type Kind,
  letIn,
  lookAway,
  MinimalServer,
  removeAll,
  startInstallation,
} from './stage.ts';

/** Measurements on one class; `memory` has a runner and a class of its own. */
const ON_CLASS = {
  prompt: measureFirstPrompt,
  echo: measureEcho,
  flood: measureFlood,
  checks: measureChecks,
  // Last: it starts the runner again.
  board: measureBoard,
};
export const PARTS = [
  ...(['prompt', 'echo', 'flood', 'checks', 'board', 'memory', 'internet'] as const),
  ...(['pages', 'build'] as const),
] as const;
export type Part = (typeof PARTS)[number];

const ARRIVAL_MS = 10_000;
const POOL_LIMIT_MS = 60_000;

export interface Plan {
  parts: readonly Part[];
  quick: boolean;
  /** What has to be undone, last first; filled before anything is made. */
  undo: (() => Promise<void> | void)[];
  /** Called when a part begins; `seats` is set up before the first. */
  begins: (part: Part | { seats: number }) => void;
  /** Called with what a part has found. */
  found: (part: string, findings: Findings) => void;
}

/** Runs the plan; what was found before a failure has been told. */
export async function measureAll(plan: Plan): Promise<void> {
  const parts = plan.parts.filter((part): part is keyof typeof ON_CLASS => part in ON_CLASS);
  if (parts.length > 0) await onClass(plan, parts);
  if (plan.parts.includes('memory')) await onFreshClass(plan);
  if (plan.parts.includes('internet')) await onSmallInternet(plan);
  await onSite(plan);
}

/** Without containers: what readers load, and how long a remixer waits. */
async function onSite(plan: Plan): Promise<void> {
  if (plan.parts.includes('pages')) {
    plan.begins('pages');
    plan.found('pages', measurePages(SITE_FOLDER));
  }
  if (!plan.parts.includes('build')) return;
  plan.begins('build');
  plan.found('build', await measureSite(plan.quick ? 100 : 1000, plan.undo));
}

async function onSmallInternet(plan: Plan): Promise<void> {
  plan.begins('internet');
  const seats = plan.quick ? 4 : 20;
  const here = await installation(plan, seats, { internet: true });
  plan.found('internet', await measureInternet(here, seats));
  await here.runner.clean();
}

async function onClass(plan: Plan, parts: readonly (keyof typeof ON_CLASS)[]): Promise<void> {
  const seats = plan.quick ? 10 : 40;
  plan.begins({ seats });
  const here = await installation(plan, seats);
  const minimal = await MinimalServer.start();
  plan.undo.push(() => minimal.stop());
  const trainees = await letIn(here.runner, seats, plan.quick ? ARRIVAL_MS / 4 : ARRIVAL_MS);
  lookAway(trainees);
  const waited = trainees.map((trainee) => trainee.waited);
  plan.found('class', tellArrivals('class', waited));
  const machines = await desktopsOf(here);
  const bench: Bench = { here, minimal, trainees, machines, quick: plan.quick };
  for (const part of parts) {
    plan.begins(part);
    plan.found(part, await ON_CLASS[part](bench));
  }
  minimal.stop();
  await here.runner.clean();
}

async function onFreshClass(plan: Plan): Promise<void> {
  plan.begins('memory');
  const seats = plan.quick ? 20 : 40;
  const here = await installation(plan, seats, { nodeArgs: ['--inspect=127.0.0.1:0'] });
  const memory = await measureMemory(here, seats, plan.quick ? 1 : 4);
  plan.found('instant', tellArrivals('instant', memory.waited));
  plan.found('memory', memory);
}

/** A runner whose warm pool is full, as a trainer has it before the class comes; removed at the end with everything it made, even when it does not come up. */
async function installation({ undo }: Plan, seats: number, kind: Kind = {}): Promise<Installation> {
  const note = ({ engine }: Pick<Installation, 'engine'>) => undo.push(() => removeAll(engine));
  const here = await startInstallation(seats, note, kind);
  undo.push(() => here.runner.clean());
  const until = performance.now() + POOL_LIMIT_MS;
  for (let before = -1, now = 0; before !== now && performance.now() < until; await sleep(3_000)) {
    before = now;
    now = (await desktopsOf(here)).length;
  }
  return here;
}
