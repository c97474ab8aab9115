// Which servers are up before anybody orders them? One or two per séance, so that an order takes a second instead of a boot.

/** A server that is up, called like nobody's, with an address of its own. */
export interface Waiting {
  containerId: string;
  address: string;
}

export interface WaitingParts {
  /** How many should wait. */
  wanted: number;
  /** An address that nobody has; undefined when there is none left. */
  pickAddress: () => string | undefined;
  /** Makes and boots one; undefined where servers cannot take a name after their boot. */
  prepare: (address: string) => Promise<string | undefined>;
  remove: (containerId: string) => Promise<void>;
  /** False when this computer's memory is better left to what people do. */
  roomy: () => boolean;
  /** True while somebody's own server is on its way: it comes first. */
  busy: () => boolean;
  failed: (what: string, error: unknown) => void;
}

export interface WaitingServers {
  /** One, at once, or undefined. */
  take(): Waiting | undefined;
  /** Somebody looks at the offers, or took one: makes what is missing, gives back what there is no room for. Safe to call at any time. */
  refill(): void;
  /** Takes one out that stopped while it waited; false when it is none of these. */
  stopped(containerId: string): boolean;
  /** Addresses that are not free because of these. */
  addresses(): string[];
  containers(): string[];
  /** Makes no more; those that wait stay as they are, whoever stops them. */
  release(): void;
  /** Waits for what is being made and removes all that wait; nothing is made any more. */
  close(): Promise<void>;
}

/** Milliseconds of rest after a failure: an engine that is down is not hammered. */
const AFTER_FAILURE_MS = 10_000;

export function createWaitingServers(parts: WaitingParts): WaitingServers {
  const { wanted, failed } = parts;
  const waiting: Waiting[] = [];
  let making: { address: string; done: Promise<void> } | undefined;
  let closed = wanted === 0;
  let restUntil = 0;

  const drop = (ones: readonly Waiting[]): Promise<unknown> =>
    Promise.all(
      ones.map(({ containerId }) =>
        parts.remove(containerId).catch((error: unknown) => failed('remove waiting server', error)),
      ),
    );
  const giveBack = () => drop(waiting.splice(0));

  /** One at a time: two would slow the class that works. */
  async function make(address: string): Promise<void> {
    try {
      const containerId = await parts.prepare(address);
      if (containerId === undefined) closed = true;
      else if (closed) await parts.remove(containerId);
      else waiting.push({ containerId, address });
    } catch (error) {
      failed('make waiting server', error);
      restUntil = performance.now() + AFTER_FAILURE_MS;
    } finally {
      making = undefined;
      refill();
    }
  }

  function refill(): void {
    if (closed) return;
    if (!parts.roomy()) return void giveBack();
    if (making || waiting.length >= wanted || parts.busy() || performance.now() < restUntil) return;
    const address = parts.pickAddress();
    if (address === undefined) return;
    const done = Promise.resolve().then(() => make(address));
    making = { address, done };
  }

  return {
    take: () => (closed ? undefined : waiting.shift()),
    refill,
    stopped(containerId) {
      const index = waiting.findIndex((one) => one.containerId === containerId);
      if (index < 0) return false;
      void drop(waiting.splice(index, 1));
      return true;
    },
    addresses: () => [...waiting, ...(making ? [making] : [])].map(({ address }) => address),
    containers: () => waiting.map(({ containerId }) => containerId),
    release() {
      closed = true;
    },
    async close() {
      closed = true;
      await making?.done;
      await giveBack();
    },
  };
}
