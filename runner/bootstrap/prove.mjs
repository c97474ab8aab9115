// `npm run prove`: starts the long proof of the labs, every lab twice and in every language.
import { delegate } from './command.mjs';

await delegate({
  program: 'runner/proof/main.ts',
  flags: { '--lab': 'value', '--languages': 'value', '--times': 'value', '--yes': 'switch' },
  engine: 'needed',
});
