// `npm run new:lesson`: writes a whole lesson to start from; what no flag says is asked.
import { delegate } from './command.mjs';

await delegate({
  program: 'runner/author/new.ts',
  args: ['lesson'],
  flags: {
    '--title-fr': 'value',
    '--title-en': 'value',
    '--name': 'value',
    '--module': 'value',
    '--lab': 'value',
  },
  engine: 'none',
});
