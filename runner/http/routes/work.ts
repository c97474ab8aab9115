// How does one take one's work home? One archive: the files of one's machine and of one's servers, one's names and zones, and a page to do it again for real.
import { Readable } from 'node:stream';
import { viewsOf } from '../../classroom/board-rows.ts';
import { takeHomeFiles } from '../../classroom/take-home-page.ts';
import { Refusal } from '../../protocol/refusals.ts';
import type { Seat, Workshop } from '../../store/store.ts';
import { takeHomeWordsOf } from '../../words/take-home.ts';
import type { ServerParts } from '../parts.ts';
import { type Route, seated } from '../route.ts';
import { LongAnswers, PATIENCE } from '../slow-reader.ts';

/** Archives on their way, of each runner: each is work for a machine. */
const onTheirWay = new WeakMap<ServerParts, LongAnswers>();
function archivesOf(parts: ServerParts): LongAnswers {
  const known = onTheirWay.get(parts) ?? new LongAnswers(parts.patience ?? PATIENCE);
  onTheirWay.set(parts, known);
  return known;
}

export const workRoutes: Route[] = [
  seated('GET', '/api/class/work', undefined, async ({ parts, seat, workshop, reply }) => {
    const words = takeHomeWordsOf(workshop.language);
    const files = takeHomeFiles(ownThings(parts, seat, workshop), words);
    archivesOf(parts).begin(seat.id, reply.raw);
    const archive = await parts.carryHome?.(seat.id, files, words);
    parts.log.info('work-taken', { seat: seat.id, archive: archive !== undefined });
    if (archive)
      return reply
        .type('application/gzip')
        .header('content-disposition', `attachment; filename="${asciiName(seat.pseudonym)}.tar.gz"`)
        .send(archive);
    // No machine, no files: the page alone is worth having.
    return reply
      .type('text/html; charset=utf-8')
      .header('content-disposition', `attachment; filename="${words.file}"`)
      .send(Readable.from([files[words.file] ?? '']));
  }),
];

/** A file name that every system takes. */
const asciiName = (pseudonym: string): string =>
  pseudonym
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .toLowerCase() || 'atelier';

function ownThings(parts: ServerParts, seat: Seat, workshop: Workshop) {
  const views = viewsOf(parts.desk, seat.id);
  const own = views.find((view) => view.own)?.own;
  return {
    pseudonym: seat.pseudonym,
    title: workshop.title,
    language: workshop.language,
    names: (own?.names ?? []).map((name) => ({ name, records: recordsOf(parts, seat, workshop, name) })),
    servers: own?.servers ?? [],
    off: views.some(({ machines }) => machines.some(({ state }) => state === 'off')),
  };
}

/** The lines of a name's zone, as a zone file has them (RFC 1035 section 5); none when there is none. */
function recordsOf(parts: ServerParts, seat: Seat, workshop: Workshop, name: string): string[] {
  try {
    const visitor = { seatId: seat.id, pseudonym: seat.pseudonym };
    const outcome = parts.counters?.registrar(workshop.id).zone(visitor, name);
    if (!outcome?.ok) return [];
    return outcome.zone.records.map(
      ({ owner, ttl, type, preference, value }) =>
        `${owner} ${ttl} IN ${type} ${preference === undefined ? '' : `${preference} `}${value}`,
    );
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
