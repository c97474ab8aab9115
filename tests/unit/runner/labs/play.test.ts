// Are actions typed as a person would, and does the keyboard wait for what the terminal does? On the real `Terminal`, with a shell that the test speaks for.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keyBytes, PlayError, playActions } from '../../../../runner/labs/play.ts';
import { terminalKeyboard } from '../../../../runner/labs/terminal-keyboard.ts';
import { Terminal } from '../../../../runner/terminal/terminal.ts';
import { FakeShell } from '../../../doubles/fake-shell.ts';

const mark = (payload: string): string => `\x1b]133;${payload}\x07`;
const PROMPT = `${mark('A')}$ ${mark('B')}`;
const began = (line: string): string => mark(`C;cmdline_url=${encodeURIComponent(line)}`);

let shell: FakeShell;
let terminal: Terminal;
let answers: string[];

beforeEach(() => {
  vi.useFakeTimers();
  shell = new FakeShell();
  terminal = new Terminal({ shell, cols: 80, rows: 24 });
  answers = [];
});
afterEach(() => {
  vi.useRealTimers();
});

const keyboard = () => terminalKeyboard(terminal, (text) => answers.push(text));
const typed = (): string => shell.typed.toString();

/** Plays, and says whether it is done yet. */
function play(
  ...[actions, options]: [Parameters<typeof playActions>[0], Parameters<typeof playActions>[2]?]
) {
  const state: { done: boolean; error: unknown } = { done: false, error: undefined };
  playActions(actions, keyboard(), options).then(
    () => {
      state.done = true;
    },
    (error: unknown) => {
      state.error = error;
    },
  );
  return state;
}
const soon = () => vi.advanceTimersByTimeAsync(1);

describe('a command', () => {
  test('waits for the prompt, is typed with Enter, and waits for the next prompt', async () => {
    const state = play([{ run: 'pwd' }]);
    await soon();
    expect(typed()).toBe('');
    shell.print(PROMPT);
    await soon();
    expect(typed()).toBe('pwd\r');
    expect(state.done).toBe(false);
    shell.print(`pwd\r\n${began('pwd')}/home\r\n`);
    await soon();
    expect(state.done).toBe(false);
    shell.print(mark('D;0') + PROMPT);
    await soon();
    expect(state.done).toBe(true);
  });

  test('whose whole answer comes in one piece is not missed', async () => {
    shell.print(PROMPT);
    const state = play([{ run: 'pwd' }]);
    await soon();
    shell.print(`pwd\r\n${began('pwd')}/home\r\n${mark('D;0')}${PROMPT}`);
    await soon();
    expect(state.done).toBe(true);
  });

  test('that a busy computer is slow to begin is waited for, however silent it is', async () => {
    shell.print(PROMPT);
    const state = play([{ run: 'certbot' }, { run: 'ls' }]);
    await soon();
    shell.print('certbot\r\n');
    await vi.advanceTimersByTimeAsync(5000);
    expect(typed()).toBe('certbot\r');
    shell.print(`${began('certbot')}${mark('D;0')}${PROMPT}`);
    await soon();
    expect(typed()).toBe('certbot\rls\r');
    expect(state.error).toBeUndefined();
  });

  test('an empty line comes to a prompt, too, though no command began', async () => {
    shell.print(PROMPT);
    const state = play([{ key: 'Enter' }, { run: 'ls' }]);
    await soon();
    shell.print(`\r\n${PROMPT}`);
    await vi.advanceTimersByTimeAsync(400);
    expect(typed()).toBe('\rls\r');
    expect(state.done).toBe(false);
  });

  test('whose prompt never comes ends the play with what was found', async () => {
    shell.print(PROMPT);
    const state = play([{ run: 'sleep 600' }]);
    await soon();
    shell.print(`sleep 600\r\n${began('sleep 600')}`);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state.error).toBeInstanceOf(PlayError);
    expect(String(state.error)).toMatch(/expected the shell's prompt within 10000 ms, found: "sleep 600/);
  });
});

describe('a program that stays', () => {
  test('is running before its keys are pressed', async () => {
    shell.print(PROMPT);
    const state = play([{ start: 'sleep 600' }, { key: 'Ctrl-C' }]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(typed()).toBe('sleep 600\r');
    shell.print(began('sleep 600'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(typed()).toBe('sleep 600\r\x03');
    expect(state.done).toBe(true);
  });

  test('what is waited for must be shown after the command, however it is drawn', async () => {
    shell.print(`GNU nano was here before\r\n${PROMPT}`);
    const state = play([{ start: 'nano' }, { see: 'GNU nano' }, { type: 'x' }]);
    await soon();
    shell.print(`nano\r\n${began('nano')}`);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(typed()).toBe('nano\r');
    shell.print('\x1b[?1049h\x1b[1;1H  GNU \x1b[7mnano 7.2\r\x1b[24;1H^X Quit');
    await soon();
    expect(typed()).toBe('nano\rx');
    expect(state.done).toBe(true);
  });
});

describe('a question that comes once and never again', () => {
  const LOGIN = [
    { start: 'ssh root@web' },
    { see: 'password:', asked: { see: 'continue connecting', type: 'yes' } },
    { type: 'secret' },
  ];
  const begin = async () => {
    shell.print(PROMPT);
    const state = play(LOGIN);
    await soon();
    shell.print(`ssh root@web\r\n${began('ssh root@web')}`);
    await vi.advanceTimersByTimeAsync(1_000);
    return state;
  };

  test('is answered when it comes', async () => {
    await begin();
    shell.print('Are you sure you want to continue connecting (yes/no)? ');
    await soon();
    expect(typed()).toBe('ssh root@web\ryes\r');
    shell.print("yes\r\nroot@web's password: ");
    await soon();
    expect(typed()).toBe('ssh root@web\ryes\rsecret');
  });

  test('is not when it does not, and nothing is waited for in vain', async () => {
    const state = await begin();
    shell.print("root@web's password: ");
    await soon();
    expect([typed(), state.done]).toEqual(['ssh root@web\rsecret', true]);
    await vi.advanceTimersByTimeAsync(20_000);
  });

  test('neither: the play ends', async () => {
    const state = await begin();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(state.error).toBeInstanceOf(PlayError);
  });
});

describe('the rest of a keyboard', () => {
  test('a short answer goes to the page, not to the terminal', async () => {
    const state = play([{ answer: 'trainee' }]);
    await soon();
    expect(answers).toEqual(['trainee']);
    expect(typed()).toBe('');
    expect(state.done).toBe(true);
  });

  test('slow typing is one sign after the other, accents whole', async () => {
    play([{ type: 'été' }], { keyDelayMs: 50 });
    await soon();
    expect(typed()).toBe('é');
    await vi.advanceTimersByTimeAsync(50);
    expect(typed()).toBe('ét');
    await vi.advanceTimersByTimeAsync(100);
    expect(typed()).toBe('été');
  });

  test('an abort stops in the middle', async () => {
    const abort = new AbortController();
    const state = play([{ type: 'abcdef' }], { keyDelayMs: 50, signal: abort.signal });
    await vi.advanceTimersByTimeAsync(60);
    abort.abort(new Error('the seat ended'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(typed()).toBe('ab');
    expect(String(state.error)).toContain('the seat ended');
  });

  test.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-Z', '\x1a'],
    ['Enter', '\r'],
    ['Up', '\x1b[A'],
    ['Backspace', '\x7f'],
  ])('%s is the byte that a terminal sends', (key, bytes) => expect(keyBytes(key)).toBe(bytes));

  test('nobody is left looking at the terminal when the prompt is back', async () => {
    shell.print(PROMPT);
    play([{ run: 'pwd' }]);
    await soon();
    shell.print(`${began('pwd')}${mark('D;0')}${PROMPT}`);
    await soon();
    expect(terminal.viewers).toBe(0);
  });
});
