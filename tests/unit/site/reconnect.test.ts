// When does a lost line come back? The promises of site/src/terminal/reconnect.ts.
import { describe, expect, test } from 'vitest';
import { CLOSE } from '../../../runner/protocol/terminal-frames.ts';
import { type Link, type LinkEvent, nextLink, retryDelay } from '../../../site/src/terminal/reconnect.ts';

const MIDDLE = 0.5;
const run = (events: LinkEvent[], from: Link = { state: 'closed' }): Link =>
  events.reduce((link, event) => nextLink(link, event, MIDDLE), from);
const lost = (more: Partial<Extract<LinkEvent, { type: 'dropped' }>> = {}): LinkEvent => ({
  type: 'dropped',
  livedMs: 0,
  httpWorks: true,
  hidden: false,
  ...more,
});
const LIVE: Link = { state: 'live', attempt: 0 };

test('opens, and is live', () => {
  expect(run([{ type: 'open' }, { type: 'opened' }])).toEqual(LIVE);
});

describe('a runner that restarts is found again within 5 s', () => {
  test('no wait between two tries exceeds 2 s, however long the runner was away', () => {
    for (let attempt = 0; attempt < 500; attempt++)
      for (const random of [0, 0.999]) expect(retryDelay(attempt, random)).toBeLessThanOrEqual(2000);
  });

  test('the first try comes at once, and tries are spread over a class', () => {
    expect(retryDelay(0, 0.999)).toBeLessThan(400);
    expect(retryDelay(3, 0)).toBeLessThan(retryDelay(3, 0.999));
  });

  test('it keeps trying', () => {
    const events: LinkEvent[] = Array.from({ length: 200 }, () => [lost(), { type: 'due' } as const]).flat();
    expect(run(events, LIVE).state).toBe('opening');
  });
});

test.each([
  ['bad frame', CLOSE.badFrame, 'bad-frame'],
  ['the seat ended', CLOSE.seatEnded, 'seat-ended'],
  ['the terminal ended', CLOSE.terminalEnded, 'terminal-ended'],
])('does not come back after: %s', (_name, code, why) => {
  const end = run([lost({ code })], LIVE);
  expect(end).toEqual({ state: 'lost', why });
  expect(run([{ type: 'wake' }, { type: 'due' }, { type: 'opened' }], end)).toEqual(end);
});

test.each([CLOSE.goingAway, CLOSE.tooFast, 1006, undefined])('comes back after close code %s', (code) => {
  expect(run([code === undefined ? lost() : lost({ code })], LIVE).state).toBe('retrying');
});

test('a stalled page that nobody looks at waits until somebody does', () => {
  const asleep = run([lost({ code: CLOSE.stalled, hidden: true })], LIVE);
  expect(asleep).toMatchObject({ state: 'retrying', afterMs: Number.POSITIVE_INFINITY });
  expect(run([{ type: 'wake' }], asleep).state).toBe('opening');
  const watched = run([lost({ code: CLOSE.stalled, hidden: false })], LIVE);
  expect(watched.state === 'retrying' && Number.isFinite(watched.afterMs)).toBe(true);
});

test('waking (network back, page shown) tries at once, and does nothing to a live line', () => {
  expect(run([lost(), { type: 'wake' }], LIVE).state).toBe('opening');
  expect(run([{ type: 'wake' }], LIVE)).toBe(LIVE);
});

describe('a network that blocks WebSockets', () => {
  const failing = (httpWorks: boolean, times: number): LinkEvent[] => [
    { type: 'open' },
    ...Array.from({ length: times }, () => [lost({ httpWorks }), { type: 'due' } as const]).flat(),
    lost({ httpWorks }),
  ];
  test('is named when HTTP works and no socket opens', () => {
    expect(run(failing(true, 3))).toMatchObject({ state: 'retrying', blocked: true });
  });
  test('is not suspected after one failure, nor when HTTP fails too', () => {
    expect(run(failing(true, 0))).toMatchObject({ blocked: false });
    expect(run(failing(false, 8))).toMatchObject({ blocked: false });
  });
  test('is not suspected of a line that was live', () => {
    expect(run([lost(), { type: 'due' }, { type: 'opened' }, lost()], LIVE)).toMatchObject({
      blocked: false,
    });
  });
});

test('a line that opens and dies at once is tried less and less often; a good life starts anew', () => {
  const flapping = run(
    [lost({ livedMs: 10 }), { type: 'due' }, { type: 'opened' }, lost({ livedMs: 10 })],
    LIVE,
  );
  expect(flapping).toMatchObject({ attempt: 2 });
  expect(run([lost({ livedMs: 60_000 })], { state: 'live', attempt: 7 })).toMatchObject({ attempt: 0 });
});

test('a refused ticket ends the trying; closing ends everything', () => {
  expect(run([{ type: 'open' }, { type: 'refused' }])).toEqual({ state: 'lost', why: 'refused' });
  expect(run([{ type: 'close' }, { type: 'due' }, { type: 'wake' }], LIVE)).toEqual({ state: 'closed' });
});
