// Do the small parts of the wire keep their word? Tickets, pace, the emulator's own answers, text without sequences.
import { describe, expect, test } from 'vitest';
import { TICKET_SECONDS } from '../../../../runner/protocol/limits.ts';
import { isEmulatorReply } from '../../../../runner/terminal/emulator-replies.ts';
import { Pace } from '../../../../runner/terminal/pace.ts';
import { plainText } from '../../../../runner/terminal/plain-text.ts';
import { type Grant, Tickets } from '../../../../runner/terminal/tickets.ts';

describe('a ticket', () => {
  const grant: Grant = { for: 'terminal', seatId: 'a', machine: 'desktop', terminal: '1' };

  test('has 256 bits and works once', () => {
    const tickets = new Tickets();
    const ticket = tickets.issue(grant);
    expect(Buffer.from(ticket, 'base64url')).toHaveLength(32);
    expect(tickets.redeem(ticket)).toEqual(grant);
    expect(tickets.redeem(ticket)).toBeUndefined();
  });

  test('is void after its time, and not before', () => {
    let now = 0;
    const tickets = new Tickets({ now: () => now });
    const [early, late] = [tickets.issue(grant), tickets.issue(grant)];
    now = TICKET_SECONDS * 1000 - 1;
    expect(tickets.redeem(early)).toEqual(grant);
    now += 1;
    expect(tickets.redeem(late)).toBeUndefined();
  });

  test('of a seat that asks without end costs its own older ones only', () => {
    const tickets = new Tickets();
    const other = tickets.issue({ ...grant, seatId: 'b' });
    const first = tickets.issue(grant);
    for (let count = 0; count < 1000; count += 1) tickets.issue(grant);
    expect(tickets.redeem(first)).toBeUndefined();
    expect(tickets.redeem(other)).toMatchObject({ seatId: 'b' });
  });

  test('of a revoked seat is void', () => {
    const tickets = new Tickets();
    const ticket = tickets.issue(grant);
    tickets.revoke('a');
    expect(tickets.redeem(ticket)).toBeUndefined();
  });
});

describe('a pace', () => {
  test('lets a burst through, then so many per second', () => {
    let now = 0;
    const pace = new Pace(10, 20, () => now);
    expect(Array.from({ length: 25 }, () => pace.take(1)).filter(Boolean)).toHaveLength(20);
    now = 500;
    expect(Array.from({ length: 25 }, () => pace.take(1)).filter(Boolean)).toHaveLength(5);
  });

  test('says how long a debt takes', () => {
    let now = 0;
    const pace = new Pace(1000, 1000, () => now);
    expect([pace.owe(1000), pace.owe(500)]).toEqual([0, 500]);
    now = 500;
    expect(pace.owe(0)).toBe(0);
  });
});

describe('what an emulator says by itself', () => {
  test.each([
    '\x1b[?1;2c',
    '\x1b[>0;276;0c',
    '\x1b[24;80R',
    '\x1b[0n',
    '\x1b[I',
    '\x1b[O',
    '\x1b]11;rgb:ff/ff/ff\x1b\\',
    '\x1bP1$r0m\x1b\\',
    '\x1b[?2026;2$y',
  ])('is known: %j', (bytes) => expect(isEmulatorReply(Buffer.from(bytes))).toBe(true));

  test.each([
    'a',
    '\x1b',
    '\x1b[A',
    '\x1bOP',
    '\x03',
    '\x1b[200~hello\x1b[201~',
    '\x1b[3~',
    '\x1b[24;80Rls\r',
    '',
  ])('is not what a person types: %j', (bytes) => expect(isEmulatorReply(Buffer.from(bytes))).toBe(false));
});

describe('plain text', () => {
  test.each([
    ['\x1b[1;31mrouge\x1b[0m\r\n', 'rouge\n'],
    ['\x1b]0;title\x07\x1b[?2004h$ ls\r\n', '$ ls\n'],
    ['\x1b]133;C;cmdline_url=ls\x1b\\out', 'out'],
    ['10 %\r20 %\r100 %\r\n', '100 %\n'],
    ['été\x1b(B', 'été'],
    ['a\x07b\x00c', 'abc'],
  ])('%j reads %j', (output, text) => expect(plainText(Buffer.from(output))).toBe(text));
});
