// What does one open workshop have of the small Internet? Its servers, its counters and the rented servers, brought up together and kept introduced to each other.
import type { Engine } from '../machines/engine.ts';
import type { Servers } from '../machines/servers.ts';
import { trustAuthorities } from '../machines/vps-order.ts';
import type { VpsRecipe } from '../machines/vps-recipe.ts';
import { type Accounts, createAccounts } from './counters/account.ts';
import type { RegistrarDesk } from './counters/desk.ts';
import { namesAt } from './counters/pointing.ts';
import type { Keep } from './counters/ports.ts';
import { createCodeTries } from './counters/transfer-code.ts';
import { createRegistrar } from './counters.ts';
import type { ServerLine } from './hosting/ports.ts';
import { createVpsMaker, recertify } from './hosting/vps-maker.ts';
import { createHostingDesk, type HostingDesk } from './hosting-desk.ts';
import { createInternet, type Internet, type ServerStep } from './internet.ts';
import { introduceDesktop } from './introduce-desktop.ts';
import { registrationOf } from './registry/registration.ts';
import { DEFAULT_RULES, type Rules } from './registry/rules.ts';
import { boxHosts } from './zone/place.ts';

/** Tags of the images that a small Internet is made of. */
export interface InternetImages {
  internet: string;
  mirror: string;
  helper: string;
  vps: string;
  'vps-wordpress': string;
}

export interface WorkshopInternetParts {
  engine: Engine;
  servers: Servers;
  instance: string;
  images: InternetImages;
  workshop: { id: string; language: string };
  network: { id: string; subnet: string };
  /** Where each part of its state is kept. */
  keep: (part: string) => Keep;
  /** Picks a free subnet for the gateway's second network. @throws when the block is exhausted */
  pickSubnet: (used: readonly string[]) => Promise<string>;
  /** How systemd can be PID 1 on this engine. @throws Error when no server can run here */
  recipe: () => Promise<VpsRecipe>;
  line: ServerLine;
  kernelHasIpv6: boolean;
  /** False when this computer cannot carry one more server. */
  fits: () => boolean;
  /** As in `HostingParts`. */
  sameAddresses?: boolean;
  /** Servers that are up before anybody orders them, as long as `roomy` says that there is memory for them; none without it. */
  waiting?: { wanted: number; roomy: () => boolean };
  /** Machine names of labs: a server must not be called like one. */
  reserved: ReadonlySet<string>;
  /** Containers of the workshop's desktops that run now. */
  desktops: () => readonly string[];
  /** The store's side of a server's container. */
  remember: (containerId: string, host: string) => void;
  assign: (containerId: string, seatId: string, host: string) => void;
  forget: (containerId: string) => void;
  /** Containers of the workshop's servers that the store knows. */
  known?: () => string[];
  /** A server of this seat came, went, or changed its state. */
  serversChanged: (seatId: string) => void;
  rules?: Rules;
  /** For the log: English, never shown. */
  failed: (what: string, error: unknown) => void;
}

export type InternetState = 'opening' | 'up' | 'failed';

export interface WorkshopInternet {
  readonly internet: Internet;
  readonly registrar: RegistrarDesk;
  readonly hosting: HostingDesk;
  readonly accounts: Accounts;
  state(): InternetState;
  /** Brings everything up; tries again by itself when it does not come. Resolves when it is up, or when `down` or `release` was called. */
  up(onStep?: (steps: readonly ServerStep[]) => void): Promise<void>;
  /** Makes a desktop trust the box and ask it; does nothing while the box is not up (all are introduced when it is). */
  introduce(containerId: string): Promise<void>;
  /** Takes back names and servers of a seat as if they had never been: what a lab that begins again had it take. What is gone is a success. */
  withdraw(seatId: string, what: { names: readonly string[]; hosts: readonly string[] }): Promise<void>;
  /** Certificates that a machine of the box trusts, PEM; waits until the box is up. */
  roots(): Promise<string>;
  /** Removes the shared servers; rented ones are the house's to remove. */
  down(): Promise<void>;
  release(): void;
}

/** Milliseconds before it is tried again to bring up what did not come. */
const AGAIN_MS = 10_000;
/** Desktops introduced at once. */
const TOGETHER = 4;

/** Longest time between the paying of a name and its registration. */
const PAID_BEFORE_MS = 60_000;

/** Path of the authority's directory (RFC 8555 7.1.1). */
const ACME_PATH = '/dir';

export function createWorkshopInternet(parts: WorkshopInternetParts): WorkshopInternet {
  const { engine, workshop, failed } = parts;
  const rules = parts.rules ?? DEFAULT_RULES;
  let state: InternetState = 'opening';
  let over = false;
  let isUp = () => {};
  const up = new Promise<void>((resolve) => {
    isUp = resolve;
  });
  let known: Promise<string> | undefined;

  const internet = createInternet({
    engine,
    instance: parts.instance,
    image: parts.images.internet,
    mirrorImage: parts.images.mirror,
    workshop: workshop.id,
    network: parts.network,
    keep: parts.keep('registry'),
    pickSubnet: parts.pickSubnet,
    rules,
    kernelHasIpv6: parts.kernelHasIpv6,
    failed,
  });

  async function roots(): Promise<string> {
    await up;
    known ??= internet.caRoots();
    known.catch(() => {
      known = undefined;
    });
    return known;
  }

  const accounts = createAccounts(parts.keep('accounts'));
  const registrar = createRegistrar({
    names: internet.names,
    accounts,
    tries: createCodeTries(() => performance.now()),
  });
  const hosting = createHostingDesk({
    keep: parts.keep('servers'),
    accounts,
    now: () => internet.names.now(),
    namesAt: (address) => namesAt(internet.names, address),
    reserved: parts.reserved,
    line: parts.line,
    waiting: parts.waiting?.wanted ?? 0,
    sameAddresses: parts.sameAddresses ?? false,
    maker: createVpsMaker({
      engine,
      servers: parts.servers,
      recipe: parts.recipe,
      images: parts.images,
      instance: parts.instance,
      workshop,
      network: parts.network,
      dns: [internet.addresses.resolver],
      acmeDirectory: `https://${boxHosts(rules).acme}${ACME_PATH}`,
      mirror: boxHosts(rules).mirror,
      // The glass browser's visitors come through the gateway; the newspaper's readers are sent by its site.
      relays: [internet.addresses.gateway, internet.addresses.sites],
      roots,
      kernelHasIpv6: parts.kernelHasIpv6,
      fits: parts.fits,
      roomy: parts.waiting?.roomy ?? (() => false),
      known: parts.known ?? (() => []),
      remember: parts.remember,
      assign: parts.assign,
      forget: parts.forget,
    }),
    changed: parts.serversChanged,
    failed,
  });

  /** One introduction at a time per desktop: two would write the same files. */
  const introductions = new Map<string, Promise<void>>();
  async function introduce(containerId: string): Promise<void> {
    if (state !== 'up') return;
    const turn = (introductions.get(containerId) ?? Promise.resolve())
      .catch(() => {})
      .then(async () => introduceDesktop(engine, containerId, await roots(), rules));
    introductions.set(containerId, turn);
    try {
      await turn;
    } finally {
      if (introductions.get(containerId) === turn) introductions.delete(containerId);
    }
  }

  async function introduceAll(): Promise<void> {
    const queue = [...parts.desktops()];
    const work = async () => {
      for (let id = queue.shift(); id !== undefined; id = queue.shift())
        await introduce(id).catch((error: unknown) => failed('introduce desktop', error));
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
  }

  /** The authority has a new root: whoever trusts the old one is told, and certificates are asked for anew. */
  async function rootsChanged(): Promise<void> {
    known = undefined;
    const pem = await roots();
    await introduceAll();
    for (const id of hosting.runningContainers())
      await trustAuthorities(engine, id, pem)
        .then(() => recertify(engine, id))
        .catch((error: unknown) => failed('trust authorities', error));
  }
  internet.onRootsChanged(() => {
    rootsChanged().catch((error: unknown) => failed('roots changed', error));
  });

  async function withdraw(
    seatId: string,
    what: { names: readonly string[]; hosts: readonly string[] },
  ): Promise<void> {
    for (const name of what.names) {
      const held = registrationOf(internet.names.state(), name);
      if (held?.seat !== seatId) continue;
      const kept = await internet.names.apply({ type: 'withdraw', seat: seatId, name });
      // Paid a moment before the registry wrote it down.
      if (kept.ok) accounts.takeBack(seatId, held.unicode, held.createdAt - PAID_BEFORE_MS);
    }
    for (const host of what.hosts) await hosting.withdraw(seatId, host);
  }

  const stop = (): void => {
    over = true;
    // Whoever still waits must not wait for ever.
    isUp();
    hosting.release();
  };

  return {
    internet,
    registrar,
    hosting,
    accounts,
    state: () => state,
    roots,
    introduce,
    withdraw,
    async up(onStep) {
      while (!over) {
        try {
          await internet.up(onStep);
          state = 'up';
          isUp();
          // Tried now, so that nobody's first order waits for it.
          parts.recipe().catch((error: unknown) => failed('recipe', error));
          return introduceAll();
        } catch (error) {
          if (over) return;
          state = 'failed';
          failed('small Internet', error);
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref());
        }
      }
    },
    async down() {
      stop();
      await hosting.close();
      await internet.down();
    },
    release() {
      stop();
      internet.release();
    },
  };
}
