// Does a machine's terminal behave as a terminal: every key, ^C, sizes, replay, and a fresh shell after `exit`?
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PROMPT, Screen, withEngine } from './support.ts';

const { engine, desktop } = withEngine();

test('a warm machine has its prompt waiting: attaching shows it, and what is typed runs', async () => {
  const id = await desktop();
  const screen = new Screen(await engine.attach(id, { replay: true }));
  await screen.shell.resize(100, 30);
  const at = await screen.see(PROMPT);
  screen.type('echo salut-$((40+2)); stty size\n');
  await screen.see(/salut-42\r\n30 100\r\n/, at);
});

test('nothing but what was typed reaches the shell when it is attached again and again', async () => {
  const id = await desktop();
  const first = new Screen(await engine.attach(id, { replay: true }));
  await first.shell.resize(80, 24);
  await first.see(PROMPT);
  for (let i = 0; i < 50; i += 1) {
    const other = await engine.attach(id, { replay: false });
    other.release();
  }
  const at = first.text.length;
  first.type('echo fin\n');
  await first.see(/fin\r\n[\s\S]*fin\r\n/, at);
  expect(first.text.slice(at)).toMatch(/^echo fin\r\n/);
});

test('Ctrl-P recalls the last command, on the first terminal and on a further one', async () => {
  const id = await desktop();
  for (const open of [
    () => engine.attach(id, { replay: true }),
    () => engine.openShell(id, ['bash', '-l'], { cols: 80, rows: 24 }),
  ]) {
    const screen = new Screen(await open());
    await screen.shell.resize(80, 24);
    let at = await screen.see(PROMPT);
    screen.type('echo a$((1+1))z\n');
    at = await screen.see(/a2z\r\n[\s\S]*133;B/, at);
    screen.type('\x10');
    at = await screen.see(/echo a\$\(\(1\+1\)\)z/, at);
    screen.type('\n');
    await screen.see(/a2z\r\n/, at);
    screen.shell.release();
  }
});

test('exit, kill -9 and kill -9 -1 each give a fresh shell on the same terminal', async () => {
  const id = await desktop();
  const screen = new Screen(await engine.attach(id, { replay: true }));
  await screen.shell.resize(80, 24);
  let at = await screen.see(PROMPT);
  screen.type('touch ~/reste\n');
  at = await screen.see(PROMPT, at);
  for (const end of ['exit', 'kill -9 $$', "sh -c 'kill -9 -1'"]) {
    screen.type(`${end}\n`);
    at = await screen.see(/Nouvelle session[\s\S]*133;B/, at);
  }
  screen.type('ls\n');
  await screen.see(/reste/, at);
  expect((await engine.inspectMachine(id))?.state).toBe('running');
});

test('a program that left the terminal raw and its screen switched does not spoil the next shell', async () => {
  const id = await desktop();
  const screen = new Screen(await engine.attach(id, { replay: true }));
  await screen.shell.resize(80, 24);
  let at = await screen.see(PROMPT);
  screen.type('stty raw -echo; printf "\\033[?1049h"; kill -9 $$\n');
  at = await screen.see(/\[\?1049l[\s\S]*133;B/, at);
  screen.type('echo vu\n');
  await screen.see(/echo vu\r\n[\s\S]*vu\r\n/, at);
});

test('after the runner is gone the screen comes back: past output, the prompt and the half-typed line', async () => {
  const id = await desktop();
  const before = new Screen(await engine.attach(id, { replay: true }));
  await before.shell.resize(90, 20);
  const at = await before.see(PROMPT);
  before.type('echo avant\n');
  await before.see(/avant\r\n[\s\S]*133;B/, at);
  before.type('echo à-moitié');
  await before.see(/moiti/, at);
  before.shell.release();

  const after = new Screen(await engine.attach(id, { replay: true }));
  await after.shell.resize(90, 20);
  await after.see(/echo avant\r\n[\s\S]*avant\r\n[\s\S]*trainee@[\s\S]*echo .*moiti/);
  const now = after.text.length;
  after.type('\n');
  await after.see(/moiti[\s\S]*133;B/, now);
});

test('a paused terminal stops its program; resumed, it goes on and loses nothing', async () => {
  const id = await desktop();
  const screen = new Screen(await engine.attach(id, { replay: true }));
  await screen.shell.resize(80, 24);
  const at = await screen.see(PROMPT);
  screen.shell.pause();
  screen.type('seq 1 400000; echo fin-$?\n');
  await sleep(1500);
  expect(screen.text.length).toBe(at);
  const busy = await engine.run(id, [
    'bash',
    '-c',
    'pgrep -c seq || jobs; ps -o wchan= -C bash | head -1; ps axo stat,args',
  ]);
  expect(busy.output).toMatch(/bash -l/);
  screen.shell.resume();
  await screen.see(/\r\n399999\r\n400000\r\nfin-0/, at, 20_000);
  expect(screen.text.slice(at).match(/\r\n\d+(?=\r)/g)).toHaveLength(399_999);
}, 40_000);

test('a further terminal in tmux outlives its stream: opened again, it shows the same shell', async () => {
  const id = await desktop();
  const open = () => engine.openShell(id, ['boite-terminal', '2'], { cols: 80, rows: 24 });
  const first = new Screen(await open());
  let at = await first.see(/133;B/);
  first.type('marque=bleue\n');
  at = await first.see(/133;B/, at);
  first.shell.release();
  const again = new Screen(await open());
  await again.see(/marque=bleue/);
  again.type('echo $marque-$((6*7))\n');
  await again.see(/bleue-42/);
  again.type('\x02c\x02%\x1b[A\n');
  await again.see(/bleue-42[\s\S]*bleue-42/);
  again.type('exit\n');
  await expect.poll(() => again.ended, { timeout: 5000 }).toBe(true);
});
