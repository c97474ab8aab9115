// Who sits in a workshop, and which tokens bring a browser back to a seat?
import { integer, type Queries, type Row, text } from './queries.ts';
import type { Seat, SeatRows } from './store.ts';

/** Browsers that one seat may be open in; more than that is somebody filling the disk. The oldest is forgotten. */
const TOKENS_PER_SEAT = 16;

const toSeat = (row: Row): Seat => ({
  id: text(row, 'id'),
  workshopId: text(row, 'workshop_id'),
  pseudonym: text(row, 'pseudonym'),
  pseudonymFold: text(row, 'pseudonym_fold'),
  personalCode: text(row, 'personal_code'),
  joinedAt: integer(row, 'joined_at'),
});

export function seatRows(q: Queries): SeatRows {
  return {
    addSeat: (s) =>
      q.run(
        'INSERT INTO seats (id, workshop_id, pseudonym, pseudonym_fold, personal_code, joined_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (workshop_id, pseudonym_fold) DO NOTHING',
        s.id,
        s.workshopId,
        s.pseudonym,
        s.pseudonymFold,
        s.personalCode,
        s.joinedAt,
      ) === 1,
    getSeat(id) {
      const row = q.one('SELECT * FROM seats WHERE id = ?', id);
      return row && toSeat(row);
    },
    seatsOf: (workshopId) =>
      q.all('SELECT * FROM seats WHERE workshop_id = ? ORDER BY joined_at, id', workshopId).map(toSeat),
    countSeats: (workshopId) =>
      Number(
        q.one(
          'SELECT count(*) AS n FROM seats s LEFT JOIN seat_class c ON c.seat_id = s.id WHERE s.workshop_id = ? AND coalesce(c.trial, 0) = 0',
          workshopId,
        )?.n ?? 0,
      ),
    removeSeat(id) {
      q.run('DELETE FROM seats WHERE id = ?', id);
    },
    addSeatToken(hash, seatId, at) {
      q.run('INSERT INTO seat_tokens (hash, seat_id, made_at) VALUES (?, ?, ?)', hash, seatId, at);
      q.run(
        'DELETE FROM seat_tokens WHERE seat_id = ? AND hash <> ? AND hash NOT IN (SELECT hash FROM seat_tokens WHERE seat_id = ? ORDER BY made_at DESC LIMIT ?)',
        seatId,
        hash,
        seatId,
        TOKENS_PER_SEAT,
      );
    },
    seatByToken(hash) {
      const row = q.one(
        'SELECT s.* FROM seats s JOIN seat_tokens t ON t.seat_id = s.id WHERE t.hash = ?',
        hash,
      );
      return row && toSeat(row);
    },
    moveSeatTokens(from, to) {
      q.run('UPDATE seat_tokens SET seat_id = ? WHERE seat_id = ?', to, from);
    },
    dropSeatToken(hash) {
      q.run('DELETE FROM seat_tokens WHERE hash = ?', hash);
    },
  };
}
