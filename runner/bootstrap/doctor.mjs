// `npm run doctor`: starts the examination of this machine.
import { delegate } from './command.mjs';

await delegate({
  program: 'runner/doctor/main.ts',
  flags: {
    '--json': 'switch',
    '--seats': 'value',
    '--subnet-block': 'value',
    '--public-url': 'value',
    '--data': 'value',
  },
  engine: 'wanted',
});
