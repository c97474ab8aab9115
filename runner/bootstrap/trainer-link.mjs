// `npm run trainer-link`: asks the runner that runs for a new link of its trainer.
import { delegate } from './command.mjs';

await delegate({ program: 'runner/start/trainer-link.ts', flags: { '--data': 'value' }, engine: 'none' });
