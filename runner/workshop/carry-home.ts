// How does somebody's work leave their machine? As one archive that streams through: nothing of it is kept here.
import { Readable } from 'node:stream';
import type { Engine } from '../machines/engine.ts';
import { Refusal } from '../protocol/refusals.ts';

/** Largest home folder that is packed, bytes: a class that leaves at once must not fill the runner's memory. */
const MAX_HOME_BYTES = 64 * 1024 * 1024;
/** Longest silence of the packing, milliseconds. */
const PATIENCE_MS = 60_000;

/** Prints the home folder's size in bytes. */
const SIZE = 'du -sb --exclude=.cache "$HOME" 2>/dev/null | cut -f1';
/** Puts what comes on standard input beside the files, under a name of ours. */
const PUT = 'mkdir -p "$HOME/.cache/boite/work" && cat > "$HOME/.cache/boite/work/$1"';
/** Packs both; lines of base64, for a pipe carries lines. */
const PACK = `cd "$HOME/.cache/boite/work" && tar -czf - * --exclude=.cache --transform 's,^\\./,'"$1"'/,;s,^\\.$,'"$1"',' -C "$HOME" . 2>/dev/null | base64 -w 60000; rm -rf "$HOME/.cache/boite/work"; echo`;

/**
 * A gzipped tar of a machine's home folder (in `folder`), with `files` beside it.
 * @throws Refusal `too-large` when the home folder is beyond 64 MiB; EngineError
 */
export async function carryHome(
  engine: Engine,
  containerId: string,
  files: Readonly<Record<string, string>>,
  folder: string,
): Promise<Readable> {
  const size = await engine.run(containerId, ['sh', '-c', SIZE]);
  if (Number.parseInt(size.output, 10) > MAX_HOME_BYTES) throw new Refusal('too-large');
  for (const [name, text] of Object.entries(files))
    await engine.run(containerId, ['sh', '-c', PUT, 'sh', name], { stdin: text });
  const pipe = await engine.openPipe(containerId, ['sh', '-c', PACK, 'sh', folder], {});
  const stream = new Readable({ read: () => undefined });
  let timer: NodeJS.Timeout | undefined;
  const finish = () => {
    clearTimeout(timer);
    stream.push(null);
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      pipe.release();
      finish();
    }, PATIENCE_MS);
  };
  wait();
  pipe.onLine((line) => {
    wait();
    if (line !== '') stream.push(Buffer.from(line, 'base64'));
  });
  pipe.onEnd(finish);
  stream.on('close', () => {
    clearTimeout(timer);
    pipe.release();
  });
  return stream;
}
