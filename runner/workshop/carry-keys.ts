// How do somebody's keys come along when their desktop is replaced? Their servers know them, and let nobody else in.
import type { Engine } from '../machines/engine.ts';

/** Characters of base64; a folder of keys is a few KiB. */
const MAX = 200_000;
const PACK = '[ -d ~/.ssh ] && tar -C ~ -cz .ssh | base64 -w 0';
const UNPACK = 'base64 -d | tar -C ~ -xz --no-same-owner';

/** What is in `~/.ssh` of a desktop, packed; undefined when there is nothing, or too much for keys. It is its owner's: nobody reads it here. */
export async function packKeys(engine: Engine, containerId: string): Promise<string | undefined> {
  const { exitCode, output } = await engine.run(containerId, ['sh', '-c', PACK], { maxBytes: MAX });
  return exitCode === 0 && output !== '' && output.length < MAX ? output : undefined;
}

/** Puts it into another desktop of theirs. @throws EngineError */
export async function unpackKeys(engine: Engine, containerId: string, packed: string): Promise<void> {
  await engine.run(containerId, ['sh', '-c', UNPACK], { stdin: packed });
}
