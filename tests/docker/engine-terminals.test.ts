// Does a machine's terminal behave as a terminal: every key, ^C, sizes, replay, and a fresh shell after `exit`?
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
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
    () => engine.openShell(id, ['boite-terminal', '2'], { cols: 80, rows: 24 }),
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

test('a program that took the shell’s place gives a fresh shell, too, when ^C ends it: the machine stays on', async () => {
  const id = await desktop();
  const screen = new Screen(await engine.attach(id, { replay: true }));
  await screen.shell.resize(80, 24);
  let at = await screen.see(PROMPT);
  for (let time = 0; time < 2; time += 1) {
    screen.type('exec sh -c "echo pris; sleep 100"\n');
    at = await screen.see(/pris\r\n/, at);
    screen.type('\x03');
    at = await screen.see(/Nouvelle session[\s\S]*133;B/, at);
  }
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

test('what a program does not read waits with us and is counted; stopped, it lets the rest through', async () => {
  const id = await desktop();
  const screen = new Screen(await engine.attach(id, { replay: true }));
  await screen.shell.resize(80, 24);
  const at = await screen.see(PROMPT);
  screen.type('stty -icanon -echo; sleep 1000; cat >/dev/null\n');
  await screen.see(/dev.null\r\n/, at);
  screen.shell.write(Buffer.alloc(2 * 1024 * 1024, 'x'));
  await sleep(500);
  expect(screen.shell.unread).toBeGreaterThan(1024 * 1024);
  await engine.run(id, ['pkill', '-x', 'sleep']);
  await vi.waitFor(() => expect(screen.shell.unread).toBe(0), { timeout: 30_000, interval: 50 });
});

test('a paused terminal stops its program; resumed, it goes on and loses nothing', async () => {
  const id = await desktop();
  const screen = new Screen(await engine.attach(id, { replay: true }));
  await screen.shell.resize(80, 24);
  await screen.see(PROMPT);
  await screen.quiet();
  const at = screen.text.length;
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

describe('a further terminal', () => {
  const open = async (id: string) =>
    new Screen(await engine.openShell(id, ['boite-terminal', '2'], { cols: 80, rows: 24 }));

  test('outlives its stream: opened again, it shows what was there, and every key reaches the same shell', async () => {
    const id = await desktop();
    const first = await open(id);
    let at = await first.see(PROMPT);
    first.type('marque=bleue\n');
    at = await first.see(PROMPT, at);
    first.shell.release();
    const again = await open(id);
    await again.see(/marque=bleue[\s\S]*133;B/);
    again.type('echo $marque-$((6*7))\n');
    at = await again.see(/bleue-42[\s\S]*133;B/);
    // ^B moves the cursor, ^P recalls: neither belongs to whoever holds the terminal.
    again.type("echo 'ab'\x02\x02X\n");
    at = await again.see(/aXb\r\n/, at);
    again.type('\x10\n');
    at = await again.see(/aXb\r\n/, at);
    again.type('exit\n');
    await expect.poll(() => again.ended, { timeout: 5000 }).toBe(true);
  });

  test('shows every line of a long output, also to a page that reads slowly', async () => {
    const id = await desktop();
    const screen = await open(id);
    const at = await screen.see(PROMPT);
    screen.shell.pause();
    screen.type('seq 1 400000; echo fin-$?\n');
    await sleep(1000);
    screen.shell.resume();
    await screen.see(/\r\n399999\r\n400000\r\nfin-0/, at, 20_000);
    expect(screen.text.slice(at).match(/\r\n\d+(?=\r)/g)).toHaveLength(399_999);
  }, 40_000);

  test('after more output than is kept, a full-screen program is drawn again for who comes back', async () => {
    const id = await desktop();
    const first = await open(id);
    let at = await first.see(PROMPT);
    first.type('echo bonjour > lettre; seq 1 200000\n');
    at = await first.see(/\r\n200000\r\n/, at, 20_000);
    first.type('nano lettre\n');
    await first.see(/GNU nano/, at);
    await first.quiet();
    first.shell.release();
    const again = await open(id);
    const past = await again.see(/GNU nano/);
    await again.see(/bonjour/, past);
  }, 40_000);

  test('takes the size of who comes back', async () => {
    const id = await desktop();
    const first = await open(id);
    await first.see(PROMPT);
    first.shell.release();
    const again = await open(id);
    await again.shell.resize(101, 31);
    await again.quiet();
    const at = again.text.length;
    again.type('stty size\n');
    await again.see(/31 101\r\n/, at);
  });

  test('ends with everything that runs in it, also what ignores the hang-up; the others go on', async () => {
    const id = await desktop();
    const two = await open(id);
    const three = new Screen(await engine.openShell(id, ['boite-terminal', '3'], { cols: 80, rows: 24 }));
    const at = await two.see(PROMPT);
    await three.see(PROMPT);
    two.type('sleep 987 & nohup sleep 987 & trap "" HUP; nano\n');
    await two.see(/GNU nano/, at);
    await engine.run(id, ['boite-terminal', '--end', '2']);
    await expect.poll(() => two.ended, { timeout: 5000 }).toBe(true);
    const { output } = await engine.run(id, ['ps', 'axo', 'args']);
    expect(output).not.toMatch(/sleep 987|nano|terminal 2/);
    expect(output).toMatch(/boite-terminal 3/);
    expect(three.ended).toBe(false);
    // Ending what is over already is no error.
    expect((await engine.run(id, ['boite-terminal', '--end', '2'])).exitCode).toBe(0);
  });
});
