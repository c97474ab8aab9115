// Does the shell tell the page which commands ran and how they ended (OSC 133), on the first terminal and on a further one?
import { expect, test, vi } from 'vitest';
import { PROMPT, Screen, withEngine } from './support.ts';

const { engine, desktop } = withEngine();

/** What the marks in the output say, in order: `C <command>` and `D <exit code>`. */
function marks(text: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: marks are made of control characters
  const found = text.matchAll(/\x1b\]133;(C;cmdline_url=([^\x07]*)|D;(\d+))\x07/g);
  return [...found].map(([, , line, code]) =>
    line === undefined ? `D ${code}` : `C ${decodeURIComponent(line)}`,
  );
}

/** The machine's first terminal, wide, at its prompt. */
async function firstTerminal(id: string): Promise<Screen> {
  const screen = new Screen(await engine.attach(id, { replay: true }));
  await screen.shell.resize(200, 50);
  await screen.see(PROMPT);
  await screen.quiet();
  return screen;
}

/** Types a line, waits for the next prompt, and gives the marks that came. */
async function run(screen: Screen, line: string): Promise<string[]> {
  const from = screen.text.length;
  screen.type(`${line}\n`);
  await screen.see(PROMPT, from);
  return marks(screen.text.slice(from));
}

const CASES: [typed: string, marks: string[]][] = [
  ['true', ['C true', 'D 0']],
  ['false', ['C false', 'D 1']],
  ['(exit 42)', ['C (exit 42)', 'D 42']],
  ['mkdir "été à la mer"; ls', ['C mkdir "été à la mer"; ls', 'D 0']],
  ['echo \'100%;\\a\' "$HOME" | cat > /dev/null', ['C echo \'100%;\\a\' "$HOME" | cat > /dev/null', 'D 0']],
  ['  espaces-devant', ['C   espaces-devant', 'D 127']],
  ['', []],
  ['history -c', ['C history -c', 'D 0']],
  ['true', ['C true', 'D 0']],
  ['pwd', ['C pwd', 'D 0']],
  ['pwd', ['C pwd', 'D 0']],
];

test('each command is told with its exact line and its exit code; an empty Enter is not a command', async () => {
  const id = await desktop();
  const screen = await firstTerminal(id);
  for (const [typed, expected] of CASES) {
    expect(await run(screen, typed), JSON.stringify(typed)).toEqual(expected);
  }
});

test('a command over several lines is one command; one that the history forgets is told without its line', async () => {
  const id = await desktop();
  const screen = await firstTerminal(id);
  expect(await run(screen, 'for i in 1 2; do\necho $i\ndone')).toEqual([
    'C for i in 1 2; do echo $i; done',
    'D 0',
  ]);
  await run(screen, 'HISTCONTROL=ignorespace');
  expect(await run(screen, ' echo secret')).toEqual(['C ', 'D 0']);
});

test('a command stopped with Ctrl-C is told with 130, and a running one has no end yet', async () => {
  const id = await desktop();
  const screen = await firstTerminal(id);
  const from = screen.text.length;
  screen.type('sleep 500\n');
  await screen.see(/cmdline_url=sleep%20500/, from);
  expect(marks(screen.text.slice(from))).toEqual(['C sleep 500']);
  // The mark comes a moment before the program.
  await vi.waitFor(async () => expect((await engine.run(id, ['pgrep', '-x', 'sleep'])).exitCode).toBe(0), {
    timeout: 10_000,
  });
  screen.type('\x03');
  await screen.see(PROMPT, from);
  expect(marks(screen.text.slice(from))).toEqual(['C sleep 500', 'D 130']);
});

test('Ctrl-S freezes nothing', async () => {
  const id = await desktop();
  const screen = await firstTerminal(id);
  const from = screen.text.length;
  screen.type('\x13');
  screen.type('\x07echo vivant-$((1+1))\n');
  await screen.see(/vivant-2/, from);
});

test('a further terminal tells the same marks, and nothing of its own', async () => {
  const id = await desktop();
  const screen = new Screen(await engine.openShell(id, ['boite-terminal', '2'], { cols: 120, rows: 30 }));
  await screen.see(PROMPT);
  await screen.quiet();
  expect(screen.text.replaceAll('\x1b]', '')).not.toContain(']');
  expect(await run(screen, 'echo "ça va"')).toEqual(['C echo "ça va"', 'D 0']);
  expect(await run(screen, 'false')).toEqual(['C false', 'D 1']);
  screen.shell.release();
});

test('a start-up file that ends every shell does not lock the trainee out', async () => {
  const id = await desktop();
  const screen = await firstTerminal(id);
  const from = screen.text.length;
  screen.type('echo exit > ~/.bash_profile; exit\n');
  await screen.see(/(Nouvelle session[\s\S]*){3}133;B/, from, 20_000);
  expect(await run(screen, 'rm ~/.bash_profile')).toContain('D 0');
});
