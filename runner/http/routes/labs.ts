// What does a lesson page ask of its lab? Each answer is the lab as it stands.
import { labRequestSchema, machineRequestSchema, resetRequestSchema } from '../../protocol/api.ts';
import { type Route, seated } from '../route.ts';

export const labRoutes: Route[] = [
  seated('POST', '/api/labs/open', labRequestSchema, ({ parts, seat, body }) =>
    parts.desk.open(seat.id, body.lab),
  ),
  seated('POST', '/api/labs/build-up', labRequestSchema, ({ parts, seat, body }) =>
    parts.desk.buildUp(seat.id, body.lab),
  ),
  seated('POST', '/api/labs/reset', resetRequestSchema, ({ parts, seat, body }) =>
    parts.desk.reset(seat.id, body.lab, body.keep),
  ),
  seated('POST', '/api/labs/start-machine', machineRequestSchema, ({ parts, seat, body }) =>
    parts.desk.startMachine(seat.id, body.lab, body.machine),
  ),
];
