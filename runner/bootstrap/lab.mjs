// `npm run lab -- <id>`: opens one lab in the author's own terminal; `--solve [step]` types its solution, `--prove` proves it.
import { delegate } from './command.mjs';

await delegate({
  program: 'runner/author/lab.ts',
  flags: { '--solve': 'maybe', '--prove': 'switch', '--yes': 'switch' },
  engine: 'needed',
  names: true,
});
