// Are failures counted, per visitor and for all, and successes never?
import { beforeEach, expect, test } from 'vitest';
import { Refusal, type RefusalCode } from '../../../../runner/protocol/refusals.ts';
import { createFailureLimiter, type FailureLimiter } from '../../../../runner/workshop/failure-limiter.ts';

let now: number;
let limiter: FailureLimiter;
beforeEach(() => {
  now = 1_000_000_000;
  limiter = createFailureLimiter({ now: () => now });
});

/** Tries; gives the refusal's code and wait, or « in ». */
function attempt(
  address: string,
  right: boolean,
  secret: 'strong' | 'short' = 'strong',
  code: RefusalCode = 'code-unknown',
) {
  try {
    limiter.attempt(address, secret, () => {
      if (!right) throw new Refusal(code);
    });
    return 'in';
  } catch (error) {
    if (error instanceof Refusal)
      return error.retryAfter === undefined ? error.code : `${error.code} ${error.retryAfter}`;
    throw error;
  }
}

test('ten wrong codes a minute are answered, the eleventh waits for the first to be a minute old', () => {
  for (let i = 0; i < 10; i++) {
    expect(attempt('10.0.0.1', false)).toBe('code-unknown');
    now += 1000;
  }
  expect(attempt('10.0.0.1', false)).toBe('too-many-attempts 50');
  expect(attempt('10.0.0.2', false)).toBe('code-unknown');
  now += 50_000;
  expect(attempt('10.0.0.1', false)).toBe('code-unknown');
  expect(attempt('10.0.0.1', false)).toBe('too-many-attempts 1');
});

test('a right code passes from an address that is over its budget, and is never counted', () => {
  for (let i = 0; i < 500; i++) attempt('10.0.0.1', false);
  for (let i = 0; i < 500; i++) expect(attempt('10.0.0.1', true)).toBe('in');
  for (let i = 0; i < 5000; i++) attempt('10.0.0.9', true);
  expect(attempt('10.0.0.9', false)).toBe('code-unknown');
  expect(limiter.paused()).toBe(false);
});

test('a refusal that is no guess (a taken pseudonym) is not counted', () => {
  for (let i = 0; i < 50; i++)
    expect(attempt('10.0.0.1', false, 'strong', 'pseudonym-taken')).toBe('pseudonym-taken');
});

test('short codes over the budget get five comparisons a second, right ones included', () => {
  for (let i = 0; i < 10; i++) attempt('10.0.0.1', false, 'short');
  for (let i = 0; i < 5; i++) expect(attempt('10.0.0.1', true, 'short')).toBe('in');
  expect(attempt('10.0.0.1', true, 'short')).toMatch(/^too-many-attempts/);
  expect(attempt('10.0.0.2', true, 'short')).toBe('in');
  now += 1000;
  expect(attempt('10.0.0.1', true, 'short')).toBe('in');
});

test('the addresses of one IPv6 network and an IPv4 address in IPv6 dress are one visitor', () => {
  for (let i = 0; i < 10; i++) attempt(`2001:db8:0:1::${i}`, false);
  expect(attempt('2001:db8::1:ffff:0:0:1', false)).toMatch(/^too-many/);
  expect(attempt('2001:db8:0:2::1', false)).toBe('code-unknown');
  for (let i = 0; i < 10; i++) attempt('::ffff:10.0.0.1', false);
  expect(attempt('10.0.0.1', false)).toMatch(/^too-many/);
});

test('a thousand wrong codes in an hour pause joining for all, until the hour is over', () => {
  for (let i = 0; i < 1000; i++) attempt(`10.0.${i % 200}.1`, false);
  expect(limiter.paused()).toBe(true);
  expect(attempt('10.9.9.9', true)).toBe('joining-paused 3600');
  now += 3_600_000;
  expect([limiter.paused(), attempt('10.9.9.9', true)]).toEqual([false, 'in']);
});

test('one address cannot pause joining: what was answered « wait » is not counted again', () => {
  for (let minute = 0; minute < 60; minute++) {
    for (let i = 0; i < 100; i++) attempt('10.0.0.1', false);
    now += 60_000;
  }
  expect(limiter.paused()).toBe(false);
});

test('a clock that is set back a day keeps nobody waiting a day', () => {
  for (let i = 0; i < 10; i++) attempt('10.0.0.1', false);
  now -= 24 * 3_600_000;
  expect(attempt('10.0.0.1', false)).toBe('code-unknown');
});
