// How do somebody's keys come along when their desktop is replaced? Their servers know them, and let nobody else in.
import type { Engine } from '../machines/engine.ts';

/** Characters of base64; a folder of keys is a few KiB. */
const MAX = 200_000;
const PACK = '[ -d ~/.ssh ] && tar -C ~ -cz .ssh | base64 -w 0';
const UNPACK = 'base64 -d | tar -C ~ -xz --no-same-owner';

export interface KeyCarrier {
  /** Takes what is in `~/.ssh` of the desktop of this name, if it is a folder of keys. It is its owner's: nobody reads it here. Never rejects. */
  take(name: string, containerId: string): Promise<void>;
  /** Puts what was taken into the desktop that has its name now; once. */
  give(name: string, containerId: string): void;
}

export function createKeyCarrier(engine: Engine, failed: (what: string, error: unknown) => void): KeyCarrier {
  const taken = new Map<string, string>();
  return {
    async take(name, containerId) {
      const packed = await engine
        .run(containerId, ['sh', '-c', PACK], { maxBytes: MAX })
        .catch(() => undefined);
      const output = packed?.exitCode === 0 ? packed.output : '';
      if (output !== '' && output.length < MAX) taken.set(name, output);
    },
    give(name, containerId) {
      const packed = taken.get(name);
      taken.delete(name);
      if (packed === undefined) return;
      engine
        .run(containerId, ['sh', '-c', UNPACK], { stdin: packed })
        .catch((error: unknown) => failed('give keys back', error));
    },
  };
}
