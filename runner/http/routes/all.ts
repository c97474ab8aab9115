// Which routes does the API have? The whole table; a test walks it with every kind of visitor.
import type { Route } from '../route.ts';
import { classRoutes } from './class.ts';
import { glassRoutes } from './glass.ts';
import { healthRoutes } from './health.ts';
import { hostsRoutes } from './hosts.ts';
import { joinRoutes } from './join.ts';
import { labRoutes } from './labs.ts';
import { registrarRoutes } from './registrar.ts';
import { stepRoutes } from './steps.ts';
import { terminalRoutes } from './terminals.ts';
import { trainerRoutes } from './trainer.ts';
import { trainerClassRoutes } from './trainer-class.ts';
import { trainerOpenRoutes } from './trainer-open.ts';
import { trainerSeatRoutes } from './trainer-seats.ts';
import { workRoutes } from './work.ts';

export const API_ROUTES: readonly Route[] = [
  ...healthRoutes,
  ...joinRoutes,
  ...labRoutes,
  ...stepRoutes,
  ...terminalRoutes,
  ...classRoutes,
  ...workRoutes,
  ...trainerRoutes,
  ...trainerClassRoutes,
  ...trainerSeatRoutes,
  ...trainerOpenRoutes,
  ...registrarRoutes,
  ...hostsRoutes,
  ...glassRoutes,
];
