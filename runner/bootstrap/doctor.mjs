// `npm run doctor`: starts the examination of this machine.
import { delegate } from './command.mjs';

await delegate({
  program: 'runner/doctor/main.ts',
  flags: { '--json': 'switch', '--data': 'value' },
  engine: 'wanted',
});
