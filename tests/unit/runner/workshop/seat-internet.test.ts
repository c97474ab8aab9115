// Do checks and solutions get the seat's own names and servers, whatever they are called, and nothing invented where there is none?
import { describe, expect, test } from 'vitest';
import { factsOf, fillWith, wishOf } from '../../../../runner/workshop/seat-internet.ts';

const server = (host: string, address: string) => ({
  host,
  address,
  containerId: 'c',
  password: `pw-${host}`,
});
const SEAT = {
  pseudonym: 'Camille',
  wish: 'camille-exemple.fr',
  names: () => ['une-exemple.fr', 'autre-exemple.fr'],
  servers: () => [server('permanence', '198.18.0.9'), server('nouveau', '198.18.0.10')],
};
const NOBODY = { ...SEAT, names: () => [], servers: () => [] };

describe('a solution', () => {
  test('is typed with what the seat has, by the names that it gave', () => {
    expect(
      fillWith(SEAT, 'ssh root@%server% → %host% %password%; %server2% %newest% %name% %pseudonym%'),
    ).toBe('ssh root@198.18.0.9 → permanence pw-permanence; 198.18.0.10 198.18.0.10 une-exemple.fr Camille');
  });
  test('takes the wish where there is no name, and leaves what is no value as it is', () => {
    expect(fillWith(NOBODY, '%name% [%server%] %{http_code} 100%')).toBe(
      'camille-exemple.fr [] %{http_code} 100%',
    );
  });
});

test('a check hears everything each time, also that there is nothing', () => {
  expect(factsOf(SEAT)).toMatchObject({
    NAMES: 'une-exemple.fr autre-exemple.fr',
    SERVER_NAME: 'permanence',
  });
  expect(Object.keys(factsOf(NOBODY))).toEqual(Object.keys(factsOf(SEAT)));
  expect(factsOf(NOBODY)).toMatchObject({ NAME: '', SERVER: '', SERVERS: '' });
});

test.each([
  ['Élodie & Max', 'elodie-max-exemple.fr'],
  ['--- ;$(id)', 'id-exemple.fr'],
  ['日本', 'mon-exemple.fr'],
  ['a'.repeat(80), `${'a'.repeat(40)}-exemple.fr`],
])('the name wished for %j may be registered', (pseudonym, wish) => {
  expect(wishOf(pseudonym)).toBe(wish);
});
