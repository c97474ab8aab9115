// What happens when the runner is started? Settings, store, engine, images, site; then the runner opens, the banner is shown, and a signal ends it all gently.
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joinUrl, ownOrigins, trainerUrl } from './http/addresses.ts';
import { listenSentence } from './http/listen-error.ts';
import { LabsError, loadLabs } from './labs/load-labs.ts';
import { watchLabs } from './labs/watch-labs.ts';
import { openLog } from './log.ts';
import { EngineError } from './machines/engine.ts';
import { imageTags, SHARED_IMAGES } from './machines/images.ts';
import type { Language } from './protocol/api.ts';
import { createRunner, type Runner } from './runner.ts';
import { isLoopback } from './settings/parse.ts';
import { type Settings, settingsOfThisProcess, USAGE_EXIT_CODE, usage } from './settings.ts';
import { renderBanner } from './start/banner.ts';
import { newControlKey, writeControl } from './start/control.ts';
import { engineSentence } from './start/engine-sentence.ts';
import { prepareSite } from './start/prepare-site.ts';
import { showInternet } from './start/show-internet.ts';
import { StartError } from './start/start-error.ts';
import { watchImages } from './start/watch-images.ts';
import { openStore } from './store/open-store.ts';
import { RESERVE_BYTES } from './store/reserve.ts';
import type { Workshop } from './store/store.ts';
import { StoreError, storeSentence } from './store/store-error.ts';
import { dockerHouse, localHouse } from './wiring.ts';
import { wordsOf } from './words/index.ts';
import { startWordsOf } from './words/start.ts';

const LABS = fileURLToPath(new URL('../labs', import.meta.url));

const settings = settingsOfThisProcess();
if (Array.isArray(settings)) {
  for (const { sentence } of settings) console.error(sentence);
  process.exit(USAGE_EXIT_CODE);
}
if (settings.help) {
  console.log(usage(settings.language));
  process.exit(0);
}
await start(settings).catch((error: unknown) => {
  const sentence = explain(error, settings);
  if (sentence === undefined) throw error;
  console.error(sentence);
  process.exit(1);
});

async function start(chosen: Settings): Promise<void> {
  const { language } = chosen;
  const labs = await loadLabs(LABS);
  const store = openStore(chosen.dataDir, Date.now, RESERVE_BYTES);
  const log = openLog(chosen.log);
  const machines = await (chosen.localShell ? localHouse : dockerHouse)(chosen, store, log);
  const siteDir = await prepareSite({ language });
  const controlKey = newControlKey();
  const runner = await createRunner({
    settings: chosen,
    controlKey,
    store,
    log,
    labs,
    siteDir,
    addresses: () => ownOrigins(chosen, chosen.port, networkInterfaces()),
    ...machines,
  });
  const goesOn = store.openWorkshops().length > 0;
  const workshop = runner.workshops.ensureDefault({
    title: chosen.title,
    language,
    seats: chosen.seats,
  });
  if (chosen.watch)
    watchLabs(LABS, {
      changed: (lab) => runner.replaceLab(lab),
      wrong: (sentences) => console.error(sentences),
    });
  if (chosen.watch && machines.rebuild) await followImages(runner, machines.rebuild, language);
  const { port } = await runner.server.listen();
  const forgetControl = writeControl(chosen.dataDir, { port, key: controlKey });
  stopOnSignal(runner, language, () => {
    forgetControl();
    store.close();
  });
  await runner.open();
  const state = runner.house.state(workshop.id);
  if (state === 'unsafe' || state === 'failed')
    throw new StartError(startWordsOf(language)[`house.${state}`]);
  const { internets } = runner;
  // A séance that goes on has people who wait for their pages, and servers that never stopped.
  if (internets && !goesOn) await showInternet((onStep) => internets.ready(workshop.id, onStep), language);
  await showBanner(chosen, workshop, runner.workshops.trainerLink(workshop.id), state === 'asleep');
}

/** An author changes a machine: its image is built anew, which the terminal and the open pages tell. */
async function followImages(
  runner: Runner,
  build: () => Promise<Record<string, string>>,
  language: Language,
): Promise<void> {
  const words = startWordsOf(language);
  watchImages(await imageTags(), {
    folder: join(LABS, 'machines'),
    wanted: () => imageTags(),
    build,
    building(names) {
      console.log(words['images.changed'](names.join(', ')));
      runner.imagesAre('building', names);
    },
    built(names) {
      console.log(words['images.renewed'](names.join(', ')));
      if (names.some((name) => SHARED_IMAGES.includes(name))) console.log(words['images.shared']);
      runner.imagesAre('built', names);
    },
    failed(names, why) {
      console.error(why instanceof Error ? why.message : why);
      runner.imagesAre('failed', names);
    },
  });
}

async function showBanner(
  chosen: Settings,
  workshop: Workshop,
  trainerToken: string,
  asleep: boolean,
): Promise<void> {
  const { language, port } = chosen;
  const origins = ownOrigins(chosen, port, networkInterfaces());
  const here = origins.at(-1) ?? `http://localhost:${port}`;
  const loopbackOnly = isLoopback(chosen.host) && chosen.publicUrl === undefined;
  const forTrainees = loopbackOnly ? [] : origins.filter((origin) => origin !== `http://localhost:${port}`);
  const banner = await renderBanner(
    {
      language,
      title: workshop.title,
      port,
      origins: forTrainees,
      here,
      loopbackOnly,
      joinCode: workshop.joinCode,
      joinLink: joinUrl(forTrainees[0] ?? here, language, workshop.joinCode),
      trainerLink: trainerUrl(here, language, trainerToken),
      asleep,
    },
    { columns: process.stdout.isTTY ? process.stdout.columns : undefined },
  );
  process.stdout.write(banner);
}

/** Ctrl-C: pages are told, machines stay, the person reads what that means. A second Ctrl-C does not wait. */
function stopOnSignal(runner: Runner, language: Language, closeStore: () => void): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    runner.close().then(
      () => {
        closeStore();
        console.log(startWordsOf(language)['banner.stopped']);
        process.exit(0);
      },
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

/** The sentence for a failure that somebody at the keyboard can mend; undefined for a bug. */
function explain(error: unknown, chosen: Settings): string | undefined {
  const words = wordsOf(chosen.language);
  if (error instanceof StartError || error instanceof LabsError) return error.message;
  if (error instanceof StoreError) return storeSentence(error, words);
  if (error instanceof EngineError)
    return engineSentence(error, chosen.dockerSocket, startWordsOf(chosen.language));
  if (error instanceof Error && 'syscall' in error && error.syscall === 'listen')
    return listenSentence(error, chosen, words);
  return undefined;
}
