// Can bash read the check scripts of the labs? A slip there would otherwise be met by trainees, in the room.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import type { LabProblem } from '../../labs/lab-problem.ts';

/** One bash for all scripts, which it reads without running them: file, NUL, how many lines it has, NUL, the first thing it says. As when labs are loaded, line ends of Windows are none of our business. */
const READ_THEM = `
((BASH_VERSINFO[0] >= 4)) || exit 0
export LC_ALL=C
unset BASH_ENV
for file; do
  text=$(<"$file")
  said=$(bash -n <<<"\${text//$'\\r'/}" 2>&1)
  [[ -z $said ]] && continue
  breaks=\${text//[^$'\\n']/}
  printf '%s\\0%s\\0%s\\0' "$file" "$((\${#breaks} + 1))" "\${said%%$'\\n'*}"
done`;

/** What bash finds wrong in `labs/<lab>/checks/<step>.sh`, by file and line. */
export function checkScripts(root: string): LabProblem[] {
  // Windows has no bash of its own, macOS one of 2007: there the proof, in the machines themselves, tells.
  if (process.platform === 'win32') return [];
  const files = globSync('labs/*/checks/*.sh', { cwd: root }).toSorted();
  const { stdout } = spawnSync('bash', ['-c', READ_THEM, 'bash', ...files], { cwd: root, encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/([^\0]*)\0([^\0]*)\0([^\0]*)\0/g)].map(
    ([, file = '', last = '1', said = '']) => {
      const [, line = last, why = said] = /^bash: (?:line (\d+): )?(.*)$/.exec(said) ?? [];
      return {
        file,
        // What bash misses at the end has no line.
        line: Math.min(Number(line), Number(last)),
        message: `expected a script that bash can read; found: ${why}`,
      };
    },
  );
}
