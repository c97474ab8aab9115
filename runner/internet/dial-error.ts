// Why could a machine of the small Internet not be reached? Each code has its page that teaches.

/**
 * - `outside`: the address is not one of the workshop's; nothing was sent to it;
 * - `no-such-name`, `no-address`: the resolver's answer; `resolver-failed`: it had none;
 * - `refused`, `unreachable`, `timeout`: what the connection met;
 * - `gateway-down`: our own way in does not work.
 */
export type DialErrorCode =
  | 'outside'
  | 'no-such-name'
  | 'no-address'
  | 'resolver-failed'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'gateway-down';

export class DialError extends Error {
  override readonly name = 'DialError';
  readonly code: DialErrorCode;
  constructor(code: DialErrorCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options);
    this.code = code;
  }
}
