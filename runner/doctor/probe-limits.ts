// Do the limits really hold? Tries to break each, inside a real machine: a limit that the engine accepts is not always one that the kernel keeps.
import type { Engine } from '../machines/engine.ts';
import type { DoctorWords } from '../words/doctor.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** Limits that the probe machine is made with. */
export const PROBE_LIMITS = { memoryMiB: 64, cpus: 0.25, processes: 32 } as const;

const KILLED = 137;
const TIMED_OUT = 124;
const TRY_MS = 20_000;
/** A quarter of a core was allowed for one second; a whole one would give a thousand. */
const FULL_CORE_MS = 700;

/** Takes three times the memory allowed, in one piece. */
const TAKE_MEMORY = `$x = "x" x (${PROBE_LIMITS.memoryMiB * 3} << 20)`;

/** Forks until the kernel refuses; says how many it got. Perl (in every Debian), because bash waits and tries again for fifteen seconds. */
const TAKE_PROCESSES = `perl -e 'for (1..${PROBE_LIMITS.processes * 2}) { my $pid = fork; last unless defined $pid; if (!$pid) { sleep 1; exit } $n++ } print "$n\\n"'`;

/** One second of work by the clock; says how many milliseconds of processor it got. */
const TAKE_PROCESSOR =
  'timeout 1 bash -c "trap \'read -r _ _ _ _ _ _ _ _ _ _ _ _ _ u s _ < /proc/self/stat; echo \\$(( (u + s) * 10 )); exit\' TERM; while :; do :; done"';

async function lastNumber(engine: Engine, id: string, script: string): Promise<number> {
  const { output } = await engine.run(id, ['bash', '-c', script], { timeoutMs: TRY_MS });
  return Number(output.trim().split('\n').at(-1)?.trim() || Number.NaN);
}

/** Tries memory, processes and processor in a running machine made with `PROBE_LIMITS`. */
export async function probeLimits(engine: Engine, id: string, words: DoctorWords): Promise<Finding[]> {
  const taken = await engine.run(id, ['perl', '-e', TAKE_MEMORY], { timeoutMs: TRY_MS });
  const memory = taken.exitCode === TIMED_OUT ? Number.NaN : taken.exitCode;
  const processes = await lastNumber(engine, id, TAKE_PROCESSES);
  const processorMs = await lastNumber(engine, id, TAKE_PROCESSOR);
  const judge = (name: 'memory' | 'processes' | 'processor', figure: number, held: boolean): Finding => {
    if (Number.isNaN(figure))
      return warn(`limit-${name}`, words['limit.untried'](name), words['probe.remedy']);
    return held
      ? ok(`limit-${name}`, words[`limit.${name}`])
      : fail(`limit-${name}`, words[`limit.${name}-broken`], words['limit.remedy']);
  };
  return [
    judge('memory', memory, memory === KILLED),
    judge('processes', processes, processes < PROBE_LIMITS.processes),
    judge('processor', processorMs, processorMs < FULL_CORE_MS),
  ];
}
