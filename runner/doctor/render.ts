// How are findings shown to a person? One line each, in colour on a terminal, and a sentence at the end.
import type { DoctorWords } from '../words/doctor.ts';
import type { Finding, Level } from './finding.ts';

const LABEL: Record<Level, string> = { ok: 'OK  ', warn: 'WARN', fail: 'FAIL' };
const COLOUR: Record<Level, number> = { ok: 32, warn: 33, fail: 31 };

export function render(findings: readonly Finding[], words: DoctorWords, colours: boolean): string {
  const label = (level: Level) =>
    colours ? `\u001b[${COLOUR[level]}m${LABEL[level]}\u001b[0m` : LABEL[level];
  const lines = findings.flatMap(({ level, text, remedy }) => [
    `${label(level)}  ${text}`,
    ...(remedy === undefined ? [] : [`      → ${remedy}`]),
  ]);
  return `${[...lines, '', summary(findings, words)].join('\n')}\n`;
}

function summary(findings: readonly Finding[], words: DoctorWords): string {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  if (count('fail') > 0) return words['summary.failed'](count('fail'));
  return count('warn') > 0 ? words['summary.warned'](count('warn')) : words['summary.ready'];
}
