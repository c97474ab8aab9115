// Where can this host already send packets? A workshop's addresses must not hide an office network or a VPN.
import { readFile } from 'node:fs/promises';

/** CIDRs of the host's IPv4 routes, without default routes; empty where the kernel has no such table (Docker Desktop's own machine routes there). */
export async function hostRoutes(file = '/proc/net/route'): Promise<string[]> {
  try {
    return parseRoutes(await readFile(file, 'utf8'));
  } catch {
    return [];
  }
}

/** Reads the kernel's table: addresses are hexadecimal, in the byte order of the machine (little-endian on x86-64 and arm64). */
export function parseRoutes(table: string): string[] {
  const routes: string[] = [];
  for (const line of table.split('\n').slice(1)) {
    const [, destination = '', , , , , , mask = ''] = line.split(/\s+/);
    if (!/^[0-9A-F]{8}$/i.test(destination) || !/^[0-9A-F]{8}$/i.test(mask)) continue;
    const prefix = bits(mask);
    if (prefix > 0) routes.push(`${dotted(destination)}/${prefix}`);
  }
  return routes;
}

const bytes = (hex: string): number[] => [6, 4, 2, 0].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const dotted = (hex: string): string => bytes(hex).join('.');
const bits = (hex: string): number =>
  bytes(hex).reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
