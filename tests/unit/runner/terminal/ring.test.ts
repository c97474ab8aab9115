// Does the ring give back exactly the last bytes, whatever was appended?
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ring } from '../../../../runner/terminal/ring.ts';

test('any sequence of appends leaves the last bytes, at their absolute offsets', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 9000 }), { maxLength: 12 });
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 20_000 }), (appended, limit) => {
      const ring = new Ring(limit);
      for (const piece of appended) ring.append(piece);
      const all = Buffer.concat(appended);
      expect(ring.end).toBe(all.length);
      expect(ring.start).toBe(Math.max(0, all.length - limit));
      expect(ring.copy(0, ring.end).equals(all.subarray(ring.start))).toBe(true);
      const middle = Math.floor((ring.start + ring.end) / 2);
      expect(ring.copy(middle, middle + 100).equals(all.subarray(middle, middle + 100))).toBe(true);
      expect(ring.capacity).toBeLessThanOrEqual(limit);
    }),
  );
});

test('an idle terminal holds no scrollback memory, a quiet one little', () => {
  const ring = new Ring(512 * 1024);
  expect(ring.capacity).toBe(0);
  ring.append(Buffer.alloc(1000));
  expect(ring.capacity).toBeLessThanOrEqual(8192);
});

test('a copy does not change when the ring comes round', () => {
  const ring = new Ring(8);
  ring.append(Buffer.from('abcdefgh'));
  const copy = ring.copy(0, 8);
  ring.append(Buffer.from('ijklmnop'));
  expect(copy.toString()).toBe('abcdefgh');
});

test('clear forgets, offsets go on', () => {
  const ring = new Ring(8);
  ring.append(Buffer.from('abc'));
  ring.clear();
  ring.append(Buffer.from('de'));
  expect([ring.start, ring.end, ring.copy(0, 9).toString()]).toEqual([3, 5, 'de']);
});
