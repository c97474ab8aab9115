// Is this the runner, and can it take a class? Asked by the page that joins, and by whoever watches over the machine.
import { anyone, type Route } from '../route.ts';

export const healthRoutes: Route[] = [
  anyone('GET', '/api/health', undefined, ({ parts }) => {
    const engine = parts.engineState();
    return { ok: engine !== 'down', engine };
  }),
];
