// `npm run purge`: starts the removal of everything that the runner made on this machine.
import { delegate } from './command.mjs';

await delegate({
  program: 'runner/purge/main.ts',
  flags: { '--keep-images': 'switch', '--data': 'value', '--yes': 'switch' },
  engine: 'wanted',
});
