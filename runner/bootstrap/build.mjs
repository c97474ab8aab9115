// `npm run build`: builds the site, whether it changed or not.
import { delegate } from './command.mjs';

await delegate({ program: 'runner/prepare.ts', args: ['site', '--force'], engine: 'none' });
