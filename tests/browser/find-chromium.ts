// Where is the Chromium of the browser tests? Found as `npm test` finds it.
import { findChromium } from '../../runner/bootstrap/chromium.mjs';

/** Path of the program. @throws Error when there is none */
export function chromiumPath(): string {
  const found = findChromium();
  if (found === undefined) throw new Error('no Chromium here: apt-get install chromium-headless-shell');
  return found;
}
