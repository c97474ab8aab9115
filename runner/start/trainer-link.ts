// `npm run trainer-link`: a new one-time link for whoever leads, from the runner that runs. Earlier links that nobody used are void.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { languageSchema } from '../protocol/api.ts';
import { linkReplySchema } from '../protocol/board.ts';
import { REQUEST_HEADER } from '../protocol/version.ts';
import { startWordsOf } from '../words/start.ts';
import { readControl } from './control.ts';

const ROOT_DATA = fileURLToPath(new URL('../../.data', import.meta.url));

const { values } = parseArgs({ options: { data: { type: 'string' }, lang: { type: 'string' } } });
const asked = languageSchema.safeParse(values.lang);
const words = startWordsOf(asked.success ? asked.data : 'fr');

/** The link, or undefined when no runner answers. */
async function ask(): Promise<string | undefined> {
  const control = readControl(resolve(values.data ?? ROOT_DATA));
  if (!control) return undefined;
  const answer = await fetch(`http://127.0.0.1:${control.port}/api/trainer/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [REQUEST_HEADER]: '1' },
    body: JSON.stringify({ key: control.key }),
  }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  return linkReplySchema.parse(await answer.json()).url;
}

const link = await ask();
if (link === undefined) {
  console.error(words['link.no-runner']);
  process.exitCode = 1;
} else console.log(`${words['link.new']}\n    ${link}`);
