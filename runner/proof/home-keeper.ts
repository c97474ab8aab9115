// How does a proof take an attempt back? One program that lives in the machine keeps the home folder, and puts it back when it is told (never an exec per attempt: each costs a tenth of a second).
import type { Pipe } from '../machines/shell.ts';

const PROGRAM = `
# Keeps the home folder as it is now.
keep() { rm -rf /var/tmp/.base && cp -a ~ /var/tmp/.base; }

# Ends every program that holds the terminal but PID 1 and the shell, a child of PID 1, and puts the home folder back.
go_back() {
  for stat in /proc/[0-9]*/stat; do
    read -r line <"$stat" || continue
    pid=\${line%% *} rest=\${line##*) }
    set -- $rest
    # $2: parent, $5: terminal.
    [[ $pid == 1 || $5 == 0 || $2 == 1 ]] || kill -KILL "$pid"
  done
  find ~ /tmp /var/tmp /dev/shm -mindepth 1 -maxdepth 1 ! -name .base -exec rm -rf {} +
  cp -a /var/tmp/.base/. ~
}

# Folder of the shell on the machine's own terminal.
folder() {
  for process in /proc/[0-9]*; do
    read -r line <"$process/stat" || continue
    set -- \${line##*) }
    [[ $2 == 1 && $5 != 0 ]] && readlink "$process/cwd" && return
  done
  return 1
}

exec 2>/dev/null
while read -r deed; do
  said=$("$deed")
  printf '%s %s\\n' "$?" "$said"
done`;

type Deed = 'keep' | 'go_back' | 'folder';

/** The program as a command, for `openPipe` as the machine's trainee. */
export const HOME_KEEPER: readonly string[] = ['/bin/bash', '-c', PROGRAM];

/** Asks the program of one machine, one deed at a time; an attempt that ended the program too is no reason to stop. */
export class HomeKeeper {
  readonly #open: () => Promise<Pipe>;
  #pipe: Pipe | undefined;
  #answered: (answer: string | undefined) => void = () => {};

  /** @param open starts `HOME_KEEPER` in the machine */
  constructor(open: () => Promise<Pipe>) {
    this.#open = open;
  }

  /** @returns what it said. @throws Error when it could not, EngineError when the engine does not help */
  async do(deed: Deed): Promise<string> {
    const answer = (await this.#ask(deed)) ?? (await this.#ask(deed)) ?? 'gone';
    const [, exitCode, said = ''] = /^(\d+) (.*)$/.exec(answer) ?? [];
    if (exitCode !== '0')
      throw new Error(`The proof could not prepare its machine: ${deed}: expected 0, found "${answer}"`);
    return said;
  }

  close(): void {
    this.#pipe?.release();
  }

  /** Undefined when the program ended before it answered. */
  async #ask(deed: Deed): Promise<string | undefined> {
    const pipe = this.#pipe ?? (await this.#start());
    return new Promise((resolve) => {
      this.#answered = resolve;
      pipe.writeLine(deed);
    });
  }

  async #start(): Promise<Pipe> {
    const pipe = await this.#open();
    this.#pipe = pipe;
    pipe.onLine((line) => this.#answered(line));
    pipe.onEnd(() => {
      this.#pipe = undefined;
      this.#answered(undefined);
    });
    return pipe;
  }
}
