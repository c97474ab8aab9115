// `npm run build`: makes the site that is read without a runner, for any host, a folder of a host or a USB stick.
import { delegate } from './command.mjs';

await delegate({
  program: 'runner/author/build.ts',
  flags: { '--base': 'value', '--site': 'value', '--out': 'value' },
  engine: 'none',
});
