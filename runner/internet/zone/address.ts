// Is this text an IP address, and how is it written in a zone file?
import { isIPv4, isIPv6 } from 'node:net';

/** Dotted decimal, without leading zeros (RFC 1035, 3.4.1); undefined when it is not one. */
export function readIpv4(text: string): string | undefined {
  const trimmed = text.trim();
  return isIPv4(trimmed) ? trimmed : undefined;
}

/** IPv6 in its canonical form (RFC 5952); undefined when it is not one. Interface names (`%eth0`) are refused. */
export function readIpv6(text: string): string | undefined {
  const trimmed = text.trim();
  if (!isIPv6(trimmed) || trimmed.includes('%')) return undefined;
  return new URL(`http://[${trimmed}]/`).hostname.slice(1, -1);
}

/** Either kind, canonical. */
export function readAddress(text: string): string | undefined {
  return readIpv4(text) ?? readIpv6(text);
}
