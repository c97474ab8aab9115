// Does a lesson speak of the reader's own name and server, and of an example to everybody else?
import { expect, test } from 'vitest';
import { fillExamples, OWN_EXAMPLES } from '../../../site/src/build/own-examples.ts';
import { fillOwn, valuesOf } from '../../../site/src/terminal/own-values.ts';

/** As the page does: what the seat has, over the examples. */
const shown = (text: string, own: Parameters<typeof valuesOf>[0]) =>
  fillOwn(text, { ...OWN_EXAMPLES, ...valuesOf(own) });

test('without a seat, an example stands in the text', () => {
  expect(fillExamples('dig +trace www.%name% @%server%')).toBe(
    'dig +trace www.camille-exemple.fr @198.18.0.80',
  );
});

test('a seat sees its own, and what it does not have yet as the example', () => {
  const own = { names: ['sacha-exemple.fr', 'autre-exemple.eu'], wish: 'sacha-exemple.fr', servers: [] };
  expect(shown('%name% %server%', own)).toBe('sacha-exemple.fr 198.18.0.80');
  const rented = { ...own, servers: [{ host: 'site', address: '198.18.16.7' }] };
  expect(shown('ssh root@%server% # %server-name%', rented)).toBe('ssh root@198.18.16.7 # site');
});

test('before it has a name, a seat reads the name that it may register', () => {
  expect(shown('whois %name%', { names: [], wish: 'elodie-exemple.fr', servers: [] })).toBe(
    'whois elodie-exemple.fr',
  );
});

test('a percent sign of another kind stays', () => {
  expect(fillExamples("date '+%H%M%S' %nobody% 50%")).toBe("date '+%H%M%S' %nobody% 50%");
});
