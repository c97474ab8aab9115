// Is this the runner, can it take a class, and what does it keep of people? Asked by the page that joins, and by whoever watches over the machine.
import { anyone, type Route } from '../route.ts';

export const healthRoutes: Route[] = [
  anyone('GET', '/api/health', undefined, ({ parts }) => {
    const engine = parts.engineState();
    return { ok: engine !== 'down', engine };
  }),
  anyone('GET', '/api/notice', undefined, ({ parts }) => {
    const { controller, keepDays = 30 } = parts.settings;
    return { ...(controller !== undefined && { controller }), keepDays };
  }),
];
