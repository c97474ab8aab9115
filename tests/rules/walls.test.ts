// Do dockerode, node-pty, SQL and the environment stay behind the one door that each has?
import { expect, test } from 'vitest';
import { filesIn, importsOf, read, SOURCE, withoutComments } from './repository.ts';

const runner = filesIn('runner/', ...SOURCE);
const everything = ['course/', 'labs/', 'site/', 'runner/'].flatMap((folder) => filesIn(folder, ...SOURCE));

/** Lines of these files whose code matches, as `file:line text`. */
function lines(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    withoutComments(read(file))
      .split('\n')
      .flatMap((text, index) => (pattern.test(text) ? [`${file}:${index + 1} ${text.trim()}`] : [])),
  );
}

const importers = (name: string) =>
  everything.filter((file) =>
    importsOf(file).some(({ target }) => target === name || target.startsWith(`${name}/`)),
  );

test('dockerode is known to docker-engine*.ts only', () => {
  expect(
    importers('dockerode').filter((file) => !/^runner\/machines\/docker-engine[a-z-]*\.ts$/.test(file)),
  ).toEqual([]);
});

test('node-pty is known to local-shell.ts only', () => {
  expect(importers('node-pty').filter((file) => file !== 'runner/machines/local-shell.ts')).toEqual([]);
});

test('SQL is spoken in runner/store only', () => {
  const elsewhere = runner.filter((file) => !file.startsWith('runner/store/'));
  expect(importers('node:sqlite').filter((file) => !file.startsWith('runner/store/'))).toEqual([]);
  expect(
    lines(elsewhere, /\b(SELECT|INSERT INTO|DELETE FROM|CREATE TABLE|PRAGMA)\b.*\b(FROM|VALUES|SET|\()/),
  ).toEqual([]);
});

test('the environment is read in one place', () => {
  const readers = [
    'runner/settings.ts',
    // A build tool's file, which no program of ours imports: the port that its development proxy aims at.
    'site/astro.config.ts',
  ];
  const others = everything.filter(
    (file) => !readers.includes(file) && !file.startsWith('runner/bootstrap/'),
  );
  expect(
    lines(
      others,
      /\bprocess\s*\.\s*env\b|\bimport\.meta\.env\.(?!(DEV|PROD|SSR|BASE_URL)\b)|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/,
    ),
  ).toEqual([]);
  expect(lines(['site/astro.config.ts'], /process\.env/).length).toBeLessThanOrEqual(1);
});

test('no source switches the checks of the compiler or of the linter off', () => {
  expect(lines(everything, /@ts-(ignore|nocheck)/)).toEqual([]);
  const comments = everything.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((text, index) => (/@ts-(ignore|nocheck)/.test(text) ? [`${file}:${index + 1}`] : [])),
  );
  expect(comments).toEqual([]);
});
