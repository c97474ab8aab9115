// By which addresses can people in the room reach this machine? Container bridges, our own blocks and dead ends are left out.
import type { NetworkInterfaceInfo } from 'node:os';

export interface LanAddress {
  /** Name of the network card, e.g. `eth0`, `wlp2s0`. */
  card: string;
  address: string;
}

/** Cards that lead to containers and virtual machines of this very machine. */
const INNER_CARD = /^(lo|docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|podman|cni|flannel|cali|boite)/;
/** Cards of virtual private networks: a class is rarely there. */
const PRIVATE_CARD = /^(tun|tap|wg|tailscale|zt|utun|ppp)/;

const toNumber = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

/** Is an IPv4 address inside a block, e.g. `198.18.0.0/15`? */
export function isInBlock(address: string, block: string): boolean {
  const [base = '', bits = '32'] = block.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(toNumber(address) / size) === Math.floor(toNumber(base) / size);
}

/** The likeliest to reach a room first: wired and Wi-Fi cards with a private address, then public addresses, then VPNs. */
function rank({ card, address }: LanAddress): number {
  if (PRIVATE_CARD.test(card)) return 3;
  const isPrivate = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].some((block) =>
    isInBlock(address, block),
  );
  return isPrivate ? 1 : 2;
}

/**
 * Chooses the IPv4 addresses to announce, the likeliest first.
 * @param interfaces as `os.networkInterfaces()` gives them
 * @param ownBlocks CIDR blocks of the workshops' networks
 */
export function lanAddresses(
  interfaces: Readonly<Record<string, NetworkInterfaceInfo[] | undefined>>,
  ownBlocks: readonly string[],
): LanAddress[] {
  const found: LanAddress[] = [];
  for (const [card, infos] of Object.entries(interfaces)) {
    if (INNER_CARD.test(card)) continue;
    for (const info of infos ?? []) {
      if (info.family !== 'IPv4' || info.internal) continue;
      if (isInBlock(info.address, '169.254.0.0/16')) continue;
      if (ownBlocks.some((block) => isInBlock(info.address, block))) continue;
      found.push({ card, address: info.address });
    }
  }
  return found.sort((a, b) => rank(a) - rank(b));
}

/**
 * Origins to announce, the best first.
 * @param host what the runner listens on: every address, one, or loopback only
 */
export function announcedOrigins(options: {
  host: string;
  port: number;
  publicUrl: URL | undefined;
  lan: readonly LanAddress[];
}): string[] {
  const { host, port, publicUrl, lan } = options;
  if (publicUrl !== undefined) return [publicUrl.origin];
  const origin = (name: string) =>
    `http://${name.includes(':') ? `[${name}]` : name}${port === 80 ? '' : `:${port}`}`;
  if (host === '0.0.0.0' || host === '::') return lan.map(({ address }) => origin(address));
  return isLoopbackHost(host) ? [] : [origin(host)];
}

export const isLoopbackHost = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\./.test(host);
