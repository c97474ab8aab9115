// Who is sent more, and when does the shell wait?
import { describe, expect, test } from 'vitest';
import { WINDOW_HIGH_BYTES, WINDOW_LOW_BYTES } from '../../../../runner/protocol/limits.ts';
import { FlowWindow, shellMustWait } from '../../../../runner/terminal/flow-control.ts';

describe('a window', () => {
  test('closes at the high mark and opens again only at the low mark', () => {
    const flow = new FlowWindow();
    flow.sent(WINDOW_HIGH_BYTES - 1, 0);
    expect(flow.open).toBe(true);
    flow.sent(1, 0);
    expect(flow.open).toBe(false);
    flow.acked(WINDOW_HIGH_BYTES - WINDOW_LOW_BYTES - 1, 0);
    expect(flow.open).toBe(false);
    flow.acked(1, 0);
    expect(flow.open).toBe(true);
  });

  test('is strained from closing until nearly everything is drawn', () => {
    const flow = new FlowWindow();
    flow.sent(WINDOW_HIGH_BYTES, 0);
    flow.acked(WINDOW_HIGH_BYTES - WINDOW_LOW_BYTES, 0);
    expect(flow.strained).toBe(true);
    flow.acked(WINDOW_LOW_BYTES, 0);
    expect(flow.strained).toBe(false);
  });

  test('refuses an acknowledgement of more than was sent, and counts nothing of it', () => {
    const flow = new FlowWindow();
    flow.sent(10, 0);
    expect(flow.acked(11, 0)).toBe(false);
    expect(flow.inFlight).toBe(10);
  });

  test('stays closed for a page that acknowledges what it never read', () => {
    const flow = new FlowWindow();
    flow.sent(1000, WINDOW_HIGH_BYTES);
    flow.acked(1000, WINDOW_HIGH_BYTES);
    expect(flow.open).toBe(false);
  });
});

describe('the shell waits', () => {
  const viewer = (open: boolean, more: { held?: boolean; readonly?: boolean } = {}) => ({
    flow: { open },
    held: more.held ?? false,
    readonly: more.readonly ?? false,
  });

  test.each([
    ['never for nobody', [], false],
    ['for the only page, when it is full', [viewer(false)], true],
    ['not while one of two pages can follow', [viewer(false), viewer(true)], false],
    ['when both are full', [viewer(false), viewer(false)], true],
    ['not for a page whose backlog ^C threw away', [viewer(false, { held: true })], false],
    [
      'for the trainee, whatever the trainer who looks on can take',
      [viewer(false), viewer(true, { readonly: true })],
      true,
    ],
    ['for a trainer who looks on alone', [viewer(false, { readonly: true })], true],
  ] as const)('%s', (_, viewers, waits) => {
    expect(shellMustWait(viewers)).toBe(waits);
  });
});
