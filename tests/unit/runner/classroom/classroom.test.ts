// Does a class hold together: hands, times, messages, consent; and does a restart change nothing?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Classroom } from '../../../../runner/classroom/classroom.ts';
import { forgetOldWorkshops } from '../../../../runner/classroom/forget-old.ts';
import { openStore } from '../../../../runner/store/open-store.ts';
import type { Store, Workshop } from '../../../../runner/store/store.ts';
import { createWorkshops, type Workshops } from '../../../../runner/workshop/workshops.ts';
import { FakeDesk } from '../../../doubles/fake-desk.ts';

const MINUTE = 60_000;
const ANA = { id: 'ana', name: 'Ana' };
const BEN = { id: 'ben', name: 'Ben' };

let dir: string;
let store: Store;
let now: number;
let workshops: Workshops;
let workshop: Workshop;
let classroom: Classroom;
let desk: FakeDesk;

const enter = () => {
  workshops = createWorkshops({ store, now: () => now });
  const presence = { present: () => true, shown: () => new Set<string>(), lesson: () => undefined };
  desk = new FakeDesk();
  const labSteps = () => new Map([['first-steps', ['where-am-i', 'list']]]);
  classroom = new Classroom({ store, desk, presence, now: () => now, labSteps });
};
const restart = () => {
  store.close();
  store = openStore(dir, () => now);
  enter();
};
const sit = (pseudonym: string) => workshops.join(workshop.joinCode, pseudonym).seat.id;

beforeEach(() => {
  now = 1_000_000;
  dir = mkdtempSync(join(tmpdir(), 'boite-class-'));
  store = openStore(dir, () => now);
  enter();
  workshop = workshops.openWorkshop({ title: 'Essai', language: 'fr', seats: 9, endsAt: now + 60 * MINUTE });
});
afterEach(() => {
  store.close();
  rmSync(dir, { recursive: true });
});

describe('a raised hand', () => {
  test('has its place in the line, is taken by one trainer only, and survives a restart', () => {
    const [camille, sacha] = [sit('Camille'), sit('Sacha')];
    classroom.raiseHand(camille, 'Où est la barre\u202e ?');
    now += 1;
    classroom.raiseHand(sacha, undefined);
    // Once more changes nothing but the sentence.
    classroom.raiseHand(camille, 'Où est la barre oblique ?');
    expect(classroom.view(sacha).hand).toMatchObject({ position: 2 });
    expect(classroom.rows(workshop.id).map((row) => [row.pseudonym, row.hand?.sentence])).toEqual([
      ['Camille', 'Où est la barre oblique ?'],
      ['Sacha', undefined],
    ]);
    classroom.hand(workshop.id, camille, 'take', ANA);
    expect(() => classroom.hand(workshop.id, camille, 'take', BEN)).toThrow('taken');
    restart();
    expect(classroom.view(camille).hand).toMatchObject({ takenBy: 'Ana' });
    expect(classroom.view(sacha).hand).toMatchObject({ position: 1 });
    classroom.hand(workshop.id, camille, 'done', ANA);
    expect(classroom.view(camille).hand).toBeUndefined();
    expect(() => classroom.hand(workshop.id, camille, 'take', BEN)).toThrow('not-found');
  });

  test('what it says is nowhere on the disk', () => {
    const camille = sit('Camille');
    classroom.raiseHand(camille, 'phrase-très-privée');
    restart();
    expect(classroom.rows(workshop.id)[0]?.hand).toEqual({ raisedAt: now });
  });
});

describe('time', () => {
  const end = (seat: string) => ((classroom.view(seat).endsAt ?? 0) - now) / MINUTE;

  test('is extended for all, for one, and never before now', () => {
    const [camille, sacha] = [sit('Camille'), sit('Sacha')];
    classroom.extend(workshop.id, 15, undefined);
    classroom.extend(workshop.id, 10, sacha);
    expect([end(camille), end(sacha)]).toEqual([75, 85]);
    restart();
    expect([end(camille), end(sacha)]).toEqual([75, 85]);
    classroom.extend(workshop.id, -600, undefined);
    expect(end(camille)).toBe(0);
  });

  test('of a pause counts for nothing: the end, the timer and the steps move by it', () => {
    const camille = sit('Camille');
    store.rememberOpenedLab(camille, 'first-steps');
    store.beginStep(camille, 'first-steps', 'where-am-i', now);
    classroom.timer(workshop.id, 5);
    now += MINUTE;
    classroom.pause(workshop.id, true);
    restart();
    now += 14 * 60 * MINUTE;
    expect(classroom.view(camille).pausedSince).toBeDefined();
    expect(classroom.rows(workshop.id)[0]?.stuck).toBe(false);
    classroom.pause(workshop.id, false);
    const view = classroom.view(camille);
    expect([view.pausedSince, end(camille), ((view.timer?.endsAt ?? 0) - now) / MINUTE]).toEqual([
      undefined,
      59,
      4,
    ]);
    expect(classroom.rows(workshop.id)[0]).toMatchObject({ since: now - MINUTE, stuck: false });
    now += 9 * MINUTE;
    expect(classroom.rows(workshop.id)[0]?.stuck).toBe(true);
  });
});

describe('a pause in which something is said of time', () => {
  const left = () => {
    const { endsAt = 0, timer, pausedSince } = classroom.view(camille);
    const until = pausedSince ?? now;
    return [(endsAt - now) / MINUTE, timer && (timer.endsAt - until) / MINUTE];
  };
  let camille: string;
  beforeEach(() => {
    camille = sit('Camille');
    classroom.pause(workshop.id, true);
    now += 90 * MINUTE;
  });

  test('an end by the clock on the wall stays where it was put, also over a restart', () => {
    classroom.setEnd(workshop.id, now + 30 * MINUTE);
    restart();
    now += 5 * MINUTE;
    classroom.pause(workshop.id, false);
    expect(left()).toEqual([25, undefined]);
    // The next pause moves it again.
    classroom.pause(workshop.id, true);
    now += MINUTE;
    classroom.pause(workshop.id, false);
    expect(left()).toEqual([25, undefined]);
  });

  test('minutes more or less are more or less of what was left when it began', () => {
    classroom.extend(workshop.id, -45, undefined);
    classroom.pause(workshop.id, false);
    expect(left()).toEqual([15, undefined]);
  });

  test('a timer runs when the class goes on, whole', () => {
    classroom.timer(workshop.id, 10);
    expect(left()[1]).toBe(10);
    now += 5 * MINUTE;
    classroom.pause(workshop.id, false);
    expect(left()).toEqual([60, 10]);
  });
});

test('two trainers without a name are two: one has the hand, and who waits behind it hears that the line is shorter', () => {
  const [camille, sacha] = [sit('Camille'), sit('Sacha')];
  classroom.raiseHand(camille, undefined);
  now += 1;
  classroom.raiseHand(sacha, undefined);
  const heard: string[] = [];
  classroom.onSeat((seatId) => heard.push(seatId));
  classroom.hand(workshop.id, camille, 'take', { id: 'ana', name: '' });
  expect(heard).toContain(sacha);
  expect(classroom.view(sacha).hand?.position).toBe(1);
  const ben = { id: 'ben', name: '' };
  expect(() => classroom.hand(workshop.id, camille, 'take', ben)).toThrow('taken');
  classroom.hand(workshop.id, camille, 'leave', { id: 'ana', name: '' });
  classroom.hand(workshop.id, camille, 'take', ben);
  expect(classroom.view(camille).hand?.takenBy).toBe('');
});

test('a short pause becomes a night: told to all, kept over a restart, over when the class goes on', () => {
  const camille = sit('Camille');
  classroom.pause(workshop.id, true);
  now += 10 * MINUTE;
  classroom.pause(workshop.id, true, true);
  restart();
  // What is paused already stays as it is.
  classroom.pause(workshop.id, true);
  now += 14 * 60 * MINUTE;
  expect(classroom.view(camille)).toMatchObject({ asleep: true, pausedSince: now - 850 * MINUTE });
  expect(classroom.head(workshop.id).workshop.asleep).toBe(true);
  classroom.pause(workshop.id, false);
  expect(classroom.view(camille)).not.toHaveProperty('asleep');
  expect(((classroom.view(camille).endsAt ?? 0) - now) / MINUTE).toBe(60);
});

test('the board has the last check, also one that nobody asked for, and hears at once when it says something new', () => {
  const camille = sit('Camille');
  const heard = vi.fn();
  classroom.onBoard(heard);
  const check = (end: { passed: boolean; hint?: string }) =>
    desk.checked(camille, { lab: 'first-steps', step: 'where-am-i', ...end });
  check({ passed: false, hint: 'nothing-typed' });
  now += 1_000;
  check({ passed: false, hint: 'nothing-typed' });
  expect(heard).toHaveBeenCalledOnce();
  const row = () => classroom.rows(workshop.id)[0]?.lastCheck;
  expect(row()).toMatchObject({ at: now, passed: false, hint: 'nothing-typed' });
  check({ passed: true });
  expect(heard).toHaveBeenCalledTimes(2);
  expect(row()).toEqual({ at: now, lab: 'first-steps', step: 'where-am-i', passed: true });
});

test('a message is text, is still shown after a restart, and goes', () => {
  const camille = sit('Camille');
  classroom.say(workshop.id, ' <img src=x onerror=alert(1)>\x1b[31m ', ANA);
  restart();
  expect(classroom.view(camille).message).toMatchObject({ text: '<img src=x onerror=alert(1)>', by: 'Ana' });
  classroom.say(workshop.id, '', ANA);
  expect(classroom.view(camille).message).toBeUndefined();
});

describe('help by consent', () => {
  test('asked, refused kindly, asked again, given, cut; both have the log; a restart forgets the consent', () => {
    const camille = sit('Camille');
    const first = classroom.help.ask(camille, ANA);
    expect(classroom.help.ask(camille, ANA).id).toBe(first.id);
    classroom.help.answer(camille, first.id, 'no');
    expect(classroom.rows(workshop.id)[0]?.refusedAt).toBe(now);
    now += 1;
    const second = classroom.help.ask(camille, ANA);
    classroom.help.answer(camille, second.id, 'write');
    const closed = vi.fn();
    classroom.help.opened(second.id, closed);
    expect(classroom.view(camille).help.here).toMatchObject([{ by: 'Ana', write: true, typing: false }]);
    classroom.help.typed(second.id);
    expect(classroom.view(camille).help.here).toMatchObject([{ typing: true }]);
    classroom.help.cut(camille, second.id);
    expect(closed).toHaveBeenCalledOnce();
    expect(classroom.help.of(camille, ANA.id)).toBeUndefined();
    const third = classroom.help.ask(camille, ANA);
    classroom.help.answer(camille, third.id, 'watch');
    restart();
    expect(classroom.view(camille).help).toMatchObject({ asks: [], here: [] });
    expect(classroom.view(camille).help.log.map(({ what }) => what)).toEqual([
      'asked',
      'refused',
      'asked',
      'write',
      'cut',
      'asked',
      'watch',
    ]);
  });

  test('the keyboard taken back closes what was open with it', () => {
    const camille = sit('Camille');
    const session = classroom.help.ask(camille, ANA);
    classroom.help.answer(camille, session.id, 'write');
    const closed = vi.fn();
    classroom.help.opened(session.id, closed);
    classroom.help.answer(camille, session.id, 'watch');
    expect([closed.mock.calls.length, classroom.help.of(camille, ANA.id)?.state]).toEqual([1, 'watch']);
  });

  test('nobody answers for somebody else', () => {
    const [camille, sacha] = [sit('Camille'), sit('Sacha')];
    const { id } = classroom.help.ask(camille, ANA);
    expect(() => classroom.help.answer(sacha, id, 'write')).toThrow('not-found');
    expect(() => classroom.help.cut(sacha, id)).toThrow('not-found');
  });
});

test('only a try-out of the trainer can be shown to all; it counts for nobody', () => {
  const camille = sit('Camille');
  const trial = workshops.trial(workshop.id, 'Essai').seat.id;
  expect(() => classroom.show(workshop.id, camille, ANA)).toThrow('forbidden');
  classroom.show(workshop.id, trial, ANA);
  expect(classroom.view(camille).shown).toEqual({ by: 'Ana' });
  expect(store.countSeats(workshop.id)).toBe(1);
  expect(classroom.figures(workshop.id, new Map()).people).toBe(1);
});

test('two seats of one person become one; their browsers come along', () => {
  const [from, into] = [workshops.join(workshop.joinCode, 'Camille'), sit('Camille 2')];
  workshops.mergeSeats(from.seat.id, into);
  expect(workshops.seatOfToken(from.token)?.seat.id).toBe(into);
  expect(store.seatsOf(workshop.id).map(({ pseudonym }) => pseudonym)).toEqual(['Camille 2']);
});

test('a seat of another séance does not exist here', () => {
  const other = workshops.openWorkshop({ title: 'Autre', language: 'fr', seats: 2 });
  const camille = sit('Camille');
  expect(() => classroom.hand(other.id, camille, 'take', ANA)).toThrow('not-found');
  expect(() => classroom.extend(other.id, 5, camille)).toThrow('not-found');
});

test('after the end nobody waits, and nobody watches: a consent does not outlive the rows that it is about', () => {
  vi.useFakeTimers();
  try {
    const [camille, sacha] = [sit('Camille'), sit('Sacha')];
    classroom.plan(workshop.id, [{ lesson: 'premiers-pas/terminal', minutes: 40 }], 7);
    classroom.raiseHand(camille, 'Au secours');
    const { id } = classroom.help.ask(camille, ANA);
    classroom.help.answer(camille, id, 'watch');
    const closed = vi.fn();
    const gone = classroom.help.opened(id, closed);
    classroom.help.ask(sacha, BEN);
    classroom.say(workshop.id, 'Bonjour', ANA);
    classroom.pause(workshop.id, true);
    workshops.end(workshop.id);
    classroom.ended(workshop.id);
    expect(closed).toHaveBeenCalledOnce();
    gone();
    expect(classroom.rows(workshop.id).filter((row) => row.hand ?? row.help)).toEqual([]);
    // Without a desk the board still knows how far everybody came.
    store.rememberOpenedLab(sacha, 'first-steps');
    store.passStep(sacha, 'first-steps', 'where-am-i', 'trainee');
    desk.views = () => [];
    classroom.ended(workshop.id);
    const where = classroom.rows(workshop.id).map(({ pseudonym, step, passed }) => [pseudonym, step, passed]);
    expect(where).toContainEqual(['Sacha', 'list', 1]);
    expect(classroom.state(workshop.id)).toEqual({
      plan: [{ lesson: 'premiers-pas/terminal', minutes: 40 }],
      keepDays: 7,
    });
    // Erased at once: the minute after which an unused consent ends comes when there is nobody to note it for.
    store.removeWorkshop(workshop.id);
    classroom.forgetWorkshop(workshop.id);
    expect(() => vi.advanceTimersByTime(2 * MINUTE)).not.toThrow();
  } finally {
    vi.useRealTimers();
  }
});

test('a séance that is over is forgotten after its own number of days, not before, with every row', () => {
  const day = 24 * 60 * MINUTE;
  const [kept, soon] = [workshop, workshops.openWorkshop({ title: 'Courte', language: 'fr', seats: 2 })];
  classroom.plan(soon.id, undefined, 0);
  sit('Camille');
  workshops.end(kept.id);
  workshops.end(soon.id);
  expect(forgetOldWorkshops(store, classroom, now)).toEqual([soon.id]);
  expect(forgetOldWorkshops(store, classroom, now + 30 * day - 1)).toEqual([]);
  expect(forgetOldWorkshops(store, classroom, now + 30 * day)).toEqual([kept.id]);
  expect([store.countRows(kept.id), store.countRows(soon.id)]).toEqual([0, 0]);
});

describe('who leads what', () => {
  test('one browser leads several séances, and only those', () => {
    const { token } = workshops.enter(workshops.trainerLink(workshop.id));
    now += 1;
    const second = workshops.openWorkshop({ title: 'Autre', language: 'fr', seats: 2 });
    const foreign = workshops.openWorkshop({ title: 'D’autrui', language: 'fr', seats: 2 });
    workshops.alsoLead(token, second.id);
    workshops.nameTrainer(token, 'Ana');
    expect(workshops.trainerOfToken(token)).toMatchObject({ name: 'Ana', workshop: { id: second.id } });
    expect(workshops.trainerOfToken(token, workshop.id)?.workshop.id).toBe(workshop.id);
    expect(workshops.trainerOfToken(token, foreign.id)).toBeUndefined();
    store.removeWorkshop(second.id);
    expect(workshops.trainerOfToken(token)).toMatchObject({ name: 'Ana', workshop: { id: workshop.id } });
  });
});
