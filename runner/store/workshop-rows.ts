// Which workshops exist, and who may lead them?
import { integer, maybeInteger, type Queries, type Row, text } from './queries.ts';
import type { TrainerPurpose, Workshop, WorkshopRows } from './store.ts';

const toWorkshop = (row: Row): Workshop => ({
  id: text(row, 'id'),
  title: text(row, 'title'),
  language: text(row, 'language') === 'en' ? 'en' : 'fr',
  joinCode: text(row, 'join_code'),
  seats: integer(row, 'seats'),
  openedAt: integer(row, 'opened_at'),
  endsAt: maybeInteger(row, 'ends_at'),
  endedAt: maybeInteger(row, 'ended_at'),
});

export function workshopRows(q: Queries): WorkshopRows {
  return {
    createWorkshop(w) {
      q.run(
        'INSERT INTO workshops (id, title, language, join_code, seats, opened_at, ends_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        w.id,
        w.title,
        w.language,
        w.joinCode,
        w.seats,
        w.openedAt,
        w.endsAt ?? null,
        w.endedAt ?? null,
      );
    },
    getWorkshop(id) {
      const row = q.one('SELECT * FROM workshops WHERE id = ?', id);
      return row && toWorkshop(row);
    },
    openWorkshops: () =>
      q.all('SELECT * FROM workshops WHERE ended_at IS NULL ORDER BY opened_at, id').map(toWorkshop),
    endedWorkshops: () =>
      q.all('SELECT * FROM workshops WHERE ended_at IS NOT NULL ORDER BY ended_at, id').map(toWorkshop),
    endWorkshop(id, at) {
      q.run('UPDATE workshops SET ended_at = ? WHERE id = ? AND ended_at IS NULL', at, id);
    },
    setEndsAt(id, at) {
      q.run('UPDATE workshops SET ends_at = ? WHERE id = ?', at ?? null, id);
    },
    removeWorkshop(id) {
      q.run('DELETE FROM workshops WHERE id = ?', id);
    },
    addTrainerToken(hash, workshopId, purpose, at) {
      q.run(
        'INSERT INTO trainer_tokens (hash, workshop_id, purpose, name, made_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
        hash,
        workshopId,
        purpose,
        String(q.one('SELECT name FROM trainer_tokens WHERE hash = ?', hash)?.name ?? ''),
        at,
      );
    },
    workshopByTrainerToken: (hash, purpose) => ledBy(q, hash, purpose)[0],
    workshopsByTrainerToken: (hash, purpose) => ledBy(q, hash, purpose),
    trainerName: (hash) => String(q.one('SELECT name FROM trainer_tokens WHERE hash = ?', hash)?.name ?? ''),
    nameTrainer(hash, name) {
      q.run('UPDATE trainer_tokens SET name = ? WHERE hash = ?', name, hash);
    },
    dropTrainerToken(hash) {
      q.run('DELETE FROM trainer_tokens WHERE hash = ?', hash);
    },
    dropTrainerTokens(workshopId, purpose) {
      q.run('DELETE FROM trainer_tokens WHERE workshop_id = ? AND purpose = ?', workshopId, purpose);
    },
  };
}

const ledBy = (q: Queries, hash: Uint8Array, purpose: TrainerPurpose): Workshop[] =>
  q
    .all(
      'SELECT w.* FROM workshops w JOIN trainer_tokens t ON t.workshop_id = w.id WHERE t.hash = ? AND t.purpose = ? ORDER BY w.ended_at IS NOT NULL, w.opened_at DESC, w.id',
      hash,
      purpose,
    )
    .map(toWorkshop);
