// Does the seat's jar keep sites' cookies as a browser would, apart from each other, and bounded?
import { expect, test } from 'vitest';
import { createJar } from '../../../../runner/glass/jar.ts';
import { addressOf, type LabAddress } from '../../../../runner/glass/lab-address.ts';

const at = (path: string): LabAddress => {
  const address = addressOf(path);
  if (!address) throw new Error(path);
  return address;
};
const camille = at('/https/camille-exemple.fr/wp-admin/');
const plain = at('/http/camille-exemple.fr/wp-admin/');
const other = at('/https/dominique-exemple.fr/');

test('a cookie goes back to its site, its path and its scheme only', () => {
  const jar = createJar();
  jar.take(camille, ['login=1; Secure; HttpOnly', 'admin=2; Path=/wp-admin', 'blog=3; Path=/blog']);
  expect(jar.for(camille).split('; ').sort()).toEqual(['admin=2', 'login=1']);
  expect(jar.for(plain)).toBe('admin=2');
  expect(jar.for(other)).toBe('');
});

test('a site sets none for another site, nor for a whole extension', () => {
  const jar = createJar();
  jar.take(other, ['a=1; Domain=camille-exemple.fr', 'b=2; Domain=fr', 'c=3; Domain=dominique-exemple.fr']);
  expect(jar.for(camille)).toBe('');
  expect(jar.for(other)).toBe('c=3');
});

test('scripts read and write what is not HttpOnly, and cannot replace what is', () => {
  const jar = createJar();
  jar.take(camille, ['login=real; HttpOnly; Path=/', 'theme=dark; Path=/']);
  jar.fromScript(camille, 'login=forged; path=/');
  jar.fromScript(camille, 'seen=yes; path=/');
  expect(jar.readable(camille).split('; ').sort()).toEqual(['seen=yes', 'theme=dark']);
  expect(jar.for(camille)).toContain('login=real');
});

test('a site that sets thousands keeps a few, and the others keep theirs', () => {
  const jar = createJar();
  jar.take(camille, ['mine=1']);
  for (let i = 0; i < 300; i += 1)
    jar.take(
      other,
      Array.from({ length: 30 }, (_, n) => `k${i}-${n}=1`),
    );
  expect(jar.for(other).split('; ').length).toBeLessThanOrEqual(60);
  expect(jar.for(camille)).toBe('mine=1');
});

test('nonsense is kept by nobody', () => {
  const jar = createJar();
  jar.take(camille, ['', '=', 'a\r\nb=1', `long=${'x'.repeat(5000)}`, '\0=1', 'é=\u{1f600}']);
  expect(jar.for(camille)).not.toMatch(/long|\r|\0/);
});
