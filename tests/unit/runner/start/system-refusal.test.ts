// A file that the system refuses: a sentence for the person who can mend it, and nothing else is called so.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { StartError } from '../../../../runner/start/start-error.ts';
import { systemRefusal, tellingRefusals } from '../../../../runner/start/system-refusal.ts';

const refusal = (code: string, more: object = { path: '/srv/cours/.data/site.lock', syscall: 'open' }) =>
  Object.assign(new Error(`${code}: refused`), { code, ...more });

test.each([
  ['EACCES', 'chown'],
  ['EPERM', 'chown'],
  ['EROFS', 'read-only'],
  ['ENOSPC', 'Make room'],
  ['EDQUOT', 'Make room'],
])('%s names the path, the code and the remedy (%s)', (code, remedy) => {
  const sentence = systemRefusal(refusal(code), 'en');
  for (const part of ['/srv/cours/.data/site.lock', code, remedy]) expect(sentence).toContain(part);
  expect(systemRefusal(refusal(code), 'fr')).toMatch(/puis relancez/i);
});

test('a disk that is full while one writes has no path to tell', () => {
  expect(systemRefusal(refusal('ENOSPC', { syscall: 'write' }), 'en')).toContain('Make room');
});

test('other errors are not taken for it', async () => {
  expect(systemRefusal(refusal('ENOENT'), 'en')).toBeUndefined();
  expect(systemRefusal(refusal('EACCES', { syscall: 'connect' }), 'en')).toBeUndefined();
  expect(systemRefusal(new TypeError('x'), 'en')).toBeUndefined();
  const spawned = await new Promise((resolve) => spawn('/etc/passwd').once('error', resolve));
  expect(spawned).toMatchObject({ code: 'EACCES', path: '/etc/passwd' });
  expect(systemRefusal(spawned, 'en')).toBeUndefined();
});

test('work that is refused ends with a sentence; a bug stays what it is', async () => {
  const refused = tellingRefusals('en', () => Promise.reject(refusal('EACCES')));
  await expect(refused).rejects.toThrow(StartError);
  const missing = tellingRefusals('en', async () => readFileSync('/no/such/file'));
  await expect(missing).rejects.toThrow(/ENOENT/);
  expect(await tellingRefusals('en', async () => 'done')).toBe('done');
});
