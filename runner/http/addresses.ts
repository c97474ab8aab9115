// At which addresses do people reach this runner?
import { isIPv4 } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import type { Language } from '../protocol/api.ts';
import type { Settings } from '../settings.ts';

/** Interfaces that containers and virtual machines use: no trainee's machine is behind them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|flannel|podman|tun|tap|zt|tailscale|wg)/i;

export type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/**
 * Origins for trainees, best first: the public address when there is one, else this machine's addresses in the room. The last one is the
 * origin that answers on this very machine: loopback, or the only address that the runner listens on.
 * `port`: the one that the runner really listens on.
 */
export function ownOrigins(
  settings: Pick<Settings, 'host' | 'publicUrl'>,
  port: number,
  interfaces: Interfaces,
): string[] {
  const at = (host: string) => new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`).origin;
  const { host, publicUrl } = settings;
  const everywhere = host === '0.0.0.0' || host === '::';
  const here = everywhere || host === '127.0.0.1' || host === '::1' ? at('localhost') : at(host);
  if (publicUrl !== undefined) return [publicUrl.origin, here];
  return [...new Set([...(everywhere ? roomAddresses(interfaces).map(at) : []), here])];
}

function roomAddresses(interfaces: Interfaces): string[] {
  return Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, list]) => list ?? [])
    .filter((one) => !one.internal && isIPv4(one.address) && !one.address.startsWith('169.254.'))
    .map((one) => one.address);
}

/** The page where one joins; the code is in the fragment, which no server and no log ever sees. */
export function joinUrl(origin: string, language: Language, joinCode: string): string {
  return `${origin}${language === 'fr' ? '/rejoindre/' : '/en/join/'}#${encodeURIComponent(joinCode)}`;
}

/** The trainer's one-time link. */
export function trainerUrl(origin: string, language: Language, token: string): string {
  return `${origin}${language === 'fr' ? '/formateur/' : '/en/trainer/'}#${token}`;
}
