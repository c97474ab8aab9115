// What does the end of a check mean? Exit code and last line in, verdict out; nothing here touches a machine.

/** `hint`: key of the hint that fits what was observed. `broken`: the check itself failed; the sentence is for the author of the lab. */
export type Verdict = { passed: true } | { passed: false; hint: string } | { broken: string };

const HINT = /^hint: ([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;

/**
 * Reads a check's exit ("0" to "255", "late" = its time was up, "long" = it wrote too much) and the last line of its output.
 * Anything but a success or a well-formed hint is `broken`: a check must never fail without saying where to look.
 */
export function readVerdict(exit: string, lastLine: string): Verdict {
  if (exit === '0') return { passed: true };
  if (exit === 'late') return { broken: 'the check did not end in time: expected an answer within 10 s' };
  if (exit === 'long')
    return { broken: 'the check wrote more than 64 KiB: expected one line, `hint: <key>`' };
  const key = HINT.exec(lastLine.trim())?.[1];
  if (key !== undefined) return { passed: false, hint: key };
  return {
    broken: `the check ended with exit code ${exit} and no hint: expected \`hint: <key>\`, found "${lastLine}"`,
  };
}
