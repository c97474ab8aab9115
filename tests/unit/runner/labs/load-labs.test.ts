// Does a mistake in a lab become a sentence with its file and line? The bad manifests of reliability.md section 11, one by one.
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { LabsError, loadLabs } from '../../../../runner/labs/load-labs.ts';
import { changed, SMALL_LAB, writeLabs } from './lab-folder.ts';

const written: { remove: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of written.splice(0)) await one.remove();
});

type Changes = Parameters<typeof writeLabs>[0];

async function load(changes: Changes = {}, prepare?: (dir: string) => Promise<unknown>) {
  const labs = await writeLabs(changes);
  written.push(labs);
  await prepare?.(labs.dir);
  return loadLabs(labs.dir);
}

/** The sentences of a lab that must not load. */
async function sentences(changes: Changes, prepare?: (dir: string) => Promise<unknown>): Promise<string> {
  const error = await load(changes, prepare).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(LabsError);
  const message = error instanceof LabsError ? error.message : '';
  // A sentence, never a stack.
  expect(message).not.toMatch(/\n\s+at |node:internal|ZodError/);
  for (const line of message.split('\n')) expect(line).toMatch(/^labs(\/[^:]+)?(:\d+)?: ./);
  return message;
}

const inLab = (piece: string | RegExp, by: string) => changed('small/lab.ts', piece, by);

describe('a right lab', () => {
  test('is loaded whole, under its folder’s name', async () => {
    const labs = await load();
    expect([...labs.keys()]).toEqual(['small']);
    const lab = labs.get('small');
    expect(lab?.manifest.steps.map((step) => step.id)).toEqual(['look']);
    expect(lab?.checks.look).toContain('hint not-yet');
    expect(lab?.words.fr.title).toBe('A lab');
    expect(lab?.proof.look?.ways).toHaveLength(2);
  });

  test('folders without lab.ts are no labs', async () => {
    const labs = await load({ 'machines/desktop/Dockerfile': 'FROM x', 'README.md': 'hello' });
    expect([...labs.keys()]).toEqual(['small']);
  });

  test('a byte order mark and Windows line ends are forgiven, in checks too', async () => {
    const windows = Object.fromEntries(
      Object.entries(SMALL_LAB).map(([path, text]) => [path, `\ufeff${text.replaceAll('\n', '\r\n')}`]),
    );
    const labs = await load(windows);
    expect(labs.get('small')?.checks.look).toBe(SMALL_LAB['small/checks/look.sh']);
  });
});

describe('form', () => {
  test.each<[string, Changes, string | RegExp]>([
    [
      'unknown key',
      inLab('hints:', 'hintes: [], hints:'),
      'labs/small/lab.ts:12: unknown key "hintes" in steps[0]; did you mean "hints"?',
    ],
    [
      'unknown key of the lab',
      inLab('minutes: 5', 'minutes: 5,\n  version: 2'),
      'labs/small/lab.ts:5: unknown key "version"; expected only: minutes, machines, steps',
    ],
    [
      'duplicate key',
      inLab('minutes: 5', 'minutes: 5,\n  minutes: 6'),
      'labs/small/lab.ts:5: the key "minutes" is written twice',
    ],
    [
      'missing comma',
      inLab('minutes: 5,', 'minutes: 5'),
      /^labs\/small\/lab\.ts:5: Unexpected identifier 'machines'/,
    ],
    [
      'a type',
      inLab('export default defineLab', 'const x: number = 1;\nexport default defineLab'),
      /^labs\/small\/lab\.ts:3: /,
    ],
    ['nothing exported', { 'small/lab.ts': '' }, 'no `export default`'],
    ['two defaults', inLab(/$/, 'export default 1;\n'), /lab\.ts:17: a second `export default`/],
    ['not an object', { 'small/lab.ts': 'export default 7;' }, 'expected object'],
    ['a list', { 'small/lab.ts': 'export default [];' }, 'expected object'],
    ['null', { 'small/lab.ts': 'export default null;' }, 'expected object'],
    ['a function', { 'small/lab.ts': 'export default { minutes: () => 5 };' }, 'not data'],
    [
      'words of one language missing',
      { 'small/words.en.ts': undefined },
      'labs/small/words.en.ts: this file is missing; every lab has one: copy words.fr.ts and translate it',
    ],
    [
      'words of an unknown language',
      { 'small/words.xx.ts': 'export default {};' },
      'labs/small/words.xx.ts: a lab has no file of this name; did you mean',
    ],
    ['proof missing', { 'small/proof.ts': undefined }, 'labs/small/proof.ts: this file is missing'],
    [
      'Latin-1',
      {
        'small/words.fr.ts': Buffer.from(
          SMALL_LAB['small/words.fr.ts']?.replace('Look', 'Détail') ?? '',
          'latin1',
        ),
      },
      'labs/small/words.fr.ts: this is not UTF-8 text',
    ],
    ['NUL', inLab('minutes', '\0minutes'), 'labs/small/lab.ts: a NUL character on line 4'],
    [
      'a step without words',
      changed('small/words.en.ts', 'look:', 'lok:'),
      'labs/small/words.en.ts:7: the lab has no step "lok"; did you mean "look"?',
    ],
    [
      'a hint without words',
      inLab("['not-yet']", "['not-yet', 'wrong-case']"),
      'labs/small/words.fr.ts:10: the words of the hint "wrong-case" of "look" are missing',
    ],
    [
      'words of an unknown hint',
      changed('small/words.fr.ts', "'not-yet':", "'not-yett': ['a', 'b'], 'not-yet':"),
      'labs/small/words.fr.ts:11: "look" has no hint "not-yett"; did you mean "not-yet"?',
    ],
    [
      'an empty sentence',
      changed('small/words.fr.ts', "'Seen.'", "''"),
      'labs/small/words.fr.ts:9: steps.look.done: expected at least 1 characters, found ""',
    ],
    [
      'one level of hint',
      changed('small/words.fr.ts', ", 'Almost the gesture.'", ''),
      /words\.fr\.ts:11: steps\.look\.hints\.not-yet: expected at least 2/,
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await sentences(changes)).toMatch(expected);
  });

  test('many mistakes are told at once', async () => {
    const found = await sentences({
      ...inLab('minutes: 5', 'minutes: 0'),
      'small/words.en.ts': undefined,
      'small/proof.ts': 'export default {',
    });
    expect(found.split('\n')).toHaveLength(3);
  });

  test('a file that never ends or computes is cut short', async () => {
    expect(await sentences({ 'small/lab.ts': 'while (true) {}\nexport default {};' })).toContain(
      'more than 2 s',
    );
    const bomb =
      'const a = ["x".repeat(1000)]; const b = Array(1e4).fill(a);\nexport default { minutes: b };';
    expect(await sentences({ 'small/lab.ts': bomb })).toContain('more than 20000 values');
    const circle = 'const a = {}; a.a = a;\nexport default a;';
    expect(await sentences({ 'small/lab.ts': circle })).toContain('more than 20000 values');
    const deep = `export default ${'{a:'.repeat(20_000)}1${'}'.repeat(20_000)};`;
    expect(await sentences({ 'small/lab.ts': deep })).toContain('labs/small/lab.ts');
  });
});

describe('names', () => {
  test.each<[string, Changes, string | RegExp]>([
    ['no id', inLab("id: 'look',", ''), 'steps[0].id: expected string, found nothing'],
    [
      'id with a slash',
      inLab("id: 'look'", "id: 'a/b'"),
      /lab\.ts:10: steps\[0\]\.id: expected lower-case words.*found "a\/b"/,
    ],
    ['id in capitals', inLab("id: 'look'", "id: 'Look'"), /lower-case words.*found "Look"/],
    [
      'id of 300 signs',
      inLab("id: 'look'", `id: '${'a'.repeat(300)}'`),
      /at most 40 characters, found "a{59}…/,
    ],
    ['reserved id', inLab("id: 'look'", "id: 'constructor'"), 'reserved'],
    [
      'two steps of one name',
      inLab(
        'steps: [',
        "steps: [{ id: 'look', machine: 'desktop', hints: ['not-yet'], solution: [{ run: 'ls' }] },",
      ),
      'two steps are called "look"',
    ],
    [
      'two machines of one name',
      inLab(
        "desktop: { kind: 'desktop' },",
        "desktop: { kind: 'desktop' },\n    desktop: { kind: 'desktop' },",
      ),
      'lab.ts:7: the key "desktop" is written twice',
    ],
    [
      'a machine that is not there',
      inLab("machine: 'desktop'", "machine: 'vps'"),
      /lab\.ts:11: .*no machine "vps"; this lab has: desktop/,
    ],
    [
      'a machine named like a property of every object',
      inLab("machine: 'desktop'", "machine: 'constructor'"),
      'reserved',
    ],
    [
      'a hint that no check gives',
      inLab("['not-yet']", "['not-yet', 'wrong-case']"),
      'labs/small/lab.ts:12: the hint "wrong-case" of "look" is never given by its check',
    ],
    [
      'a check that gives an unknown hint',
      { 'small/checks/look.sh': 'true ||\nhint not-yt; hint not-yet\n' },
      'labs/small/checks/look.sh:2: the step "look" has no hint "not-yt" in lab.ts; did you mean "not-yet"?',
    ],
    [
      'a near miss with an unknown hint',
      changed('small/proof.ts', "hint: 'not-yet'", "hint: 'nope'"),
      'labs/small/proof.ts:6: "look" has no hint "nope"',
    ],
    [
      'a proof of an unknown step',
      changed('small/proof.ts', 'look:', 'loook:'),
      'labs/small/proof.ts:4: the lab has no step "loook"; did you mean "look"?',
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await sentences(changes)).toMatch(expected);
  });

  test('a lab whose folder is no id', async () => {
    const changes = Object.fromEntries(
      Object.entries(SMALL_LAB).map(([path, text]) => [path.replace('small', 'Small_Lab'), text]),
    );
    expect(await sentences(changes)).toContain('"Small_Lab" cannot name a lab');
  });
});

describe('power', () => {
  test.each([
    'privileged: true',
    "cap_add: ['SYS_ADMIN']",
    "binds: ['/:/host']",
    "network_mode: 'host'",
    "pid: 'host'",
    "devices: ['/dev/sda']",
    "security_opt: ['seccomp=unconfined']",
    "env: { TOKEN: 'x' }",
    "sysctls: { 'kernel.x': '1' }",
    "image: 'docker.io/library/debian:latest'",
    '__proto__: { privileged: true }, mounts: []',
  ])('no manifest asks for %s', async (field) => {
    expect(await sentences(inLab("kind: 'desktop'", `kind: 'desktop', ${field}`))).toMatch(
      /labs\/small\/lab\.ts:6: unknown key .* in machines\.desktop/,
    );
  });

  test.each([
    ["import fs from 'node:fs';\n", 'it imports "node:fs"'],
    ["import '../../package.json';\n", 'it imports'],
    ["import { x } from '../other/lab.ts';\n", 'it imports'],
    ['process.exit(0);\n', 'process is not defined'],
    ["const x = this.constructor.constructor('return process')();\n", 'lab.ts:1'],
    ["const x = require('fs');\n", 'require is not defined'],
    ["await import('node:fs');\n", 'lab.ts:1'],
  ])('a lab is data and reaches nothing: %s', async (line, expected) => {
    expect(await sentences({ 'small/lab.ts': line + (SMALL_LAB['small/lab.ts'] ?? '') })).toContain(expected);
  });
});

describe('quantities', () => {
  test.each<[string, string | RegExp]>([
    ['memoryMiB: 0', 'machines.desktop.memoryMiB: expected at least 64, found 0'],
    ['memoryMiB: -1', 'at least 64'],
    ['memoryMiB: 1e12', 'expected at most 1024, found 1000000000000'],
    ["memoryMiB: '12 bananas'", 'expected number, found "12 bananas"'],
    ['memoryMiB: 100.5', /memoryMiB: expected int/],
    ['memoryMiB: NaN', /memoryMiB: expected number/],
    ['cpus: 1000', 'at most 2'],
    ['cpus: Infinity', 'cpus'],
    ['processes: 1', 'at least 32'],
    ['processes: null', 'expected number, found null'],
  ])('%s', async (field, expected) => {
    expect(await sentences(inLab("kind: 'desktop'", `kind: 'desktop', ${field}`))).toMatch(expected);
  });

  test('100 machines, 31 steps, an hour too long', async () => {
    const machines = Array.from({ length: 100 }, (_, i) => `m${i}: { kind: 'desktop' },`).join(' ');
    expect(await sentences(inLab('machines: {', `machines: { ${machines}`))).toContain('1 to 4 machines');
    const step = (i: number) =>
      `{ id: 's${i}', machine: 'desktop', hints: ['not-yet'], solution: [{ run: 'ls' }] },`;
    const steps = Array.from({ length: 31 }, (_, i) => step(i)).join('\n');
    expect(await sentences(inLab('steps: [', `steps: [${steps}`))).toContain('at most 30');
    expect(await sentences(inLab('minutes: 5', 'minutes: 241'))).toContain('at most 240');
  });
});

describe('files and checks', () => {
  test('a check is missing, empty, or belongs to no step', async () => {
    expect(await sentences({ 'small/checks/look.sh': undefined })).toContain(
      'labs/small/checks/look.sh: the step "look" has no check',
    );
    expect(await sentences({ 'small/checks/look.sh': '\n' })).toContain('this check is empty');
    expect(await sentences({ 'small/checks/lok.sh': 'exit 0' })).toContain(
      'labs/small/checks/lok.sh: a lab has no file of this name; did you mean "checks/look.sh"?',
    );
  });

  test('a file over 1 MiB', async () => {
    expect(await sentences({ 'small/checks/look.sh': `# ${'x'.repeat(1024 * 1024)}\n` })).toContain(
      'labs/small/checks/look.sh: 1048579 bytes; expected 1048576 (1 MiB) at most',
    );
  });

  test('symbolic links, to a file or to a whole lab', async () => {
    const toFile = (dir: string) => symlink('/etc/passwd', join(dir, 'small/checks/other.sh'));
    expect(await sentences({}, toFile)).toContain('labs/small/checks/other.sh: this is a symbolic link');
    const asManifest = async (dir: string) => {
      await mkdir(join(dir, 'linked'));
      await symlink('../small/lab.ts', join(dir, 'linked/lab.ts'));
    };
    expect(await sentences({}, asManifest)).toContain('labs/linked/lab.ts: this is a symbolic link');
    const toFolder = (dir: string) => symlink(join(dir, 'small'), join(dir, 'again'));
    expect(await sentences({}, toFolder)).toContain('labs/again: this is a symbolic link');
  });

  test('actions outside the list', async () => {
    for (const action of [
      '{ paste: "x" }',
      '{ key: "Ctrl-é" }',
      '{ run: "" }',
      '"ls"',
      '{ run: "ls", see: "x" }',
    ])
      expect(await sentences(inLab("{ run: 'ls' }", action))).toMatch(
        /lab\.ts:13: steps\[0\]\.solution\[0\]/,
      );
  });

  test('a folder of labs that does not exist', async () => {
    const labs = await writeLabs();
    written.push(labs);
    await expect(loadLabs(join(labs.dir, 'nowhere'))).rejects.toThrow(/no such folder/);
    await writeFile(join(labs.dir, 'file'), '');
    await expect(loadLabs(join(labs.dir, 'file'))).rejects.toThrow(/no such folder/);
  });
});
