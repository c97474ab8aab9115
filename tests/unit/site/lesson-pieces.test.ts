// Do sources, questions, lists and drawings become what a reader needs, and do authors' mistakes name their file?
import { describe, expect, test } from 'vitest';
import { withBoxes } from '../../../site/src/build/checklist.ts';
import { choicesIn, markChoice, shuffled } from '../../../site/src/build/choices.ts';
import { numberSources } from '../../../site/src/build/citations.ts';
import { coursePath } from '../../../site/src/build/course-path.ts';
import { drawFigure } from '../../../site/src/build/draw-figure.ts';
import { keepTogether, type Piece } from '../../../site/src/build/keep-together.ts';
import { inPlace, judgeChoices, moved } from '../../../site/src/questions/judge.ts';

const FILE = 'course/fr/atelier/lecon.mdx';

describe('sources', () => {
  const sources = ['loi', 'presse', 'jamais'].map((id) => ({ id, title: id }));
  test('are numbered as they are first cited; those never cited come last', () => {
    const text =
      'Un<Source id="presse" />, deux<Source id="loi" />, un<Source id="presse" />. `<Source id="x" />`';
    expect(numberSources(FILE, text, sources).map(({ id, number, cited }) => [id, number, cited])).toEqual([
      ['presse', 1, 2],
      ['loi', 2, 1],
      ['jamais', 3, 0],
    ]);
  });
  test('that do not exist are refused, naming the file and the nearest', () => {
    const cite = () => numberSources(FILE, 'Un<Source id="press" />', sources);
    expect(cite).toThrow(FILE);
    expect(cite).toThrow('Did you mean "presse"?');
  });
});

describe('a question', () => {
  const drawn = (...choices: [string, boolean, string][]) =>
    choices.map((one) => markChoice(...one)).join('\n');
  test('keeps its choices, their explanations and no more than their own markup', () => {
    const html = drawn(['<p>Un <em>droit</em></p>', true, 'Oui & non'], ['Une chose', false, '<Non>']);
    expect(choicesIn(html, 'single', FILE, 'Quoi ?')).toEqual([
      { text: 'Un <em>droit</em>', right: true, why: 'Oui &amp; non' },
      { text: 'Une chose', right: false, why: '&lt;Non&gt;' },
    ]);
  });
  test.each([
    ['has no right choice', drawn(['a', false, 'x'], ['b', false, 'x'])],
    ['has 2 right choices', drawn(['a', true, 'x'], ['b', true, 'x'])],
    ['at least two', drawn(['a', true, 'x'])],
    ['without why', drawn(['a', true, 'x'], ['b', false, ''])],
  ])('that %s is refused', (what, html) => {
    const read = () => choicesIn(html, 'single', FILE, 'Quoi ?');
    expect(read).toThrow(what);
    expect(read).toThrow(FILE);
  });
  test('of order is never shown in order, and always in the same disorder', () => {
    for (const count of [2, 3, 4, 5, 6])
      for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
        const places = shuffled(count, seed);
        expect(inPlace(places)).toBeLessThan(count);
        expect(places.toSorted()).toEqual([...Array(count).keys()]);
        expect(shuffled(count, seed)).toEqual(places);
      }
  });
  test('is judged by what was chosen: all and nothing but', () => {
    expect(judgeChoices([], [1])).toBe('empty');
    expect(judgeChoices([1, 0], [0, 1])).toBe('right');
    expect(judgeChoices([0], [0, 1])).toBe('almost');
    expect(judgeChoices([0, 1, 2], [0, 1])).toBe('almost');
    expect(judgeChoices([2], [0, 1])).toBe('wrong');
  });
  test('of order moves a choice by one place, never out of the list', () => {
    expect(moved([2, 0, 1], 0, -1)).toEqual([0, 2, 1]);
    expect(moved([2, 0, 1], 2, -1)).toEqual([2, 0, 1]);
    expect(moved([2, 0, 1], 1, 1)).toEqual([2, 0, 1]);
  });
});

test('a list gets a box per point; what has no list, or a list in a list, is refused', () => {
  const html = withBoxes('<ul>\n<li>Un <a href="#x">lien</a></li>\n<li><p>Deux</p></li>\n</ul>', FILE);
  expect(html.match(/<input type="checkbox" data-tick="\w+">/g)).toHaveLength(2);
  expect(html).toContain('<span>Un <a href="#x">lien</a></span></label>');
  expect(() => withBoxes('<p>Un</p>', FILE)).toThrow(FILE);
  expect(() => withBoxes('<ul><li>Un<ul><li>Deux</li></ul></li></ul>', FILE)).toThrow('a list inside');
});

describe('a drawing', () => {
  const words = { alt: 'A « vers » B', caption: 'c', labels: { a: 'un\ndeux', b: '<B>' } };
  const svg = '<svg viewBox="0 0 9 9"><text x="4" y="2">{{a}}</text><text x="1">à {{b}}</text></svg>';
  const draw = (text: string, labels: Record<string, string> = words.labels) =>
    drawFigure('dns', text, { ...words, labels }, 'course/figures/dns.fr.json');
  test('says in text what it shows, and its labels are text', () => {
    const html = draw(svg);
    expect(html).toMatch(
      /^<svg viewBox="0 0 9 9" role="img" aria-labelledby="dns-title"><title id="dns-title">A « vers » B</,
    );
    expect(html).toContain('<text x="4" y="2">un<tspan x="4" dy="1.25em">deux</tspan></text>');
    expect(html).toContain('à &lt;B&gt;');
  });
  test.each([
    ['a label is missing', svg, { a: 'x' }, /no label for \{\{b\}\}/],
    ['a label is too many', svg, { a: 'x', b: 'y', c: 'z' }, /"c" is nowhere/],
    ['its size is fixed', '<svg viewBox="0 0 9 9" width="3"/>', {}, /fixed size/],
    ['an id could meet another', '<svg viewBox="0 0 9 9"><g id="a"/></svg>', {}, /"dns-a"/],
    ['it runs a script', '<svg viewBox="0 0 9 9"><script/></svg>', {}, /no script/],
    ['it asks another site', '<svg viewBox="0 0 9 9"><a href="https://example.org"/></svg>', {}, /link/],
  ])('is refused when %s', (_name, text, labels, why) => {
    expect(() => draw(text, labels)).toThrow(why);
  });
});

test('a lesson’s page says its language, module and name', () => {
  expect(coursePath('en/publier/bilan')).toEqual({ language: 'en', module: 'publier', lesson: 'bilan' });
  expect(coursePath('publier/bilan')).toEqual({ language: 'fr', module: 'publier', lesson: 'bilan' });
});

describe('a box inside a line', () => {
  const text = (value: string): Piece => ({ type: 'text', value });
  const tag = (name: string, ...children: Piece[]): Piece => ({ type: 'mdxJsxTextElement', name, children });
  const element = (tagName: string, ...children: Piece[]) => ({ type: 'element', tagName, children });
  /** As one would write it, with a bracket around what stays on one line. */
  const drawn = (piece: Piece & { tagName?: string; properties?: { className: string[] } }): string => {
    const inside = piece.value ?? `${piece.name ?? ''}${(piece.children ?? []).map(drawn).join('')}`;
    return piece.properties?.className.includes('together') ? `{${inside}}` : inside;
  };

  test('keeps the signs that touch it, before and after, and notes; not the next word', () => {
    const line = element(
      'p',
      text('Le fichier de l’'),
      tag('Def', text('Afnic')),
      text('\u202f; un '),
      tag('Def', text('registre')),
      text(', un «\u00a0'),
      tag('Def', text('nuage')),
      text('\u00a0»'),
      tag('Source'),
      text('. Tapez '),
      tag('Cmd', text('exit')),
      text(' puis '),
      tag('Key', text('C')),
    );
    expect(drawn(keepTogether(line))).toBe(
      'Le fichier de {l’DefAfnic\u202f;} un {Defregistre,} un {«\u00a0Defnuage\u00a0»Source.} Tapez Cmdexit puis KeyC',
    );
  });

  test('also at the edge of words in bold; what touches nothing is the very same tree', () => {
    const bold = element('p', element('strong', tag('Def', text('CNIL'))), text(', enfin'));
    expect(drawn(keepTogether(bold))).toBe('{DefCNIL,} enfin');
    const alone = element('p', tag('Def', text('CNIL')), text(' le dit'));
    expect(keepTogether(alone)).toBe(alone);
  });
});
