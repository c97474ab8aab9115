// `npm run bench`: starts the measurements, as ratios to a minimal server in the same run.
import { delegate } from './command.mjs';

await delegate({
  program: 'tests/bench/main.ts',
  flags: { '--quick': 'switch', '--json': 'switch', '--only': 'value', '--yes': 'switch' },
  engine: 'needed',
});
