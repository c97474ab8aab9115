// Does a lab that begins again give back what it had the seat take, and nothing that it stands on?
import { describe, expect, test } from 'vitest';
import { type Action, type LabManifest, labSchema } from '../../../../labs/define-lab.ts';
import { lossesOf } from '../../../../runner/workshop/losses.ts';

const lab = (...solution: Action[]): LabManifest =>
  labSchema.parse({
    minutes: 5,
    machines: { desktop: { kind: 'desktop' } },
    steps: [
      { id: 'one', machine: 'desktop', hints: ['nothing-yet'], solution: [{ run: 'true' }, ...solution] },
    ],
  });

const REGISTERS = lab({ register: '%wish%' });
const RENTS = lab({ rent: { offer: 'vps-ruche-exemple', host: 'web' } });
const own = { names: ['un-exemple.fr', 'deux-exemple.fr'], hosts: ['web', 'ailleurs'] };

describe('a lab that begins again', () => {
  test('gives back every name when it is the one that registers, and no server', () => {
    expect(lossesOf(REGISTERS, [], own)).toEqual({ names: own.names, hosts: [] });
  });
  test('gives back every server when it is the first that rents', () => {
    expect(lossesOf(RENTS, [], own)).toEqual({ names: [], hosts: own.hosts });
  });
  test('keeps the servers of the labs that it continues', () => {
    expect(lossesOf(RENTS, [REGISTERS, RENTS], own)).toEqual({ names: [], hosts: ['ailleurs'] });
    expect(lossesOf(RENTS, [RENTS], { names: [], hosts: ['web'] })).toBeUndefined();
  });
  test('gives nothing back when it takes nothing', () => {
    expect(lossesOf(lab(), [REGISTERS, RENTS], own)).toBeUndefined();
    expect(lossesOf(REGISTERS, [], { names: [], hosts: ['web'] })).toBeUndefined();
  });
});
