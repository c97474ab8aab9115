// No engine answers: does the doctor tell an absent one from one that is forbidden, elsewhere or silent?
import { expect, test } from 'vitest';
import { examineDockerHost, examineNoEngine } from '../../../../runner/doctor/examine-engine.ts';
import { asEngineError } from '../../../../runner/machines/docker-errors.ts';
import { EngineError } from '../../../../runner/machines/engine.ts';
import { doctorWordsOf } from '../../../../runner/words/doctor.ts';

const words = doctorWordsOf('en');
const socketError = (code: string) =>
  asEngineError(Object.assign(new Error(`connect ${code}`), { code, address: '/run/docker.sock' }));

test.each([
  [socketError('EACCES'), undefined, 'may not use it (/run/docker.sock)', 'usermod'],
  [socketError('ENOENT'), undefined, 'No Docker engine answers', 'systemctl start docker'],
  [socketError('ECONNREFUSED'), 'unix:///nope.sock', 'unix:///nope.sock', 'unset DOCKER_HOST'],
  [socketError('HPE_INVALID_CONSTANT'), undefined, 'answers badly', 'DOCKER_HOST'],
  [new EngineError('timeout', 'no answer'), undefined, 'does not answer', 'restart docker'],
] as const)('%s with DOCKER_HOST=%s: %s', (error, dockerHost, said, remedy) => {
  const [finding] = examineNoEngine({ error, dockerHost }, words);
  expect(finding?.level).toBe('fail');
  expect(finding?.text).toContain(said);
  expect(finding?.remedy).toContain(remedy);
});

test('an engine elsewhere is not asked; one of this machine is', () => {
  const [finding] = examineDockerHost('ssh://x', words);
  expect(finding?.text).toContain('ssh://x');
  expect(finding?.remedy).toContain('unset DOCKER_HOST');
  expect(examineDockerHost('unix:///var/run/docker.sock', words)).toEqual([]);
  expect(examineDockerHost(undefined, words)).toEqual([]);
});
