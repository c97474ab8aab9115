// Does the doctor judge engines, hosts and room as a person would want to know before a class?
import { describe, expect, test } from 'vitest';
import { examineCapacity, seatBytes } from '../../../../runner/doctor/examine-capacity.ts';
import { examineEngine } from '../../../../runner/doctor/examine-engine.ts';
import { examineHost } from '../../../../runner/doctor/examine-host.ts';
import type { Finding } from '../../../../runner/doctor/finding.ts';
import type { HostFacts } from '../../../../runner/doctor/host-facts.ts';
import { ensureInotify, inotifyNeeded } from '../../../../runner/doctor/inotify.ts';
import { render } from '../../../../runner/doctor/render.ts';
import { isAtLeast, openRuncHoles } from '../../../../runner/doctor/versions.ts';
import type { EngineFacts } from '../../../../runner/machines/engine.ts';
import { doctorWordsOf } from '../../../../runner/words/doctor.ts';

const words = doctorWordsOf('fr');
const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

const engine: EngineFacts = {
  version: '28.5.1',
  apiVersion: '1.51',
  runcVersion: '1.3.3',
  cgroupVersion: 2,
  storageDriver: 'overlay2',
  rootless: false,
  seccomp: true,
  apparmor: true,
  swapLimit: true,
  cpus: 2,
  memoryBytes: 8 * GIB,
  rootDir: '/var/lib/docker',
};
const host: HostFacts = {
  cores: 8,
  availableBytes: 8 * GIB,
  inotifyInstances: 1024,
  pidMax: 4_194_304,
  disk: { path: '/', freeBytes: 50e9, totalBytes: 100e9, freeInodes: 900, totalInodes: 1000 },
  appArmorInKernel: true,
  appArmorParser: true,
  now: Date.parse('2026-11-22'),
  writtenAt: Date.parse('2026-11-21'),
};
const level = (findings: Finding[], id: string) => findings.find((finding) => finding.id === id)?.level;

describe('versions', () => {
  test.each([
    ['1.1.5+ds1', ['CVE-2024-21626', 'CVE-2025-31133', 'CVE-2025-52565', 'CVE-2025-52881']],
    ['1.1.12', ['CVE-2025-31133', 'CVE-2025-52565', 'CVE-2025-52881']],
    ['1.2.7', ['CVE-2025-31133', 'CVE-2025-52565', 'CVE-2025-52881']],
    ['1.2.8', []],
    ['1.3.2', ['CVE-2025-31133', 'CVE-2025-52565', 'CVE-2025-52881']],
    ['v1.3.3', []],
    ['1.4.0-rc.2', ['CVE-2025-31133', 'CVE-2025-52565', 'CVE-2025-52881']],
    ['1.4.0-rc.3', []],
    ['1.4.0', []],
    ['2.0.1', []],
    ['1.0.3', ['CVE-2024-21626', 'CVE-2025-31133', 'CVE-2025-52565', 'CVE-2025-52881']],
  ])('runc %s leaves open: %j', (version, holes) => {
    expect(openRuncHoles(version)).toEqual(holes);
  });

  test.each([
    ['20.10.24+dfsg1', '20.10', true],
    ['19.03.15', '20.10', false],
    ['29.0.0', '20.10', true],
    ['1.4.0-rc.3', '1.4.0', false],
    ['unreadable', '1.0', false],
  ])('%s is at least %s: %s', (found, wanted, expected) => {
    expect(isAtLeast(found, wanted)).toBe(expected);
  });
});

describe('the engine', () => {
  test('a recent engine with every barrier has nothing to mend', () => {
    const findings = examineEngine({ engine, ...host }, words);
    expect(findings.filter(({ level: found }) => found !== 'ok')).toEqual([]);
  });

  test.each([
    ['engine', 'fail', { engine: { ...engine, version: '19.03.1' } }],
    ['seccomp', 'fail', { engine: { ...engine, seccomp: false } }],
    ['runc', 'warn', { engine: { ...engine, runcVersion: '1.1.5+ds1' } }],
    ['runc', 'warn', { engine: { ...engine, runcVersion: '' } }],
    ['swap', 'warn', { engine: { ...engine, swapLimit: false } }],
    // The kernel has AppArmor, and nobody can load a profile: containers do not start, or start bare.
    ['apparmor', 'fail', { engine: { ...engine, apparmor: false }, appArmorParser: false }],
    ['apparmor', 'warn', { engine: { ...engine, apparmor: false } }],
    ['apparmor', 'warn', { engine: { ...engine, apparmor: false }, appArmorInKernel: false }],
  ] as const)('%s: %s when %j', (id, expected, change) => {
    expect(level(examineEngine(Object.assign({ engine }, host, change), words), id)).toBe(expected);
  });
});

describe('the host', () => {
  const examine = (change: Partial<HostFacts>, seats = 40) =>
    examineHost({ host: { ...host, ...change }, seats }, words);
  const disk = { path: '/', freeBytes: 50e9, totalBytes: 100e9, freeInodes: 900, totalInodes: 1000 };

  test.each([
    ['pid-max', 'ok', {}],
    ['pid-max', 'warn', { pidMax: 4000 }],
    ['disk', 'warn', { disk: { ...disk, freeBytes: 4e9 } }],
    ['disk', 'fail', { disk: { ...disk, freeBytes: 1e9 } }],
    ['inodes', 'warn', { disk: { ...disk, freeInodes: 50 } }],
    ['clock', 'ok', {}],
    ['clock', 'warn', { now: 0 }],
  ] as const)('%s: %s when %j', (id, expected, change) => {
    expect(level(examine(change), id)).toBe(expected);
  });

  test('a file system without fixed inodes (btrfs) is not said to be full', () => {
    expect(level(examine({ disk: { ...disk, freeInodes: 0, totalInodes: 0 } }), 'inodes')).toBeUndefined();
  });
});

describe('inotify instances', () => {
  test('five per machine and some for the host', () => {
    expect(inotifyNeeded(40)).toBe(232);
  });

  test('a limit that is too low is raised when we may, and said', async () => {
    const written: number[] = [];
    const finding = await ensureInotify(128, 40, words, async (value) => written.push(value) > 0);
    expect(written).toEqual([232]);
    expect(finding).toMatchObject({ level: 'ok' });
    expect(finding?.text).toContain('128');
  });

  test('when we may not, the command to type is given', async () => {
    const finding = await ensureInotify(128, 40, words, async () => false);
    expect(finding).toMatchObject({ level: 'warn' });
    expect(finding?.remedy).toContain('fs.inotify.max_user_instances=232');
  });

  test('a limit that is high enough is left alone', async () => {
    const finding = await ensureInotify(232, 40, words, async () => Promise.reject(new Error('written')));
    expect(finding?.level).toBe('ok');
  });
});

describe('how many people', () => {
  const room = (availableBytes: number, idleBytes?: number, cores = 8) => ({
    availableBytes,
    idleBytes,
    cores,
  });

  test('memory in use decides, not the sum of limits', () => {
    const capacity = examineCapacity(room(5 * GIB, 4 * MIB), 40, words);
    expect(capacity?.seats).toBeGreaterThanOrEqual(40);
    expect(capacity?.finding).toMatchObject({ level: 'ok' });
    expect(capacity?.finding.text).toContain(`accueille ${capacity?.seats} personnes`);
  });

  test('a heavier seat than the runner counts on lowers the number', () => {
    const light = examineCapacity(room(8 * GIB, 4 * MIB), 40, words)?.seats ?? 0;
    const heavy = examineCapacity(room(8 * GIB, 80 * MIB), 40, words)?.seats ?? 0;
    expect(seatBytes(60 * MIB)).toBeGreaterThan(120 * MIB);
    expect(heavy).toBeLessThan(light / 2);
  });

  test('everybody may rent a server: room for it is counted', () => {
    const seats = examineCapacity(room(8 * GIB), 40, words)?.seats ?? 0;
    expect(seats).toBeLessThan((8 * GIB) / (96 * MIB));
  });

  test('all the memory in the world does not make two cores install for two hundred', () => {
    const capacity = examineCapacity(room(64 * GIB, 4 * MIB, 2), 60, words);
    expect(capacity?.seats).toBe(50);
    expect(capacity?.finding).toMatchObject({ level: 'warn' });
    expect(capacity?.finding.remedy).toContain('cœurs');
  });

  test.each([
    [900 * MIB, 'warn'],
    [300 * MIB, 'fail'],
  ] as const)('%i bytes for forty: %s, with something to do', (available, expected) => {
    const finding = examineCapacity(room(available), 40, words)?.finding;
    expect(finding?.level).toBe(expected);
    expect(finding?.remedy).toContain('40');
    expect(finding?.remedy).toContain('mémoire');
  });
});

test('each finding is a line, each remedy stands below its line, the end says what it comes to', () => {
  const text = render(
    [
      { id: 'a', level: 'ok', text: 'Bien.' },
      { id: 'b', level: 'fail', text: 'Mal.', remedy: 'Faites ceci.' },
    ],
    words,
    false,
  );
  expect(text).toBe('OK    Bien.\nFAIL  Mal.\n      → Faites ceci.\n\nPas prêt\u00a0: 1 point à corriger.\n');
});
