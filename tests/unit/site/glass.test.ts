// Does the tab « Navigateur » read what is typed, and remember where one was, as browsers do?
import { describe, expect, test } from 'vitest';
import { Trail } from '../../../site/src/glass/trail.ts';
import { pathOf, readTyped } from '../../../site/src/glass/typed-address.ts';

describe('the address bar', () => {
  test.each([
    ['camille-exemple.fr', '/http/camille-exemple.fr/'],
    [' Camille-Exemple.fr/contact.html ', '/http/camille-exemple.fr/contact.html'],
    ['https://camille-exemple.fr', '/https/camille-exemple.fr/'],
    ['camille-exemple.fr:8080/a?b=c#d', '/http/camille-exemple.fr:8080/a?b=c#d'],
    ['198.18.0.80', '/http/198.18.0.80/'],
    ['café-exemple.fr', '/http/xn--caf-exemple-dbb.fr/'],
  ])('%s', (typed, path) => {
    const url = readTyped(typed);
    expect(url && pathOf(url)).toBe(path);
  });

  test.each([
    '',
    '   ',
    'deux mots',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://',
    'http://[::1]/',
    'http://a b/',
  ])('%j is no site', (typed) => {
    expect(readTyped(typed)).toBeUndefined();
  });
});

describe('back and forward', () => {
  test('follow the pages that arrived; a new page forgets what came after', () => {
    const trail = new Trail();
    for (const url of ['a', 'b', 'b', 'c']) trail.arrived(url);
    expect(trail.go(-1)).toBe('b');
    trail.arrived('b');
    expect([trail.canGoBack, trail.canGoForward]).toEqual([true, true]);
    trail.arrived('d');
    expect([trail.current, trail.canGoForward]).toEqual(['d', false]);
    expect(trail.go(1)).toBeUndefined();
    expect([trail.go(-1), trail.go(-1), trail.go(-1)]).toEqual(['b', 'a', undefined]);
  });

  test('a page that redirects stays one place of the trail', () => {
    const trail = new Trail();
    trail.arrived('http');
    trail.arrived('other');
    trail.go(-1);
    trail.arrived('https');
    expect([trail.current, trail.canGoForward]).toEqual(['https', true]);
  });
});
