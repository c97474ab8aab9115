// Does a page hear what changes in its lab, and does the runner know who is there?
import { describe, expect, test, vi } from 'vitest';
import type { LabView } from '../../runner/protocol/live-frames.ts';
import { CLOSE } from '../../runner/protocol/terminal-frames.ts';
import { WireServer } from './wire-server.ts';

const view = (lab: string): LabView => ({ lab, machines: [], steps: [] });
const hello = { type: 'hello', pseudonym: 'Camille', workshop: 'Essai', now: 0 };

test('a page is greeted, shows a lab, and hears of that lab only', async () => {
  const asked: unknown[] = [];
  const onShow = (seatId: string, lab: string | null) => {
    asked.push([seatId, lab]);
    return lab === null ? undefined : view(lab);
  };
  await using wire = await WireServer.start({ live: { onShow } });
  const page = await wire.live();
  page.say({ type: 'show', lab: 'first-steps' });
  expect(await page.hears(2)).toEqual([hello, { type: 'lab', view: view('first-steps') }]);
  expect([asked, [...wire.hub.shown('seat')]]).toEqual([[['seat', 'first-steps']], ['first-steps']]);
  wire.hub.publish('seat', { type: 'lab', view: view('another') });
  wire.hub.publish('somebody-else', { type: 'notice', code: 'not-for-us' });
  wire.hub.publish('seat', { type: 'notice', code: 'for-us' });
  expect((await page.hears(3)).slice(2)).toEqual([{ type: 'notice', code: 'for-us' }]);
});

test('a ping is answered, so that the page, too, notices a dead line', async () => {
  await using wire = await WireServer.start();
  const page = await wire.live();
  page.say({ type: 'ping' });
  expect(await page.hears(2)).toEqual([hello, hello]);
});

test('a seat is present from its first page to its last', async () => {
  const seen: unknown[] = [];
  await using wire = await WireServer.start({ live: { onPresence: (...what) => seen.push(what) } });
  const [first, second] = [await wire.live(), await wire.live()];
  first.say({ type: 'show', lab: 'first-steps' });
  await vi.waitFor(() => expect([...wire.hub.shown('seat')]).toEqual(['first-steps']));
  first.terminate();
  await vi.waitFor(() => expect([...wire.hub.shown('seat')]).toEqual([]));
  expect(wire.hub.present('seat')).toBe(true);
  expect(seen).toEqual([['seat', true]]);
  second.terminate();
  await vi.waitFor(() => expect(wire.hub.present('seat')).toBe(false));
  expect(seen).toEqual([
    ['seat', true],
    ['seat', false],
  ]);
});

test('when a seat ends its pages are told and closed; other seats are not', async () => {
  await using wire = await WireServer.start();
  const [ended, other] = [await wire.live(), await wire.live('other')];
  await ended.hears(1);
  wire.hub.closeSeat('seat', CLOSE.seatEnded, { type: 'ended' });
  expect(await ended.closed).toBe(CLOSE.seatEnded);
  expect(ended.frames.at(-1)).toEqual({ type: 'ended' });
  wire.hub.publishAll({ type: 'notice', code: 'hello' });
  await other.hears(2);
  wire.hub.closeAll(CLOSE.goingAway);
  expect(await other.closed).toBe(CLOSE.goingAway);
});

test('a page of a seat that is no more is turned away', async () => {
  await using wire = await WireServer.start({ live: { hello: () => undefined } });
  const page = await wire.live();
  expect(await page.closed).toBe(CLOSE.seatEnded);
  expect(wire.hub.present('seat')).toBe(false);
});

describe('what is no message of ours closes the socket', () => {
  test.each([
    ['garbage', 'hello', CLOSE.badFrame],
    ['an unknown type', '{"type":"end"}', CLOSE.badFrame],
    ['an unknown key', '{"type":"ping","now":1}', CLOSE.badFrame],
    [
      'a lab with a name of 65 characters',
      JSON.stringify({ type: 'show', lab: 'x'.repeat(65) }),
      CLOSE.badFrame,
    ],
  ])('%s', async (_, text, code) => {
    await using wire = await WireServer.start();
    const page = await wire.live();
    page.say(text);
    expect(await page.closed).toBe(code);
  });

  test('bytes', async () => {
    await using wire = await WireServer.start();
    const page = await wire.live();
    page.socket.send(Buffer.from('{"type":"ping"}'));
    expect(await page.closed).toBe(CLOSE.badFrame);
  });

  test('a thousand messages at once', async () => {
    await using wire = await WireServer.start();
    const page = await wire.live();
    for (let count = 0; count < 1000; count += 1) page.say({ type: 'ping' });
    expect(await page.closed).toBe(CLOSE.tooFast);
  });
});
