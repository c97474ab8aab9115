// `npm run export -- --modules a,b --lang fr`: a part of the course as a repository of its own; `--offline` adds what a room without Internet needs.
import { delegate } from './command.mjs';

await delegate({
  program: 'runner/author/export.ts',
  flags: {
    '--modules': 'value',
    '--languages': 'value',
    '--out': 'value',
    '--offline': 'switch',
    '--yes': 'switch',
  },
  engine: process.argv.includes('--offline') ? 'needed' : 'none',
  names: true,
});
