// What does a page ask about one step? To check it, to help with it, to take an answer, to do it.
import { answerRequestSchema, hintRequestSchema, stepRequestSchema } from '../../protocol/api.ts';
import { type Route, seated } from '../route.ts';

export const stepRoutes: Route[] = [
  seated('POST', '/api/steps/check', stepRequestSchema, ({ parts, seat, body }) =>
    parts.desk.check(seat.id, body.lab, body.step),
  ),
  seated('POST', '/api/steps/solve', stepRequestSchema, ({ parts, seat, body }) =>
    parts.desk.solve(seat.id, body.lab, body.step),
  ),
  seated('POST', '/api/steps/hint', hintRequestSchema, ({ parts, seat, body }) =>
    parts.desk.hint(seat.id, body.lab, body.step, body.level),
  ),
  seated('POST', '/api/steps/answer', answerRequestSchema, ({ parts, seat, body }) =>
    parts.desk.answer(seat.id, body.lab, body.step, body.answer),
  ),
];
