// Why did a page of the small Internet not come? One code per page that teaches, with the facts that the page tells.
import type { GlassErrorCode } from '../protocol/glass.ts';

export class GlassError extends Error {
  override readonly name = 'GlassError';
  readonly code: GlassErrorCode;
  constructor(code: GlassErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
