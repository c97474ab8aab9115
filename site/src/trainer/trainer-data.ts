// What did the build write into the trainer's pages? Words, and the labs' titles, steps and hints.
import type { BoardHead, BoardRow } from '#protocol/board.ts';
import { duration } from '../words/duration.ts';
import { fill } from '../words/fill.ts';
import type { ClientWords } from '../words/fr.ts';
import type { TrainerWords } from '../words/trainer.fr.ts';

export interface LabTitles {
  title: string;
  steps: Record<string, { title: string; hints: Record<string, string> }>;
}

export interface TrainerData {
  words: Pick<ClientWords, 'trainer' | 'refusals' | 'noAnswer' | 'retryIn'>;
  room: TrainerWords['client'];
  language: string;
  labs: Record<string, LabTitles>;
  /** Lessons by path in the course's order, for the plan and for who reads; `module` is its title. */
  lessons: Record<string, { title: string; minutes: number; module: string }>;
  paths: { help: string; projection: string; firstLesson: string };
}

/** All that a board knows: what stands above, the rows in their order. */
export interface BoardState {
  head: BoardHead;
  rows: BoardRow[];
}

/** Clock of the runner against this computer's, milliseconds. */
export const clock = {
  ahead: 0,
  now: (): number => Date.now() + clock.ahead,
};

export const stepTitle = (data: TrainerData, lab: string, step: string): string =>
  data.labs[lab]?.steps[step]?.title.replaceAll('`', '').replace(/\.$/, '') ?? step;

/** « 3/9 Créer un dossier », « lit “…” », « a tout réussi ». */
export function placeOf(data: TrainerData, row: BoardRow): string {
  const said = data.room.board;
  const lesson = row.lesson === undefined ? undefined : data.lessons[row.lesson]?.title;
  if (row.lab === undefined) return lesson === undefined ? said.notYet : fill(said.reading, { lesson });
  if (row.step === undefined) return `${data.labs[row.lab]?.title ?? row.lab} · ${said.finished}`;
  // Its place in the lab: somebody may have passed later steps first.
  const at = Object.keys(data.labs[row.lab]?.steps ?? {}).indexOf(row.step);
  return `${(at < 0 ? row.passed : at) + 1}/${row.total} ${stepTitle(data, row.lab, row.step)}`;
}

/** Whole minutes on the step; undefined when it is not known. */
export const minutesOn = (row: BoardRow, until: number): number | undefined =>
  row.since === undefined || row.step === undefined
    ? undefined
    : Math.max(0, Math.floor((until - row.since) / 60_000));

/** `50 min`, `2 h 05`. */
export const timeOf = (data: TrainerData, minutes: number): string => duration(minutes, data.room.duration);

/** Was a machine of theirs stopped because it filled the disk? */
export const isFull = (row: BoardRow): boolean => row.machines.some(({ full }) => full);

/** A trainer's name, or « quelqu’un ». */
export const nameOf = (data: TrainerData, by: string): string => (by === '' ? data.room.someone : by);
