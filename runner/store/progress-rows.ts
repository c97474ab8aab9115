// Which steps has a seat passed, and which labs has it opened?
import { integer, type Queries, text } from './queries.ts';
import type { ProgressRows } from './store.ts';

export function progressRows(q: Queries, now: () => number): ProgressRows {
  return {
    passedSteps: (seatId, lab) =>
      q
        .all(
          'SELECT step, done_by, at FROM progress WHERE seat_id = ? AND lab = ? ORDER BY at, step',
          seatId,
          lab,
        )
        .map((row) => ({
          step: text(row, 'step'),
          by: text(row, 'done_by') === 'solution' ? 'solution' : 'trainee',
          at: integer(row, 'at'),
        })),
    passStep(seatId, lab, step, by) {
      q.run(
        'INSERT INTO progress (seat_id, lab, step, done_by, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
        seatId,
        lab,
        step,
        by,
        now(),
      );
    },
    forgetProgress(seatId, lab) {
      q.run('DELETE FROM progress WHERE seat_id = ? AND lab = ?', seatId, lab);
    },
    openedLabs: (seatId) =>
      q
        .all('SELECT lab FROM opened_labs WHERE seat_id = ? ORDER BY lab', seatId)
        .map((row) => text(row, 'lab')),
    rememberOpenedLab(seatId, lab) {
      q.run('INSERT INTO opened_labs (seat_id, lab) VALUES (?, ?) ON CONFLICT DO NOTHING', seatId, lab);
    },
  };
}
