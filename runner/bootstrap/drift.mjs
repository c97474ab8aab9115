// `npm run drift -- <upstream>`: what changed, where this copy comes from, in what it uses?
import { delegate } from './command.mjs';

await delegate({ program: 'runner/author/drift.ts', engine: 'none', names: true });
