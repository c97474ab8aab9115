// Does every link of a page find its way when the site stands in a folder of its host?
import { expect, test } from 'vitest';
import { relocate } from '../../../../runner/author/relocate.ts';

test('addresses that start at the root move, others stay', () => {
  const page = `<a href="/a/">a</a><img src='/b.svg'><a href="/x/c/">c</a><a href="#d">d</a><a href="//e">e</a><a href="https://f.exemple/">f</a>`;
  expect(relocate(page, '/x')).toBe(
    `<a href="/x/a/">a</a><img src='/x/b.svg'><a href="/x/c/">c</a><a href="#d">d</a><a href="//e">e</a><a href="https://f.exemple/">f</a>`,
  );
});

test('what a page shows as text is left as it is written', () => {
  const page = '<p>write &lt;a href="/a/"&gt; or href="/a/"</p><pre>src="/b"</pre>';
  expect(relocate(page, '/x')).toBe(page);
});

test('a folder whose name begins like the base is no part of it', () => {
  expect(relocate('<a href="/xylophone/">', '/x')).toBe('<a href="/x/xylophone/">');
});

test('at the root nothing changes', () => {
  expect(relocate('<a href="/a/">', '')).toBe('<a href="/a/">');
});
