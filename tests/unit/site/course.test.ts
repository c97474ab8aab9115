// Do mistakes of authors stop the build with a sentence that names the file, the mistake and the remedy?
import { describe, expect, test } from 'vitest';
import { nearest, outlineSchema, parseFrontMatter, requireKnownLab } from '../../../course/course-schema.ts';
import { outline } from '../../../course/outline.ts';
import { checkLessonText, checkOutline } from '../../../site/src/build/course-rules.ts';
import { checkSteps } from '../../../site/src/build/lesson-steps.ts';
import { codePieces, plainText } from '../../../site/src/build/plain-text.ts';
import { solutionLines } from '../../../site/src/build/solution-lines.ts';

const FILE = 'course/fr/atelier/lecon.mdx';
const GOOD = { title: 'Titre', description: 'Une phrase.' };

test('the outline of the course is well formed', () => {
  expect(outlineSchema.safeParse(outline).success).toBe(true);
});

describe('front matter', () => {
  test('accepts what the README shows', () => {
    const front = {
      ...GOOD,
      lab: 'first-steps',
      minutes: 20,
      objectives: ['lire une fiche'],
      words: ['domain-name'],
      updated: '2026-11-22',
      sources: [
        { id: 'manuel', title: 'Manuel', publisher: 'Afnic', date: '2024', url: 'https://example.org/' },
      ],
    };
    expect(parseFrontMatter(FILE, front)).toEqual(front);
  });
  test('an unknown key names the file and the nearest field', () => {
    expect(() => parseFrontMatter(FILE, { ...GOOD, minute: 5 })).toThrow(
      /lecon\.mdx[\s\S]*"minute"[\s\S]*"minutes"/,
    );
  });
  test.each([
    ['no title', { description: 'x' }, /title/],
    ['empty title', { ...GOOD, title: '' }, /title/],
    ['minutes as text', { ...GOOD, minutes: '5' }, /minutes/],
    [
      'a javascript: source',
      { ...GOOD, sources: [{ id: 'x', title: 'x', url: 'javascript:alert(1)' }] },
      /sources/,
    ],
    ['a source without id', { ...GOOD, sources: [{ title: 'x' }] }, /sources\.0\.id/],
    [
      'two sources of one id',
      { ...GOOD, sources: ['x', 'y'].map((title) => ({ id: 'a', title })) },
      /the same id/,
    ],
    ['eight new words', { ...GOOD, words: [...'abcdefgh'] }, /at most seven new words/],
    ['a day in words', { ...GOOD, updated: 'hier' }, /2026-11-22/],
    ['nothing at all', null, /front matter/],
  ])('%s is refused, naming the field', (_name, data, field) => {
    expect(() => parseFrontMatter(FILE, data)).toThrow(field);
    expect(() => parseFrontMatter(FILE, data)).toThrow(FILE);
  });
  test('days and years that YAML reads as dates and numbers are kept as written', () => {
    const sources = [{ id: 'x', title: 'x', date: 2017 }];
    const front = parseFrontMatter(FILE, { ...GOOD, updated: new Date('2026-11-22'), sources });
    expect([front.updated, front.sources?.[0]?.date]).toEqual(['2026-11-22', '2017']);
  });
  test('an unknown lab names the file, the id and the nearest id', () => {
    const check = () => requireKnownLab(FILE, 'first-step', ['dns', 'first-steps']);
    expect(check).toThrow(`${FILE}: there is no lab "first-step"`);
    expect(check).toThrow('Did you mean "first-steps"?');
    expect(() => requireKnownLab(FILE, 'dns', ['dns'])).not.toThrow();
  });
  test('nearest is by spelling, and there may be none', () => {
    expect(nearest('minuts', ['title', 'minutes', 'lab'])).toBe('minutes');
    expect(nearest('x', [])).toBeUndefined();
  });
});

describe('the text of a lesson', () => {
  const lesson = (body: string) => `---\ntitle: x\n---\n\n${body}\n`;
  test.each([
    '<script>alert(1)</script>',
    '<iframe src="x"></iframe>',
    '<div onclick="x()">a</div>',
    '[clic](javascript:alert(1))',
    '![suivi](https://example.org/pixel.png)',
    "import x from 'y';",
    '# Un second titre',
  ])('refuses %s', (body) => {
    expect(() => checkLessonText(FILE, lesson(body))).toThrow(FILE);
  });
  test.each([
    'Du texte, un [lien](https://example.org/).',
    '```html\n<script>\n```',
    'Le mot `<script>` en code.',
    '## Un titre',
  ])('accepts %s', (body) => expect(() => checkLessonText(FILE, lesson(body))).not.toThrow());
});

describe('the outline and the files', () => {
  const one = [{ module: 'm', title: { fr: 'M', en: 'M' }, lessons: ['a'] }];
  test('agree', () => {
    expect(() => checkOutline(['fr/m/a.mdx', 'en/m/a.mdx'], one)).not.toThrow();
  });
  test('a missing file, a file left out, a lesson twice, a folder that is no language are named', () => {
    expect(() => checkOutline(['fr/m/b.mdx'], one)).toThrow(
      'course/fr/m/a.mdx does not exist; the nearest is "m/b"',
    );
    expect(() => checkOutline(['fr/m/a.mdx', 'fr/m/b.mdx'], one)).toThrow('course/fr/m/b.mdx is not in');
    expect(() => checkOutline(['fr/m/a.mdx'], [...one, ...one])).toThrow('twice');
    expect(() => checkOutline(['fr/m/a.mdx', 'klingon/m/a.mdx'], one)).toThrow('klingon');
  });
});

describe('the steps of a lesson', () => {
  const text = (...ids: string[]) => ids.map((id) => `<Step id="${id}">\nx\n</Step>`).join('\n');
  test('are those of its lab, once, in order', () => {
    expect(() => checkSteps(FILE, text('a', 'b'), ['a', 'b'])).not.toThrow();
    expect(() => checkSteps(FILE, text('a'), ['a', 'b'])).toThrow('does not show these steps of its lab: b');
    expect(() => checkSteps(FILE, text('b', 'a'), ['a', 'b'])).toThrow('another order');
    expect(() => checkSteps(FILE, text('a', 'a', 'b'), ['a', 'b'])).toThrow(
      'another order than in the lab (or twice)',
    );
    expect(() => checkSteps(FILE, text('liste'), ['list'])).toThrow('no step "liste"; the nearest is "list"');
  });
});

test('a command keeps every sign its author wrote, and markup in it is refused', () => {
  expect(plainText('echo &quot;a&quot; &gt; b &amp;&amp; ls --all', 'Cmd', FILE)).toBe(
    'echo "a" > b && ls --all',
  );
  expect(plainText('<p>ls</p>', 'Cmd', FILE)).toBe('ls');
  expect(
    plainText('curl <a href="https://x.example/a?b=1&amp;c">https://x.example/a?b=1&amp;c</a>', 'Cmd', FILE),
  ).toBe('curl https://x.example/a?b=1&c');
  expect(plainText('dig <a href="http://www.%name%25">www.%name%</a>', 'Cmd', FILE)).toBe('dig www.%name%');
  expect(() => plainText('rm <a href="/x">a</a>', 'Cmd', FILE)).toThrow('markup');
  expect(() => plainText('rm <em>a</em>', 'Cmd', FILE)).toThrow(`${FILE}: <Cmd> holds markup`);
});

test('backquotes are the only markup of a lab’s words', () => {
  expect(codePieces('Tapez `ls`, <b>vite</b>.')).toEqual([
    { text: 'Tapez ', code: false },
    { text: 'ls', code: true },
    { text: ', <b>vite</b>.', code: false },
  ]);
});

test('a solution is shown as what a person does: commands, keys, text, answers; never waiting', () => {
  expect(
    solutionLines([
      { start: 'nano a' },
      { see: 'GNU nano' },
      { type: 'oui' },
      { key: 'Ctrl-X' },
      { answer: 'moi' },
    ]),
  ).toEqual([
    { kind: 'command', text: 'nano a' },
    { kind: 'text', text: 'oui' },
    { kind: 'keys', keys: ['Ctrl', 'X'] },
    { kind: 'answer', text: 'moi' },
  ]);
});
