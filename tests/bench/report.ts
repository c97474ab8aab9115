// How are the figures told? Rows with a goal or without, as a table for people and as JSON for machines.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchWords, RowName } from './words.fr.ts';

const FOLDER = fileURLToPath(new URL('../../.data/bench', import.meta.url));

/** One figure; `beside`: the same of what it is compared with, in the same run. */
export interface Row {
  name: RowName;
  ours: number;
  beside?: number;
  unit: 's' | 'ms' | 'MB/s' | 'MiB' | 'kB' | '%' | '';
  /** Samples (of ours) that it stands on. */
  n: number;
  /** Compared with the ratio when there is something beside, else with our own figure. */
  goal?: { atMost: number } | { atLeast: number };
}

/** Figures of one measurement; `data` goes into the JSON as it is. */
export interface Findings {
  rows: Row[];
  data: unknown;
}

/** What is judged: the ratio, or our own figure where nothing stands beside. */
export const judged = ({ ours, beside }: Row): number => (beside === undefined ? ours : ours / beside);

/** Undefined without a goal; a figure that could not be measured is a goal missed. */
export function isMet(row: Row): boolean | undefined {
  if (row.goal === undefined) return undefined;
  const value = judged(row);
  return 'atMost' in row.goal ? value <= row.goal.atMost : value >= row.goal.atLeast;
}

const digits = (value: number) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

/** The table, one line per row. */
export function renderTable(rows: readonly Row[], words: BenchWords): string {
  const number = (value: number | undefined, max = 2) =>
    value === undefined || Number.isNaN(value)
      ? '–'
      : value.toLocaleString(words.locale, { maximumFractionDigits: Math.min(max, digits(value)) });
  const goal = (row: Row) => {
    if (row.goal === undefined) return '';
    const [sign, limit] = 'atMost' in row.goal ? ['≤', row.goal.atMost] : ['≥', row.goal.atLeast];
    return `${sign} ${number(limit)}${row.beside === undefined ? ` ${row.unit}` : ' ×'}`;
  };
  const verdict = (row: Row) => ({ true: words.met, false: words.missed, undefined: '' })[`${isMet(row)}`];
  const lines = rows.map((row) => [
    words.rows[row.name],
    number(row.ours),
    number(row.beside),
    row.unit,
    row.beside === undefined ? '' : number(judged(row), 3),
    String(row.n),
    goal(row),
    verdict(row) ?? '',
  ]);
  const table = [words.columns, ...lines];
  const widths = words.columns.map((_, column) =>
    Math.max(...table.map((line) => (line[column] ?? '').length)),
  );
  const draw = (line: readonly string[]) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [draw(words.columns), widths.map((width) => '─'.repeat(width)).join('  '), ...lines.map(draw)].join(
    '\n',
  );
}

/** Writes the whole as `.data/bench/<time>.json`; gives the path. */
export async function writeReport(report: object): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const file = join(FOLDER, `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`);
  await writeFile(file, `${JSON.stringify(report, undefined, 1)}\n`);
  return file;
}
