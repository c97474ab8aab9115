// The engine failed while the runner started: which sentence names its socket and the remedy?
import type { EngineError } from '../machines/engine.ts';
import { whyNoAnswer } from '../machines/no-answer.ts';
import type { StartWords } from '../words/start.ts';

const USUAL_SOCKET = '/var/run/docker.sock';

export function engineSentence(error: EngineError, socket: string | undefined, words: StartWords): string {
  const { why, reason } = whyNoAnswer(error);
  const where = socket ?? USUAL_SOCKET;
  return why === 'strange' ? words['engine.strange'](where, reason) : words[`engine.${why}`](where);
}
