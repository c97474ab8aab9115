// How do questions that arrive at the registry's server reach the registry? Over one long-lived program in it, a line each way; the program is opened again when it ends.
import type { Engine } from '../machines/engine.ts';
import type { Pipe } from '../machines/shell.ts';
import { httpBytes, type RegistryVoice, whoisBytes } from './registry-answers.ts';

/** Milliseconds before a line that broke is opened again. */
const AGAIN_MS = 500;
/** What `boite-desk-line` says first, once it stands at the desk. */
const REACHED = 'ready';

export interface RegistryLine {
  close(): void;
}

/** The answer line to one question line of `boite-desk`, undefined when it is none. Pure. */
export function answerLine(question: string, voice: RegistryVoice): string | undefined {
  const [, number, kind, hex = ''] = /^(\d+) (whois|rdap) ((?:[0-9a-f]{2})*)$/.exec(question) ?? [];
  if (number === undefined) return undefined;
  const asked = Buffer.from(hex, 'hex');
  const answer = kind === 'whois' ? whoisBytes(asked, voice) : httpBytes(asked, voice);
  return `${number} ${answer.toString('hex')}`;
}

/** Answers the questions of the registry's server `containerId()` until closed. Rejects when the first opening fails. */
export async function openRegistryLine(
  engine: Engine,
  containerId: () => string,
  voice: RegistryVoice,
  failed: (what: string, error: unknown) => void,
): Promise<RegistryLine> {
  let pipe: Pipe | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const next = await engine.openPipe(containerId(), ['/usr/lib/boite/boite-desk-line'], {});
    if (closed) return next.release();
    pipe = next;
    // Until the program stands at the desk and says so, who asks is told that the service restarts.
    await new Promise<void>((resolve, reject) => {
      let reached = false;
      next.onLine((line) => {
        if (line === REACHED) {
          reached = true;
          resolve();
        } else answer(next, line);
      });
      next.onEnd(() => {
        const ours = pipe === next;
        if (ours) pipe = undefined;
        if (!reached) reject(new Error('the registry’s server does not take our line'));
        else if (ours) later();
      });
    });
  }
  function answer(from: Pipe, line: string): void {
    try {
      const said = answerLine(line, voice);
      if (said !== undefined) from.writeLine(said);
    } catch (error) {
      // The one who asked gets « being restarted » when their time is up.
      failed('registry answer', error);
    }
  }
  function later(): void {
    if (closed) return;
    timer = setTimeout(() => {
      open().catch((error: unknown) => {
        failed('registry line', error);
        later();
      });
    }, AGAIN_MS);
    timer.unref();
  }

  await open();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      pipe?.release();
      pipe = undefined;
    },
  };
}
