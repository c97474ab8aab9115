// How does a trainer open séances, prepare them, share them, and erase them?
import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { cleanText } from '../../classroom/clean-text.ts';
import {
  linkRequestSchema,
  nameRequestSchema,
  openRequestSchema,
  purgeRequestSchema,
  type WorkshopList,
  warmRequestSchema,
} from '../../protocol/board.ts';
import { Refusal } from '../../protocol/refusals.ts';
import { trainerUrl } from '../addresses.ts';
import { setCookie } from '../cookies.ts';
import type { ServerParts } from '../parts.ts';
import { anyone, leading, type Route, trainer } from '../route.ts';

const nothing = z.strictObject({});

/** Compared by hash, so that time does not tell how near a guess was. */
function isControlKey(right: string | undefined, typed: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return right !== undefined && timingSafeEqual(hash(right), hash(typed));
}

function listFor(parts: ServerParts, token: string, me: { id: string; name: string }): WorkshopList {
  return {
    me,
    workshops: parts.workshops.ledBy(token).map((workshop) => ({
      id: workshop.id,
      title: workshop.title,
      openedAt: workshop.openedAt,
      ...(workshop.endsAt !== undefined && { endsAt: workshop.endsAt }),
      ...(workshop.endedAt !== undefined && { endedAt: workshop.endedAt }),
      seats: workshop.seats,
      taken: parts.store.countSeats(workshop.id),
      keepDays: parts.classroom.keepDays(workshop.id),
      plan: parts.classroom.state(workshop.id).plan ?? [],
    })),
  };
}

export const trainerOpenRoutes: Route[] = [
  anyone('POST', '/api/trainer/link', linkRequestSchema, ({ parts, request, body }) =>
    parts.limiter.attempt(request.ip, 'strong', () => {
      if (!isControlKey(parts.controlKey, body.key)) throw new Refusal('not-a-trainer');
      const workshop = parts.store.openWorkshops().at(-1);
      if (workshop === undefined) throw new Refusal('workshop-ended');
      const origin = parts.addresses().at(-1) ?? 'http://localhost';
      return { url: trainerUrl(origin, workshop.language, parts.workshops.trainerLink(workshop.id)) };
    }),
  ),
  trainer('GET', '/api/trainer/workshops', undefined, ({ parts, token, trainer: who }) =>
    listFor(parts, token, who),
  ),
  trainer('POST', '/api/trainer/name', nameRequestSchema, ({ parts, token, trainer: who, body }) => {
    const name = cleanText(body.name).replaceAll('\n', ' ');
    parts.workshops.nameTrainer(token, name);
    return listFor(parts, token, { ...who, name });
  }),
  trainer('POST', '/api/trainer/open', openRequestSchema, ({ parts, token, body }) => {
    const title = cleanText(body.title).replaceAll('\n', ' ');
    if (title === '') throw new Refusal('bad-request', { detail: 'title' });
    const { language, seats, endsAt, plan, keepDays } = body;
    const workshop = parts.workshops.openWorkshop({
      title,
      language,
      seats,
      ...(typeof endsAt === 'number' && { endsAt }),
    });
    parts.workshops.alsoLead(token, workshop.id);
    parts.classroom.plan(workshop.id, plan, keepDays);
    parts.house?.open(workshop);
    parts.log.info('workshop-opened', { workshop: workshop.id, seats });
    return { workshop: workshop.id };
  }),
  leading('POST', '/api/trainer/warm', warmRequestSchema, ({ parts, workshop, body }) => {
    parts.house?.warm(workshop.id, body.machines);
    parts.classroom.refresh(workshop.id);
    return {};
  }),
  leading('GET', '/api/trainer/preflight', undefined, async ({ parts, workshop }) =>
    parts.house ? parts.house.preflight(workshop.language, workshop.seats) : { findings: [] },
  ),
  // The link is good once, for another person's browser.
  leading('POST', '/api/trainer/invite', nothing, ({ parts, workshop }) => {
    const [best = 'http://localhost'] = parts.addresses();
    return { url: trainerUrl(best, workshop.language, parts.workshops.trainerLink(workshop.id)) };
  }),
  leading('POST', '/api/trainer/try', nothing, ({ parts, workshop, reply, secure }) => {
    const { seat, token } = parts.workshops.trial(
      workshop.id,
      workshop.language === 'fr' ? 'Essai' : 'Try-out',
    );
    reply.header('set-cookie', setCookie('boite_seat', token, secure));
    parts.classroom.refresh(workshop.id);
    return { seat: seat.id };
  }),
  trainer('POST', '/api/trainer/purge', purgeRequestSchema, async ({ parts, workshop, body }) => {
    if (body.workshop !== workshop.id) throw new Refusal('forbidden');
    if (workshop.endedAt === undefined) throw new Refusal('forbidden', { detail: 'end it first' });
    const left = (await parts.house?.erase(workshop.id)) ?? { machines: 0, networks: 0 };
    parts.store.removeWorkshop(workshop.id);
    parts.classroom.forgetWorkshop(workshop.id);
    parts.log.info('workshop-purged', { workshop: workshop.id });
    return { rows: parts.store.countRows(workshop.id), ...left };
  }),
];
