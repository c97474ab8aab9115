// What does the classroom remember across restarts? Raised hands, times on steps, who helped whom; never what anybody typed in a terminal or said with a raised hand.
import { integer, maybeInteger, maybeText, type Queries, text } from './queries.ts';
import type { ClassRows, SeatClass } from './store.ts';

const NOTHING: SeatClass = { trial: false, extraMs: 0, handAt: undefined, handTakenBy: undefined };

/** Every table whose rows hang from a workshop, with the way from it. */
const BELONGING: readonly string[] = [
  'workshops WHERE id = ?',
  ...['seats', 'trainer_tokens', 'machines', 'internet_state', 'class_state'].map(
    (table) => `${table} WHERE workshop_id = ?`,
  ),
  ...['seat_tokens', 'opened_labs', 'progress', 'seat_class', 'step_times', 'help_log'].map(
    (table) => `${table} WHERE seat_id IN (SELECT id FROM seats WHERE workshop_id = ?)`,
  ),
];

export function classRows(q: Queries): ClassRows {
  const set = (seatId: string, column: string, value: string | number | null) => {
    q.run('INSERT INTO seat_class (seat_id) VALUES (?) ON CONFLICT DO NOTHING', seatId);
    q.run(`UPDATE seat_class SET ${column} = ? WHERE seat_id = ?`, value, seatId);
  };
  return {
    classState(workshopId) {
      const row = q.one('SELECT json FROM class_state WHERE workshop_id = ?', workshopId);
      return row && text(row, 'json');
    },
    keepClassState(workshopId, json) {
      q.run(
        'INSERT INTO class_state (workshop_id, json) VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json',
        workshopId,
        json,
      );
    },
    seatClass(seatId) {
      const row = q.one('SELECT * FROM seat_class WHERE seat_id = ?', seatId);
      if (row === undefined) return NOTHING;
      return {
        trial: integer(row, 'trial') === 1,
        extraMs: integer(row, 'extra_ms'),
        handAt: maybeInteger(row, 'hand_at'),
        handTakenBy: maybeText(row, 'hand_taken_by'),
      };
    },
    markTrial: (seatId) => set(seatId, 'trial', 1),
    setExtra: (seatId, ms) => set(seatId, 'extra_ms', ms),
    raiseHand(seatId, at) {
      q.run('INSERT INTO seat_class (seat_id) VALUES (?) ON CONFLICT DO NOTHING', seatId);
      q.run('UPDATE seat_class SET hand_at = ? WHERE seat_id = ? AND hand_at IS NULL', at, seatId);
    },
    takeHand: (seatId, by) => set(seatId, 'hand_taken_by', by ?? null),
    lowerHand(seatId) {
      q.run('UPDATE seat_class SET hand_at = NULL, hand_taken_by = NULL WHERE seat_id = ?', seatId);
    },
    beginStep(seatId, lab, step, at) {
      q.run(
        'INSERT INTO step_times (seat_id, lab, step, begun_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
        seatId,
        lab,
        step,
        at,
      );
    },
    countHint(seatId, lab, step, hint) {
      q.run(
        'UPDATE step_times SET hints = hints + 1, hint = ? WHERE seat_id = ? AND lab = ? AND step = ?',
        hint,
        seatId,
        lab,
        step,
      );
    },
    stepTimes: (seatId) =>
      q.all('SELECT * FROM step_times WHERE seat_id = ? ORDER BY begun_at', seatId).map((row) => ({
        lab: text(row, 'lab'),
        step: text(row, 'step'),
        begunAt: integer(row, 'begun_at'),
        hints: integer(row, 'hints'),
        hint: maybeText(row, 'hint'),
      })),
    forgetStepTimes(seatId, lab) {
      q.run('DELETE FROM step_times WHERE seat_id = ? AND lab = ?', seatId, lab);
    },
    delaySteps(workshopId, ms) {
      q.run(
        `UPDATE step_times SET begun_at = begun_at + ? WHERE seat_id IN (SELECT id FROM seats WHERE workshop_id = ?)
         AND NOT EXISTS (SELECT 1 FROM progress p WHERE p.seat_id = step_times.seat_id AND p.lab = step_times.lab AND p.step = step_times.step)`,
        ms,
        workshopId,
      );
    },
    logHelp(seatId, { at, by, what }) {
      q.run('INSERT INTO help_log (seat_id, at, by, what) VALUES (?, ?, ?, ?)', seatId, at, by, what);
    },
    helpLog: (seatId) =>
      q
        .all('SELECT * FROM help_log WHERE seat_id = ? ORDER BY at, rowid', seatId)
        .map((row) => ({ at: integer(row, 'at'), by: text(row, 'by'), what: text(row, 'what') })),
    countRows: (workshopId) =>
      BELONGING.reduce(
        (sum, where) => sum + Number(q.one(`SELECT count(*) AS n FROM ${where}`, workshopId)?.n ?? 0),
        0,
      ),
  };
}
