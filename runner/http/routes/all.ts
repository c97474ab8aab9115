// Which routes does the API have? The whole table; a test walks it with every kind of visitor.
import type { Route } from '../route.ts';
import { healthRoutes } from './health.ts';
import { hostsRoutes } from './hosts.ts';
import { joinRoutes } from './join.ts';
import { labRoutes } from './labs.ts';
import { registrarRoutes } from './registrar.ts';
import { stepRoutes } from './steps.ts';
import { terminalRoutes } from './terminals.ts';
import { trainerRoutes } from './trainer.ts';

export const API_ROUTES: readonly Route[] = [
  ...healthRoutes,
  ...joinRoutes,
  ...labRoutes,
  ...stepRoutes,
  ...terminalRoutes,
  ...trainerRoutes,
  ...registrarRoutes,
  ...hostsRoutes,
];
