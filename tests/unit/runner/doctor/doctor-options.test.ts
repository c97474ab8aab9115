// Does the doctor refuse what `npm start` would refuse?
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readDoctorOptions } from '../../../../runner/doctor/doctor-options.ts';

const facts = { cwd: '/', addresses: ['127.0.0.1'] };
const read = (...argv: string[]) => readDoctorOptions(argv, facts);

test('nothing asked: forty seats in the usual block, in French', () => {
  expect(read()).toEqual({
    language: 'fr',
    json: false,
    seats: 40,
    subnetBlock: '198.18.0.0/15',
    publicUrl: undefined,
  });
});

test('what is asked is taken', () => {
  const options = read('--seats', '12', '--public-url', 'https://a.example', '--lang', 'en', '--json');
  expect(options).toMatchObject({ language: 'en', json: true, seats: 12 });
  expect(options).toHaveProperty('publicUrl.origin', 'https://a.example');
});

test.each([
  ['--seats=abc', 'abc'],
  ['--seats=0', '--seats'],
  ['--public-url=foo', 'foo'],
  ['--subnet-block=x', 'attend un bloc'],
  [`--data=${fileURLToPath(import.meta.url)}`, 'n’est pas un dossier'],
])('%s is refused with one sentence', (flag, said) => {
  expect(read(flag)).toEqual([expect.stringContaining(said)]);
});
