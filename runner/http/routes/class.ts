// What does a trainee ask of the class? A raised hand, an answer to an offer of help, an end to it.
import {
  cutRequestSchema,
  handRequestSchema,
  helpAnswerSchema,
  solveAnswerSchema,
} from '../../protocol/class.ts';
import { type Route, seated } from '../route.ts';

export const classRoutes: Route[] = [
  seated('GET', '/api/class', undefined, ({ parts, seat }) => parts.classroom.view(seat.id)),
  seated('POST', '/api/class/hand', handRequestSchema, ({ parts, seat, body }) => {
    if (body.raised) parts.classroom.raiseHand(seat.id, body.sentence);
    else parts.classroom.lowerHand(seat.id);
    return parts.classroom.view(seat.id);
  }),
  seated('POST', '/api/class/answer', helpAnswerSchema, ({ parts, seat, body }) => {
    parts.classroom.help.answer(seat.id, body.id, body.answer);
    parts.log.info('help-answered', { seat: seat.id, answer: body.answer });
    return parts.classroom.view(seat.id);
  }),
  seated('POST', '/api/class/cut', cutRequestSchema, ({ parts, seat, body }) => {
    parts.classroom.help.cut(seat.id, body.id);
    return parts.classroom.view(seat.id);
  }),
  seated('POST', '/api/class/solve', solveAnswerSchema, async ({ parts, seat, body }) => {
    const { lab, step } = parts.classroom.answerOffer(seat.id, body.id);
    if (body.accept) await parts.desk.solve(seat.id, lab, step);
    return parts.classroom.view(seat.id);
  }),
];
