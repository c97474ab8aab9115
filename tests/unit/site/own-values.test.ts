// Does a lesson speak of the reader's own name and server, and of an example to everybody else?
import { expect, test } from 'vitest';
import { fillOwn, valuesOf } from '../../../site/src/terminal/own-values.ts';

test('without a seat, an example stands in the text', () => {
  expect(fillOwn('dig +trace www.%name% @%server%')).toBe('dig +trace www.camille-exemple.fr @198.18.0.80');
});

test('a seat sees its own, and what it does not have yet as the example', () => {
  const own = { names: ['sacha-exemple.fr', 'autre-exemple.eu'], wish: 'sacha-exemple.fr', servers: [] };
  expect(fillOwn('%name% %server%', valuesOf(own))).toBe('sacha-exemple.fr 198.18.0.80');
  const rented = { ...own, servers: [{ host: 'site', address: '198.18.16.7' }] };
  expect(fillOwn('ssh root@%server% # %server-name%', valuesOf(rented))).toBe('ssh root@198.18.16.7 # site');
});

test('before it has a name, a seat reads the name that it may register', () => {
  expect(fillOwn('whois %name%', valuesOf({ names: [], wish: 'elodie-exemple.fr', servers: [] }))).toBe(
    'whois elodie-exemple.fr',
  );
});

test('a percent sign of another kind stays', () => {
  expect(fillOwn("date '+%H%M%S' %nobody% 50%")).toBe("date '+%H%M%S' %nobody% 50%");
});
