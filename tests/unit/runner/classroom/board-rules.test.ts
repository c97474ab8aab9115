// Is the person who needs help on top, and is nobody called stuck who is not?
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../../runner/classroom/clean-text.ts';
import { figuresCsv, figuresOf } from '../../../../runner/classroom/figures.ts';
import { inOrderOfNeed } from '../../../../runner/classroom/help-order.ts';
import { isStuck, median } from '../../../../runner/classroom/stuck.ts';
import type { BoardRow } from '../../../../runner/protocol/board.ts';

const MINUTE = 60_000;

test('the median of one, of an even number, of none', () => {
  expect([median([5]), median([9, 1, 3]), median([1, 2, 3, 10]), median([])]).toEqual([5, 3, 2.5, undefined]);
});

describe('stuck', () => {
  test.each([
    ['three times as long as the others', 12, [4, 4, 5], true],
    ['a little longer than the others', 7, [4, 4, 5], false],
    ['twice as long, but of seconds', 2, [0.5, 0.5, 0.5], false],
    ['as slow as everybody', 30, [28, 31, 35], false],
    ['one peer of lightning says nothing', 5, [0.1], false],
    ['alone for very long', 9, [], true],
  ])('%s', (_, own, peers, stuck) => {
    expect(
      isStuck(
        own * MINUTE,
        peers.map((one) => one * MINUTE),
      ),
    ).toBe(stuck);
  });
});

const row = (id: string, more: Partial<BoardRow> = {}): BoardRow => ({
  id,
  pseudonym: id,
  here: true,
  trial: false,
  lab: 'l',
  step: 's',
  since: 100,
  passed: 0,
  total: 1,
  hints: 0,
  stuck: false,
  machines: [],
  ...more,
});

test('first who asked first, then who is stuck, then those at work, at the end who is away', () => {
  const { step: _, ...done } = row('done');
  const rows = [
    row('away', { here: false, stuck: false }),
    done,
    row('works'),
    row('slower', { since: 50 }),
    row('trial', { trial: true }),
    row('stuck', { stuck: true }),
    row('helped', { hand: { raisedAt: 1, takenBy: 'Ana' } }),
    row('second', { hand: { raisedAt: 7 } }),
    row('first', { hand: { raisedAt: 3 }, here: false }),
  ];
  const order = inOrderOfNeed(rows).map(({ id }) => id);
  expect(order).toEqual(['first', 'second', 'helped', 'stuck', 'slower', 'works', 'done', 'away', 'trial']);
  expect(inOrderOfNeed([...rows].reverse()).map(({ id }) => id)).toEqual(order);
});

describe('a sentence that everybody reads', () => {
  test.each([
    ['markup stays text', '<b>Pause</b> & café', '<b>Pause</b> & café'],
    ['colours and cursor moves go', '\x1b[31mrouge\x1b[0m\x1b[2J', 'rouge'],
    ['a title of the terminal goes', '\x1b]0;pris\x07ici', 'ici'],
    ['a hyperlink goes', '\x1b]8;;http://exemple.test\x1b\\là', 'là'],
    ['bells and NULs go', 'a\x07b\x00c', 'abc'],
    ['what turns the text round goes', 'abc\u202egpj.exe', 'abcgpj.exe'],
    ['newlines stay, not too many', 'un\r\n\n\n\n\ndeux\u2028trois', 'un\n\ndeux\ntrois'],
    ['a family stays one', '👩‍👧', '👩‍👧'],
    ['a lone escape', '\x1b', ''],
  ])('%s', (_, typed, read) => {
    expect(cleanText(typed)).toBe(read);
  });
});

test('figures count people and name nobody; a median of two would', () => {
  const seat = (passed: Record<string, number>, came: Record<string, number>, hints = 0) => ({
    times: Object.entries(came).map(([step, begunAt]) => ({
      lab: 'l',
      step,
      begunAt,
      hints,
      hint: undefined,
    })),
    passed: () => Object.entries(passed).map(([step, at]) => ({ step, by: 'trainee' as const, at })),
  });
  const seats = [
    seat({ a: 60_000, b: 90_000 }, { a: 0, b: 60_000 }),
    seat({ a: 120_000, b: 300_000 }, { a: 0, b: 120_000 }, 1),
    seat({ a: 30_000 }, { a: 0, b: 30_000 }, 2),
  ];
  const figures = figuresOf(seats, new Map([['l', ['a', 'b', 'c']]]));
  expect(figures).toEqual({
    people: 3,
    steps: [
      { lab: 'l', step: 'a', reached: 3, passed: 3, solved: 0, medianSeconds: 60, hints: 3, stopped: 0 },
      { lab: 'l', step: 'b', reached: 3, passed: 2, solved: 0, hints: 3, stopped: 1 },
    ],
  });
  expect(figuresCsv(figures)).toBe(
    'lab,step,reached,passed,solved,medianSeconds,hints,stopped\r\nl,a,3,3,0,60,3,0\r\nl,b,3,2,0,,3,1\r\n',
  );
});
