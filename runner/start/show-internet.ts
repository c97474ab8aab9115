// Is the small Internet of the séance there? A bar with the server that is starting, until it is, or until people have waited long enough.
import { openStep } from '../bootstrap/screen.mjs';
import type { Language } from '../protocol/api.ts';
import { startWordsOf } from '../words/start.ts';

/** Longest that the banner waits for it, milliseconds. */
const PATIENCE_MS = 30_000;

/** One server and how far it is. */
interface Step {
  server: string;
  state: string;
}

/** Shows how it comes up; `ready` resolves when it is there. Resolves then, or after half a minute, with a sentence that says so. */
export async function showInternet(
  ready: (onStep: (steps: readonly Step[]) => void) => Promise<void>,
  language: Language,
): Promise<void> {
  const words = startWordsOf(language);
  const screen = openStep(words['internet.opening'], { lang: language });
  const show = (steps: readonly Step[]) => {
    const done = steps.filter(({ state }) => state === 'ready').length;
    const coming = steps.filter(({ state }) => state === 'starting').map(({ server }) => server);
    screen.progress(steps.length === 0 ? undefined : done / steps.length, coming.join(', '));
  };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), PATIENCE_MS);
  });
  const outcome = await Promise.race([ready(show).then(() => 'there' as const), late]);
  clearTimeout(timer);
  if (outcome === 'there') return screen.done();
  screen.fail();
  console.error(words['internet.late']);
}
