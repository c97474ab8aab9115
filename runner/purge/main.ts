// `npm run purge`: is anything of this installation left on this machine? Removes all of it, says what, and proves it.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Belongings, createDockerBelongings } from '../machines/docker-engine-purge.ts';
import { EngineError } from '../machines/engine.ts';
import { whyNoAnswer } from '../machines/no-answer.ts';
import { languageSchema } from '../protocol/api.ts';
import { StartError } from '../start/start-error.ts';
import { openStore } from '../store/open-store.ts';
import { StoreError, storeSentence } from '../store/store-error.ts';
import { wordsOf } from '../words/index.ts';
import { type StartWords, startWordsOf } from '../words/start.ts';
import { hasState, isNoRight, looksOurs, removeFolder } from './data-folder.ts';
import { ownEnginePid, stopOwnEngine } from './own-engine.ts';
import { type Removal, removeBelongings } from './remove-belongings.ts';

const ROOT_DATA = fileURLToPath(new URL('../../.data', import.meta.url));

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    lang: { type: 'string' },
    'keep-images': { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
  },
});
const asked = languageSchema.safeParse(values.lang);
const language = asked.success ? asked.data : 'fr';
const words = startWordsOf(language);

/** Opens the store for a moment: that alone proves that no runner works on it. */
function readState(folder: string): { instance: string | undefined; machines: number } {
  if (!hasState(folder)) return { instance: undefined, machines: 0 };
  try {
    const store = openStore(folder);
    const state = { instance: store.instanceId(), machines: store.allMachines().length };
    store.close();
    return state;
  } catch (error) {
    if (error instanceof StoreError)
      throw new StartError(storeSentence(error, wordsOf(language)), { cause: error });
    throw error;
  }
}

function say(removal: Removal, keepImages: boolean): void {
  console.log(words['purge.containers'](removal.containers));
  console.log(words['purge.networks'](removal.networks));
  if (keepImages) console.log(words['purge.images-kept']);
  else if (removal.imagesInUse.length > 0)
    console.log(words['purge.images-used'](removal.imagesInUse.join(', ')));
  else console.log(words['purge.images'](removal.images));
}

/** Stops the engine that we started, when it holds nobody's containers. Gives the name of the folder that must stay, if any. */
async function leaveEngine(engine: Belongings, engineFolder: string): Promise<'engine' | undefined> {
  const pid = await ownEnginePid(engineFolder);
  if (pid === undefined) return undefined;
  const free = (await engine.countAllContainers()) === 0;
  const stopped = free && (await stopOwnEngine(engineFolder));
  console.log(stopped ? words['purge.engine'] : words['purge.engine-kept'](String(pid)));
  return stopped ? undefined : 'engine';
}

async function purge(folder: string, sentences: StartWords): Promise<void> {
  if (!(await looksOurs(folder))) throw new StartError(sentences['purge.elsewhere'](folder));
  const state = readState(folder);
  const engine = createDockerBelongings();
  const removal = await removeBelongings(engine, state.instance, { keepImages: values['keep-images'] }).catch(
    (error: unknown) => {
      // An author without Docker has nothing there to remove.
      if (error instanceof EngineError && error.kind === 'down' && state.machines === 0) return undefined;
      throw error;
    },
  );
  if (removal) say(removal, values['keep-images']);
  else console.log(sentences['purge.engine-absent']);
  if (removal && removal.left.length > 0)
    throw new StartError(sentences['purge.left'](removal.left.join(', ')));
  const kept =
    removal && folder === ROOT_DATA ? await leaveEngine(engine, join(ROOT_DATA, 'engine')) : undefined;
  if (existsSync(folder)) {
    await removeFolder(folder, kept);
    console.log(sentences['purge.data'](folder));
  }
  const imagesStay = values['keep-images'] || removal === undefined || removal.imagesInUse.length > 0;
  console.log(sentences[imagesStay ? 'purge.clean-but-images' : 'purge.clean']);
}

const folder = resolve(values.data ?? ROOT_DATA);
try {
  await purge(folder, words);
} catch (error) {
  if (error instanceof StartError) console.error(error.message);
  else if (error instanceof EngineError)
    console.error(`${words['purge.no-engine']} (${whyNoAnswer(error).reason})`);
  else if (isNoRight(error)) console.error(words['purge.no-right'](folder));
  else throw error;
  process.exitCode = 1;
}
