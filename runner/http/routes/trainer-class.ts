// What does a trainer say to the whole class? Messages, the board, time, the step to be at, the end that comes.
import * as z from 'zod/mini';
import { figuresCsv } from '../../classroom/figures.ts';
import {
  endsAtRequestSchema,
  everybodyRequestSchema,
  extendRequestSchema,
  messageRequestSchema,
  offerSolveSchema,
  pauseRequestSchema,
  switchRequestSchema,
  timerRequestSchema,
} from '../../protocol/board.ts';
import { Refusal } from '../../protocol/refusals.ts';
import type { ServerParts } from '../parts.ts';
import { leading, type Route, trainer } from '../route.ts';

/** @throws Refusal when no lab of this runner has this step */
function known(parts: ServerParts, lab: string, step: string): void {
  const steps = parts.labSteps().get(lab);
  if (!steps) throw new Refusal('lab-unknown');
  if (!steps.includes(step)) throw new Refusal('step-unknown');
}

export const trainerClassRoutes: Route[] = [
  leading('POST', '/api/trainer/say', messageRequestSchema, ({ parts, workshop, trainer: who, body }) => {
    parts.classroom.say(workshop.id, body.text, who);
    return {};
  }),
  leading('POST', '/api/trainer/look', switchRequestSchema, ({ parts, workshop, trainer: who, body }) => {
    parts.classroom.look(workshop.id, body.on, who);
    return {};
  }),
  leading('POST', '/api/trainer/timer', timerRequestSchema, ({ parts, workshop, body }) => {
    parts.classroom.timer(workshop.id, body.minutes);
    return {};
  }),
  leading('POST', '/api/trainer/extend', extendRequestSchema, ({ parts, workshop, body }) => {
    parts.classroom.extend(workshop.id, body.minutes, body.seat);
    return {};
  }),
  leading('POST', '/api/trainer/ends-at', endsAtRequestSchema, ({ parts, workshop, body }) => {
    parts.classroom.setEnd(workshop.id, body.endsAt ?? undefined);
    return {};
  }),
  leading('POST', '/api/trainer/pause', pauseRequestSchema, ({ parts, workshop, body }) => {
    const { on, machinesOff = false } = body;
    const { asleep = false } = parts.classroom.state(workshop.id);
    // Refused before anything is told; and told before the first machine stops, so that a crash in between is a class at rest.
    if (on && machinesOff && !asleep) parts.house?.sleep(workshop.id);
    parts.classroom.pause(workshop.id, on, machinesOff);
    if (!on && asleep) parts.house?.wake(workshop);
    parts.log.info('workshop-paused', { workshop: workshop.id, on, machinesOff });
    return {};
  }),
  leading('POST', '/api/trainer/everybody', everybodyRequestSchema, ({ parts, workshop, body }) => {
    if (body.at) known(parts, body.at.lab, body.at.step);
    parts.classroom.everybodyAt(workshop.id, body.at);
    return {};
  }),
  leading('POST', '/api/trainer/offer', offerSolveSchema, ({ parts, workshop, body }) => {
    known(parts, body.lab, body.step);
    return { offered: parts.classroom.offerSolve(workshop.id, body.lab, body.step, body.seat) };
  }),
  leading('POST', '/api/trainer/closing', switchRequestSchema, ({ parts, workshop, body }) => {
    parts.classroom.closing(workshop.id, body.on);
    return {};
  }),
  leading(
    'POST',
    '/api/trainer/show',
    z.strictObject({ seat: z.nullable(z.string().check(z.maxLength(64))) }),
    ({ parts, workshop, trainer: who, body }) => {
      parts.classroom.show(workshop.id, body.seat ?? undefined, who);
      return {};
    },
  ),
  trainer('GET', '/api/trainer/figures', undefined, ({ parts, workshop }) =>
    parts.classroom.figures(workshop.id, parts.labSteps()),
  ),
  trainer('GET', '/api/trainer/figures.csv', undefined, ({ parts, workshop, reply }) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="figures.csv"')
      .send(figuresCsv(parts.classroom.figures(workshop.id, parts.labSteps()))),
  ),
];
