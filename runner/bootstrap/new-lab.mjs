// `npm run new:lab`: writes a whole lab to start from; what no flag says is asked.
import { delegate } from './command.mjs';

await delegate({
  program: 'runner/author/new.ts',
  args: ['lab'],
  flags: {
    '--title-fr': 'value',
    '--title-en': 'value',
    '--name': 'value',
    '--module': 'value',
  },
  engine: 'none',
});
