// What does a workshop's small Internet remember across restarts? Texts by name; what is in them is the small Internet's own affair.
import { type Queries, text } from './queries.ts';
import type { InternetRows } from './store.ts';

export function internetRows(q: Queries): InternetRows {
  return {
    internetState(workshopId, part) {
      const row = q.one(
        'SELECT json FROM internet_state WHERE workshop_id = ? AND part = ?',
        workshopId,
        part,
      );
      return row && text(row, 'json');
    },
    keepInternetState(workshopId, part, json) {
      q.run(
        'INSERT INTO internet_state (workshop_id, part, json) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET json = excluded.json',
        workshopId,
        part,
        json,
      );
    },
  };
}
