// What `npm run prove` was asked: read, or refused in the person's language.
import { expect, test } from 'vitest';
import { readProofArguments } from '../../../../runner/proof/proof-arguments.ts';
import { Misuse } from '../../../../runner/start/start-error.ts';

const read = (...argv: string[]) => readProofArguments(argv, ['first-steps', 'sample']);

test('everything, twice, in every language, unless it is asked otherwise', () => {
  expect(read('--lang', 'en')).toEqual({ labs: [], languages: ['fr', 'en'], times: 2 });
  expect(read('--lab', 'sample', '--times', '1', '--languages', 'en', '--yes')).toEqual({
    labs: ['sample'],
    languages: ['en'],
    times: 1,
  });
});

test.each([
  [['--lab', 'smple'], 'Vouliez-vous dire «\u00a0sample\u00a0»', 'Did you mean "sample"'],
  [['--lab', 'zzzzzzzzzzzz'], 'La liste', 'The list'],
  [['--times', 'abc'], 'de 1 à 20, trouvé «\u00a0abc\u00a0»', 'from 1 to 20, found "abc"'],
  [['--times', '0'], 'de 1 à 20', 'from 1 to 20'],
  [['--languages', 'xx'], 'trouvé «\u00a0xx\u00a0»', 'found "xx"'],
  [['--languages', 'fr,'], 'trouvé «\u00a0fr,\u00a0»', 'found "fr,"'],
])('%j is refused', (argv, french, english) => {
  expect(() => read(...argv)).toThrow(Misuse);
  expect(() => read(...argv)).toThrow(french);
  expect(() => read(...argv, '--lang', 'en')).toThrow(english);
});
