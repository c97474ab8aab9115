// Does a recording play as one asks: on, stop, step by step, at another speed, back and forth?
import { describe, expect, test } from 'vitest';
import { readCast } from '../../../site/src/player/cast.ts';
import { Player, type PlayerState } from '../../../site/src/player/player.ts';

const CAST = readCast(
  [
    '{"version":2,"width":80,"height":24}',
    '[0,"o","$ "]',
    '[1,"m","one"]',
    '[1.5,"o","a"]',
    '[2,"o","b"]',
    '[3,"m","two"]',
    '[4,"o","c"]',
    '',
  ].join('\n'),
);

/** A screen that remembers, and a clock that goes when it is told to. */
function stage() {
  let shown = '';
  let now = 0;
  let waiting: { at: number; does: () => void } | undefined;
  const states: PlayerState[] = [];
  const player = new Player(
    CAST,
    { write: (text) => (shown += text), reset: () => (shown = '') },
    (state) => states.push(state),
    {
      now: () => now,
      later: (does, ms) => {
        const mine = { at: now + ms, does };
        waiting = mine;
        return () => {
          if (waiting === mine) waiting = undefined;
        };
      },
    },
  );
  /** Lets so many seconds go by. */
  const wait = (seconds: number): void => {
    const end = now + seconds * 1000;
    for (let next = waiting; next && next.at <= end; next = waiting) {
      waiting = undefined;
      now = next.at;
      next.does();
    }
    now = end;
  };
  return { player, wait, states, shown: () => shown };
}

describe('a recording', () => {
  test('is shown at its own pace, and stops at its end', () => {
    const { player, wait, shown } = stage();
    player.play();
    wait(1.6);
    expect(shown()).toBe('$ a');
    wait(3);
    expect(shown()).toBe('$ abc');
    expect(player.state).toMatchObject({ playing: false, at: 4, step: 1 });
  });

  test('pauses where it is and goes on from there', () => {
    const { player, wait, shown } = stage();
    player.play();
    wait(1.6);
    player.pause();
    wait(60);
    expect(shown()).toBe('$ a');
    player.play();
    wait(0.5);
    expect(shown()).toBe('$ ab');
  });

  test('goes to a step, forwards and backwards, as the machine was at that moment', () => {
    const { player, shown } = stage();
    player.toStep(1);
    expect(shown()).toBe('$ ab');
    player.toStep(0);
    expect(shown()).toBe('$ ');
    player.toStep(99);
    expect(player.state.step).toBe(1);
    player.toStep(-1);
    expect(player.state).toMatchObject({ at: 0, step: -1 });
  });

  test('one step is played to its end, no further', () => {
    const { player, wait, shown } = stage();
    player.toStep(0);
    player.play(true);
    wait(60);
    expect(shown()).toBe('$ ab');
    expect(player.state).toMatchObject({ playing: false, step: 0 });
  });

  test('plays twice as fast when asked, from where it is', () => {
    const { player, wait, shown } = stage();
    player.play();
    wait(1);
    player.setSpeed(2);
    wait(0.55);
    expect(shown()).toBe('$ ab');
  });

  test('played again after its end, it begins again', () => {
    const { player, wait, shown } = stage();
    player.seek(4);
    player.play();
    wait(0.1);
    expect(shown()).toBe('$ ');
  });
});

test('what is not a recording is refused', () => {
  expect(() => readCast('{"version":3}')).toThrow(/version 2/);
  expect(() => readCast('{"version":2}\n{}')).toThrow(/line 2/);
});
