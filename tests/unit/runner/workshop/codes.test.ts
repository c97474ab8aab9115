// Are codes long enough, all different, and found however they are typed?
import { wordlist } from '@scure/bip39/wordlists/french.js';
import { expect, test } from 'vitest';
import { byJoinCode, drawJoinCode } from '../../../../runner/workshop/join-code.ts';
import { drawPersonalCode } from '../../../../runner/workshop/personal-code.ts';
import { hashToken, looksLikeToken, newToken } from '../../../../runner/workshop/tokens.ts';
import { codeMatcher, foldCode } from '../../../../runner/workshop/word-code.ts';

test('a join code has at least 40 bits: four different words of 2,048 that stay different when forgiven', () => {
  expect(wordlist).toHaveLength(2048);
  expect(new Set(wordlist.map(foldCode)).size).toBe(2048);
  for (let i = 0; i < 50; i++) expect(new Set(drawJoinCode([]).split('-')).size).toBe(4);
  expect(drawPersonalCode([]).split('-')).toHaveLength(3);
});

test('nearly right is wrong', () => {
  const matches = codeMatcher('abaisser menthe piano zeste');
  expect(matches('abaisser-menthe-piano-zeste')).toBe(true);
  for (const other of [
    'abaisser-menthe-piano',
    'menthe-abaisser-piano-zeste',
    'abaisser-menthe-piano-zestes',
    '',
  ])
    expect(matches(other)).toBe(false);
});

test('the right one of several is found, nothing by an empty code', () => {
  const workshops = [{ joinCode: 'école-été-piano-zeste' }, { joinCode: 'abaisser-menthe-piano-zeste' }];
  expect(byJoinCode('ECOLE ete PIANO zeste', workshops)).toBe(workshops[0]);
  expect(byJoinCode('', workshops)).toBeUndefined();
});

test('a token has 256 bits and is stored as a hash that is not the token', () => {
  const token = newToken();
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect([looksLikeToken(token), looksLikeToken(`${token}=`), looksLikeToken('')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(hashToken(token)).toHaveLength(32);
  expect(Buffer.from(hashToken(token)).equals(Buffer.from(token, 'base64url'))).toBe(false);
});
