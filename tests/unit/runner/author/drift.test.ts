// What does a copy learn of the course it comes from: what it can take as it is, what it must compare, what is new in what it uses?
import { expect, test } from 'vitest';
import { driftBetween } from '../../../../runner/author/drift.ts';

const hashes = (files: Record<string, string>) => new Map(Object.entries(files));

test('each file is where its owner has to act, and nowhere else', () => {
  const taken = hashes({
    'm/same': '1',
    'm/upstream': '1',
    'm/mine': '1',
    'm/both': '1',
    'm/gone': '1',
    'm/dropped': '1',
  });
  const here = hashes({
    'm/same': '1',
    'm/upstream': '1',
    'm/mine': '2',
    'm/both': '2',
    'm/gone': '1',
    'm/own': '9',
  });
  const upstream = hashes({
    'm/same': '1',
    'm/upstream': '3',
    'm/mine': '1',
    'm/both': '3',
    'm/dropped': '1',
    'm/new': '1',
    'other/new': '1',
  });
  expect(driftBetween(here, upstream, taken)).toEqual({
    changed: ['m/upstream'],
    both: ['m/both'],
    gone: ['m/gone'],
    fresh: ['m/new'],
  });
});

test('both made the same change: nothing to do', () => {
  expect(driftBetween(hashes({ 'm/a': '2' }), hashes({ 'm/a': '2' }), hashes({ 'm/a': '1' }))).toEqual({
    changed: [],
    both: [],
    gone: [],
    fresh: [],
  });
});

test('a fork that nobody exported compares what it has with what upstream has', () => {
  expect(
    driftBetween(hashes({ 'm/a': '2', 'm/b': '1' }), hashes({ 'm/a': '1', 'm/b': '1' }), undefined),
  ).toMatchObject({ both: ['m/a'] });
});
