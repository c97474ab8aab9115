// What does a test on the real Docker engine start from? An engine under a fresh instance id, and everything it made removed afterwards.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import type { ContainerSpec } from '../../runner/machines/container-spec.ts';
import { createDockerEngine } from '../../runner/machines/docker-engine.ts';
import { createDockerImages } from '../../runner/machines/docker-engine-images.ts';
import type { Engine } from '../../runner/machines/engine.ts';
import { onFreeSubnet } from '../../runner/machines/free-network.ts';
import { containerSpec, type MachineRequest } from '../../runner/machines/hardening.ts';
import { hostRoutes } from '../../runner/machines/host-routes.ts';
import { buildImages } from '../../runner/machines/images.ts';
import { freshId, objectName } from '../../runner/machines/names.ts';
import type { Shell } from '../../runner/machines/shell.ts';
import { pickSubnet } from '../../runner/machines/subnets.ts';

/** The images that tests of the engine use; `npm test` builds them beforehand (runner/bootstrap/test.mjs says the same). */
const TESTED_IMAGES = ['desktop', 'helper', 'internet', 'mirror', 'vps'];

export interface EngineUnderTest {
  engine: Engine;
  instance: string;
  /** Tag of each machine's image, built now if it was not. */
  images(): Promise<Record<string, string>>;
  /** A desktop's specification; without network unless told. */
  spec(changes?: Partial<MachineRequest>): Promise<ContainerSpec>;
  /** A started desktop; gives its id. */
  desktop(changes?: Partial<MachineRequest>): Promise<string>;
  /** Makes a network on addresses of the tests' own block that nobody uses; other test files do the same at the same time. */
  onFreeSubnet<T>(make: (subnet: string) => Promise<T>): Promise<{ made: T; subnet: string }>;
  /** Removes all that carries this instance's label. */
  clean(): Promise<void>;
}

/** An engine with a fresh instance id; call it at the top of a test file: it cleans after the file's last test. */
export function withEngine(): EngineUnderTest {
  const instance = `test${randomBytes(4).toString('hex')}`;
  const engine = createDockerEngine({ instance });
  let built: Promise<Record<string, string>> | undefined;
  const images = () => (built ??= buildImages(createDockerImages(), { only: TESTED_IMAGES }));
  const spec: EngineUnderTest['spec'] = async (changes = {}) =>
    containerSpec({
      machine: { kind: 'desktop' },
      image: (await images()).desktop ?? '',
      name: objectName(instance, 'desktop', freshId()),
      workshop: 'test',
      language: 'fr',
      network: 'none',
      dns: ['198.18.0.2'],
      ...changes,
    });
  const clean = async () => {
    for (const machine of await engine.listMachines()) await engine.removeMachine(machine.id);
    for (const network of await engine.listNetworks()) await engine.removeNetwork(network.id);
  };
  afterAll(clean, 120_000);
  return {
    engine,
    instance,
    images,
    spec,
    clean,
    onFreeSubnet: async (make) => {
      const pick = async (used: readonly string[]) =>
        pickSubnet('198.18.0.0/15', [...used, ...(await hostRoutes())]);
      return onFreeSubnet(engine, pick, make);
    },
    async desktop(changes) {
      const id = await engine.createMachine(await spec(changes));
      await engine.startMachine(id);
      return id;
    },
  };
}

/** What a person would see of a shell, as text that grows; set before anything is expected. */
export class Screen {
  text = '';
  ended = false;
  readonly shell: Shell;

  constructor(shell: Shell) {
    this.shell = shell;
    shell.onData((bytes) => {
      this.text += bytes.toString('latin1');
    });
    shell.onEnd(() => {
      this.ended = true;
    });
  }

  type(text: string): void {
    this.shell.write(Buffer.from(text));
  }

  /** Waits until nothing has come for a fifth of a second: the redraw after a replay is over. */
  async quiet(): Promise<void> {
    for (let length = -1; length !== this.text.length; ) {
      length = this.text.length;
      await sleep(200);
    }
  }

  /** Waits until the output, from `from` on, matches; gives the index after the match. Fails with what was there instead. */
  async see(what: RegExp, from = 0, withinMs = 20_000): Promise<number> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const found = what.exec(this.text.slice(from));
      if (found) return from + found.index + found[0].length;
      if (performance.now() > deadline)
        throw new Error(
          `Expected ${what} on the terminal; found: ${JSON.stringify(this.text.slice(from).slice(-800))}`,
        );
      await sleep(5);
    }
  }
}

/** The mark that ends a prompt (OSC 133;B). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark is made of control characters
export const PROMPT = /\x1b\]133;B\x07/;
