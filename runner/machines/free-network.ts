// How is a network made on addresses that nobody uses, while others make networks, too? Picks, tries, and picks again when somebody was quicker.
import type { Engine } from './engine.ts';

/** Attempts when another program takes the subnet that we picked in the meantime. */
const ATTEMPTS = 8;

/**
 * Makes something on a free subnet.
 * @param pick gives a free subnet (CIDR), none of those given; throws when the block is exhausted
 * @param make makes the network; its last error is thrown when every attempt failed
 */
export async function onFreeSubnet<T>(
  engine: Pick<Engine, 'usedSubnets'>,
  pick: (used: readonly string[]) => string | Promise<string>,
  make: (subnet: string) => Promise<T>,
): Promise<{ made: T; subnet: string }> {
  const refused: string[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const subnet = await pick([...(await engine.usedSubnets()), ...refused]);
    try {
      return { made: await make(subnet), subnet };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      refused.push(subnet);
    }
  }
}
