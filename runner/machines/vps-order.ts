// What is set on a server when it is ordered? Its hostname, root's password, an SSH key, a language: read here, written into the server by a program of ours.
import { randomInt } from 'node:crypto';
import { type Engine, EngineError } from './engine.ts';

export interface VpsOrder {
  /** Language of its messages: `fr` or `en`. */
  language: string;
  /** 8 to 128 printable ASCII characters. */
  rootPassword: string;
  /** One line of a `.pub` file. */
  sshKey?: string;
  /** IANA time zone of its data centre; Paris without it. A zone that the image does not have changes nothing. */
  timeZone?: string;
  /** Name of the package mirror; `MIRROR_NAME` of vps-mirror.ts without it. */
  mirror?: string;
  /** Directory of the certificate authority (RFC 8555), which certbot then asks without being told. */
  acmeDirectory?: string;
  /** IPv4 addresses of the host's relays, which say for whom they ask: a web server believes them, and no other machine. */
  relays?: readonly string[];
}

/** Longest hostname that Linux keeps. */
const MAX_HOSTNAME = 63;
const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const PASSWORD = /^[\x21-\x7e]{8,128}$/;
const SSH_KEY =
  /^(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com) [A-Za-z0-9+/]{40,3000}={0,3}(?: [\x20-\x7e]{0,200})?$/;
/** Letters and digits that nobody takes for another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A hostname in lower case, or undefined when it is not one (RFC 1123: labels of letters, digits and inner hyphens, joined by dots). */
export function readHostname(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  if (name.length === 0 || name.length > MAX_HOSTNAME) return undefined;
  return name.split('.').every((label) => LABEL.test(label)) ? name : undefined;
}

/** An SSH public key on one line, or undefined when it is not one (RFC 4253 6.6 as OpenSSH writes it). */
export function readSshKey(text: string): string | undefined {
  const line = text.trim();
  return SSH_KEY.test(line) ? line : undefined;
}

/** A password that can be read aloud and typed: four groups of four, 79 bits. */
export function newRootPassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/**
 * Sets what the order says on a server that runs. Everything goes through the standard input of a program in the server:
 * nothing of it is ever in the container's environment, command lines or labels.
 * @returns the fingerprint of its host key (`SHA256:…`), which an honest host shows to its customer
 * @throws RangeError for an order that is not one, EngineError when the server could not take it
 */
export async function fulfilOrder(engine: Engine, id: string, order: VpsOrder): Promise<string> {
  if (!PASSWORD.test(order.rootPassword))
    throw new RangeError('root’s password: expected 8 to 128 printable ASCII characters.');
  const key = order.sshKey === undefined ? '' : readSshKey(order.sshKey);
  if (key === undefined) throw new RangeError('SSH key: expected one line as in a .pub file.');
  const { exitCode, output } = await engine.run(id, ['/usr/lib/boite/order'], {
    user: 'root',
    stdin: settings({
      password: order.rootPassword,
      key,
      language: order.language === 'en' ? 'en' : 'fr',
      zone: order.timeZone ?? '',
      mirror: order.mirror ?? '',
      acme: order.acmeDirectory ?? '',
      relays: (order.relays ?? []).join(' '),
    }),
  });
  const fingerprint = /SHA256:[A-Za-z0-9+/]{43}/.exec(output)?.[0];
  if (exitCode !== 0 || fingerprint === undefined)
    throw new EngineError(
      'refused',
      `the server did not take the order (exit code ${exitCode}): ${output.slice(-300)}`,
    );
  return fingerprint;
}

/**
 * Arguments: the name in the engine's files, the server's own. Those files are mounted: they are written, not replaced. The prompt of the console,
 * at which nobody has been yet, is shown anew.
 */
const CALL = `hosts=$(sed "s/\\([[:space:]]\\)$1$/\\1$2/" /etc/hosts) && printf '%s\n' "$hosts" > /etc/hosts
printf '%s\n' "$2" > /etc/hostname
sed -i "s/@$1$/@$2/" /etc/ssh/ssh_host_*_key.pub
systemctl --no-block restart console-getty.service`;

/**
 * Writes a server's name where its programs read it, after it was booted under another and has been renamed from outside (`Servers.openCgroup`).
 * @throws RangeError for what is no hostname, EngineError when the server could not take it
 */
export async function callServer(engine: Engine, id: string, before: string, called: string): Promise<void> {
  if (readHostname(before) !== before || readHostname(called) !== called)
    throw new RangeError(`Expected two hostnames, found ${JSON.stringify([before, called])}.`);
  const { exitCode, output } = await engine.run(id, ['sh', '-c', CALL, 'call', before, called], {
    user: 'root',
  });
  if (exitCode !== 0)
    throw new EngineError(
      'refused',
      `the server did not take its name (exit code ${exitCode}): ${output.slice(-300)}`,
    );
}

/**
 * Makes a server that runs trust these authorities (PEM), in place of those given before: at its order, and again whenever the class's authority has
 * started anew with another root.
 * @throws EngineError when the server could not take them
 */
export async function trustAuthorities(engine: Engine, id: string, pem: string): Promise<void> {
  const { exitCode, output } = await engine.run(id, ['/usr/lib/boite/trust'], { user: 'root', stdin: pem });
  if (exitCode !== 0)
    throw new EngineError(
      'refused',
      `the server did not take the authorities (exit code ${exitCode}): ${output.slice(-300)}`,
    );
}

/** One setting a line; ours are made of one line each, whatever was asked. */
function settings(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      if (/[\r\n\0]/.test(value)) throw new RangeError(`${name}: expected one line.`);
      return `${name} ${value}\n`;
    })
    .join('');
}
