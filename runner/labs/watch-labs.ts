// What did an author just save? Follows the labs' folder and tells which labs changed, or what is wrong with them.
import { watch } from 'node:fs';
import { type Lab, LabsError, loadLabs } from './load-labs.ts';

/** An editor writes a file in several pieces; milliseconds of silence before it is read. */
const SETTLE_MS = 150;

export interface LabWatcher {
  /** A lab as it is now. */
  changed(lab: Lab): void;
  /** What does not hold together: one sentence per mistake, with file and line. The labs stay as they were. */
  wrong(sentences: string): void;
}

/** Follows `dir` until the returned function is called. Every lab is told again after a change: which file belongs to which is nobody's business. */
export function watchLabs(dir: string, { changed, wrong }: LabWatcher): () => void {
  let timer: NodeJS.Timeout | undefined;
  const read = () =>
    loadLabs(dir).then(
      (labs) => labs.forEach(changed),
      (error: unknown) => {
        if (!(error instanceof LabsError)) throw error;
        wrong(error.message);
      },
    );
  const watcher = watch(dir, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), SETTLE_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
