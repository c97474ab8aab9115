// How do questions that arrive at the registry's server reach the registry? Over one long-lived program in it, a line each way; the program is opened again when it ends.
import type { Engine } from '../machines/engine.ts';
import type { Pipe } from '../machines/shell.ts';
import { httpBytes, type RegistryVoice, whoisBytes } from './registry-answers.ts';

/** Milliseconds before a line that broke is opened again. */
const AGAIN_MS = 500;

export interface RegistryLine {
  /** Whether questions are answered now. */
  open(): boolean;
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
    next.onLine((line) => {
      try {
        const answer = answerLine(line, voice);
        if (answer !== undefined) next.writeLine(answer);
      } catch (error) {
        // The one who asked gets « being restarted » when their time is up.
        failed('registry answer', error);
      }
    });
    next.onEnd(() => {
      if (pipe !== next) return;
      pipe = undefined;
      later();
    });
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
    open: () => pipe !== undefined,
    close() {
      closed = true;
      clearTimeout(timer);
      pipe?.release();
      pipe = undefined;
    },
  };
}
