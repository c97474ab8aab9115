// Which keys does the page keep from the shell, and what becomes of odd keyboards and long pastes?
import { describe, expect, test } from 'vitest';
import { MAX_FRAME_BYTES } from '../../../runner/protocol/limits.ts';
import {
  controlCharacter,
  isReport,
  leavesTerminal,
  symbolOfCtrlAlt,
} from '../../../site/src/terminal/keys.ts';
import { pieces } from '../../../site/src/terminal/pieces.ts';

const key = (name: string, held: ('ctrl' | 'alt' | 'shift' | 'meta')[] = []) => ({
  key: name,
  code: '',
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  metaKey: held.includes('meta'),
});

test('Ctrl + Shift + Enter leaves the terminal, and nothing near it does', () => {
  expect(leavesTerminal(key('Enter', ['ctrl', 'shift']))).toBe(true);
  for (const held of [[], ['ctrl'], ['shift'], ['ctrl', 'alt', 'shift'], ['meta', 'ctrl', 'shift']] as const)
    expect(leavesTerminal(key('Enter', [...held]))).toBe(false);
  expect(leavesTerminal(key('Tab', ['ctrl', 'shift']))).toBe(false);
});

describe('AltGr that arrives as Ctrl + Alt', () => {
  test.each(['|', '{', '}', '[', ']', '@', '#', '\\', '~', '€', '`', '^'])('types %s', (sign) => {
    expect(symbolOfCtrlAlt(key(sign, ['ctrl', 'alt']))).toBe(sign);
  });
  test.each(['a', 'é', '3', 'Enter', 'F6', 'Dead', ' '])('leaves %s to the shell', (sign) => {
    expect(symbolOfCtrlAlt(key(sign, ['ctrl', 'alt']))).toBeUndefined();
  });
  test('a sign typed without Ctrl + Alt is not its business', () => {
    expect(symbolOfCtrlAlt(key('|'))).toBeUndefined();
    expect(symbolOfCtrlAlt(key('|', ['alt']))).toBeUndefined();
  });
});

test('answers of the emulator are told from typing', () => {
  for (const report of [
    '\x1b[?1;2c',
    '\x1b[>0;276;0c',
    '\x1b[12;40R',
    '\x1b[0n',
    '\x1b]10;rgb:0/0/0\x1b\\',
    '\x1bP1$r0m\x1b\\',
  ])
    expect(isReport(report)).toBe(true);
  for (const typed of [
    'a',
    'ls\r',
    '\x1b',
    '\x1b[A',
    '\x1b[1;5C',
    '\x1b[3~',
    '\x1bOP',
    '\x1b[200~paste\x1b[201~',
    '\x1ba',
  ])
    expect(isReport(typed)).toBe(false);
});

test('the on-screen Ctrl makes control characters, of either case', () => {
  expect(controlCharacter('c')).toBe('\x03');
  expect(controlCharacter('C')).toBe('\x03');
  expect(controlCharacter('[')).toBe('\x1b');
  expect(controlCharacter('é')).toBeUndefined();
  expect(controlCharacter('\x1b[A')).toBeUndefined();
  expect(controlCharacter('1')).toBeUndefined();
});

test('a long paste is cut in frames that the runner accepts, and nothing is lost', () => {
  const bytes = new TextEncoder().encode('né€😀'.repeat(40_000));
  const frames = pieces(bytes);
  expect(frames.every((frame) => frame.length > 0 && frame.length <= MAX_FRAME_BYTES)).toBe(true);
  expect(Buffer.concat(frames).equals(Buffer.from(bytes))).toBe(true);
  expect(pieces(new Uint8Array())).toEqual([]);
});
