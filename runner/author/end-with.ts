// How does a command for authors end when something stops it? With one sentence and its exit code; a bug alone shows its trace.
import { LabsError } from '../labs/lab-problem.ts';
import { EngineError } from '../machines/engine.ts';
import type { Language } from '../protocol/api.ts';
import { Misuse, StartError } from '../start/start-error.ts';
import { systemRefusal } from '../start/system-refusal.ts';

const FAILED = 1;
const MISUSED = 2;

/** Says what stopped the command and sets the exit code. @throws the error itself when it is a bug */
export function endWith(error: unknown, language: Language): void {
  const told = error instanceof StartError || error instanceof LabsError || error instanceof EngineError;
  const sentence = told ? error.message : systemRefusal(error, language);
  if (sentence === undefined) throw error;
  console.error(sentence);
  process.exitCode = error instanceof Misuse ? MISUSED : FAILED;
}
