// What does somebody meet who has never seen this code? A lesson and a lab that are whole from the start; and for each slip a sentence with file, line, what was expected and what was found.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILT, readBuildOptions } from '../../../../runner/author/build-options.ts';
import { readLessonFile } from '../../../../runner/author/check/lesson-file.ts';
import { staleTranslations, withTranslated } from '../../../../runner/author/check/translations.ts';
import { checkCourse } from '../../../../runner/author/check.ts';
import { addToOutline } from '../../../../runner/author/outline-text.ts';
import { frenchSigns, slugOf } from '../../../../runner/author/questions.ts';
import { scaffoldLab } from '../../../../runner/author/scaffold-lab.ts';
import { lessonText, scaffoldLesson } from '../../../../runner/author/scaffold-lesson.ts';
import { problemSentence } from '../../../../runner/labs/lab-problem.ts';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));
const LESSON = 'course/fr/courrier/ou-va-mon-courriel.mdx';
const ENGLISH = 'course/en/courrier/ou-va-mon-courriel.mdx';
const LAB = 'labs/ou-va-mon-courriel';

let root: string;
const at = (path: string) => join(root, path);
const read = (path: string) => readFileSync(at(path), 'utf8');

/** Every sentence of the check, as an author reads them. */
const said = async () => (await checkCourse(root)).problems.map(problemSentence);
/** Line, from 1, of the first line that holds this text. */
const lineOf = (path: string, text: string) =>
  read(path)
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'stranger-'));
  for (const path of [
    'labs/sample',
    'labs/first-steps',
    'site/src/pages',
    'site/src/lesson-tags',
    'course/glossary',
    'course/figures',
  ])
    cpSync(join(REPOSITORY, path), at(path), { recursive: true });
  for (const language of ['fr', 'en'])
    for (const name of ['modele.mdx', 'modele.notes.md', 'guide.mdx', 'guide.notes.md']) {
      const path = `course/${language}/contribuer/${name}`;
      mkdirSync(dirname(at(path)), { recursive: true });
      cpSync(join(REPOSITORY, path), at(path));
    }
  writeFileSync(
    at('course/outline.ts'),
    "export const outline = [\n  {\n    module: 'contribuer',\n    title: { fr: 'Écrire', en: 'Write' },\n    lessons: ['guide', 'modele'],\n  },\n];\n",
  );
  const title = { fr: 'Où va mon courriel ?', en: 'Where does my mail go?' };
  const lesson = {
    module: 'courrier',
    name: 'ou-va-mon-courriel',
    title,
    moduleTitle: { fr: 'Courrier', en: 'Mail' },
  };
  await scaffoldLab(root, { id: lesson.name, title });
  await scaffoldLesson(root, { ...lesson, lab: { id: lesson.name, steps: [], isSample: true } });
  await scaffoldLesson(root, {
    ...lesson,
    name: 'sans-lab',
    title: { fr: 'Sans lab : lire', en: 'No lab: read' },
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Breaks one file in one way, and puts it back. */
async function broken(path: string, from: string, to: string): Promise<string[]> {
  const before = read(path);
  expect(before).toContain(from);
  writeFileSync(at(path), before.replace(from, to));
  try {
    return await said();
  } finally {
    writeFileSync(at(path), before);
  }
}

test('what was scaffolded is whole: nothing to correct', async () => {
  expect(await said()).toEqual([]);
  expect(read('course/outline.ts')).toContain("lessons: ['ou-va-mon-courriel', 'sans-lab']");
});

test('any title makes a lesson, and a name that begins with a letter', async () => {
  expect(slugOf('10 gestes & « œuvres » d’été')).toBe('gestes-oeuvres-d-ete');
  expect(slugOf('🙂 مرحبا 2017')).toBe('');
  expect(frenchSigns("L'été\ndes titres ?")).toBe('L’été des titres\u202f?');
  const model = read('course/fr/contribuer/modele.mdx');
  for (const title of ['2024', 'true', 'Un "titre" : \\ #1', '🙂', 'مرحبا', "- [l'été]", 'Fin.'])
    expect(
      readLessonFile(
        LESSON,
        lessonText(model, 'fr', {
          module: 'courrier',
          name: 'x',
          title: { fr: title, en: title },
          moduleTitle: { fr: '', en: '' },
        }),
      ).front.data,
    ).toMatchObject({ title });
});

test('an outline takes a lesson wherever its module is, and however it is quoted', () => {
  const entry = { module: 'a', name: 'x', moduleTitle: { fr: 'A', en: 'A' } };
  expect(addToOutline("[{ module: 'a', lessons: [] }]", entry)).toBe("[{ module: 'a', lessons: ['x'] }]");
  expect(addToOutline('[{ module: "a", lessons: ["b"] }]', entry)).toBe(
    '[{ module: "a", lessons: ["b", \'x\'] }]',
  );
});

test('a site is built into a folder of its own, never over anything else', () => {
  const build = (...argv: string[]) => readBuildOptions(argv, root).out;
  for (const out of ['.', '..', 'course', '/', 'course/outline.ts'])
    expect(() => build('--out', out)).toThrow(/^--out/);
  expect(build()).toBe(at('.data/static'));
  expect(build('--out', 'neuf')).toBe(at('neuf'));
  mkdirSync(at('construit'));
  expect(build('--out', 'construit')).toBe(at('construit'));
  for (const name of BUILT) writeFileSync(at(join('construit', name)), '');
  expect(build('--out', 'construit')).toBe(at('construit'));
  mkdirSync(at('construit/.git'));
  expect(() => build('--out', 'construit')).toThrow(/^--out/);
});

test('a path that browsers would fold is no base', () => {
  for (const base of ['/../x', '..', '/a/./b', '/a/..'])
    expect(() => readBuildOptions(['--base', base], root)).toThrow(/^--base/);
  expect(readBuildOptions(['--base', 'a/.b/..c/'], root).base).toBe('/a/.b/..c');
});

test('what exists already is not written over', async () => {
  await expect(scaffoldLab(root, { id: 'ou-va-mon-courriel', title: { fr: 'x', en: 'x' } })).rejects.toThrow(
    /exists already/,
  );
});

describe('slips in a lesson', () => {
  test.each<[what: string, from: string, to: string, message: string]>([
    ['a field that does not exist', 'lab: ', 'labb: ', 'unknown field "labb"; did you mean "lab"?'],
    [
      'a lab that does not exist',
      'lab: ou-va-mon-courriel',
      'lab: ou-va-mon-courrier',
      'there is no lab "ou-va-mon-courrier"; did you mean "ou-va-mon-courriel"?',
    ],
    [
      'a step that does not exist',
      '<Step id="write-a-word">',
      '<Step id="write-a-wodr">',
      'the lab "ou-va-mon-courriel" has no step "write-a-wodr"; did you mean "write-a-word"?',
    ],
    [
      'a heading that jumps',
      '## Panorama',
      '#### Panorama',
      'expected a heading of level 3 at most ("### Panorama"), found level 4',
    ],
    [
      'a second title',
      '## Panorama',
      '# Panorama',
      'expected "## Panorama", found "# Panorama": the title of the page is in the front matter',
    ],
    [
      'a picture without words',
      '## Panorama',
      '![](../../pictures/x.png)\n\n## Panorama',
      'expected what the picture says between the brackets, ![like this](../../pictures/x.png), found nothing',
    ],
    [
      'a dead link',
      'La théorie tient',
      '[La théorie](/courrier/sans-labo/) tient',
      'this link leads nowhere: there is no page "/courrier/sans-labo/"; did you mean "/courrier/sans-lab/"?',
    ],
    [
      'a term that nobody defined',
      'un **fichier**',
      'un <Def id="fichierr">fichier</Def>',
      'there is no term "fichierr"',
    ],
    [
      'a source that is not named',
      '<Source id="coreutils" />',
      '<Source id="coreutil" />',
      'there is no source "coreutil"; did you mean "coreutils"?',
    ],
    ['a date that is none', 'updated: 2026-11-22', 'updated: bientôt', 'updated: '],
    [
      'a quote that is not closed',
      'updated: 2026-11-22',
      'updated: "2026',
      'expected YAML in the front matter: ',
    ],
    [
      'a value that stands for itself',
      'updated: 2026-11-22',
      'updated: &a [*a, *a]',
      'expected text without YAML anchors or aliases, found "&a"',
    ],
    [
      'a star that YAML takes for its own',
      'updated: 2026-11-22',
      'updated: *bientôt*',
      'expected text without YAML anchors or aliases, found "*bientôt*"',
    ],
    [
      'a tag that does not exist',
      '<KeyPoints>',
      '<KeyPoint>',
      'there is no tag <KeyPoint>; did you mean "KeyPoints"?',
    ],
    [
      'a tag that is not closed',
      '<KeyPoints>',
      '<Side>\n<KeyPoints>',
      'expected </Side> after this <Side>, found none',
    ],
    ['a brace alone', 'La théorie tient', 'La {théorie tient', 'found "{" alone, expected "\\{"'],
    [
      'a script',
      '## Panorama',
      '<script>1</script>\n\n## Panorama',
      'found "<script": lessons run no scripts',
    ],
    [
      'a picture of another site',
      '## Panorama',
      '![un plan](http://exemple.org/plan.png)\n\n## Panorama',
      'found "![un plan](http://": pictures live in course/pictures/, never on another site',
    ],
    [
      'a picture that is not there',
      '## Panorama',
      '![un plan](../../pictures/plan.png)\n\n## Panorama',
      'expected a picture at course/pictures/plan.png, found none',
    ],
    [
      'a handler of events',
      '## Panorama',
      '<b onclick="x()">x</b>\n\n## Panorama',
      'found "onclick=": lessons have no event handlers',
    ],
    [
      'an anchor with a lone sign',
      'La théorie tient',
      '[La théorie](#100%) tient',
      'this link leads nowhere: "/courrier/ou-va-mon-courriel/" has no place "#100%"',
    ],
    ['a day that does not exist', 'updated: 2026-11-22', 'updated: 2026-02-31', 'updated: '],
    [
      'an address that is none',
      'url: https://',
      'url: javascript:',
      'sources[0].url: expected an address like https://exemple.org/page, found "javascript:',
    ],
    [
      'a sum',
      '## Panorama',
      '{process.env.HOME}\n\n## Panorama',
      'found "{process.env.HOME}": lessons compute',
    ],
    [
      'code that does not end',
      '## Panorama',
      '```sh\nls\n\n## Panorama',
      'expected "```" after the last line of this code, found the end of the file',
    ],
    [
      'a picture named elsewhere',
      '## Panorama',
      '![plan][p]\n\n[p]: https://exemple.org/x.png\n\n## Panorama',
      'found "![plan][p]", expected the picture’s place between parentheses',
    ],
    [
      'a tag of HTML that stays open',
      '## Panorama',
      '<em>x\n\n## Panorama',
      'Expected a closing tag for `<em>`',
    ],
    ['a tag without what it names', '## Panorama', '<Def>mot</Def>\n\n## Panorama', 'expected <Def id="…">'],
    [
      'accents of another encoding',
      'La théorie tient',
      'La th\ufffdorie tient',
      'this is not UTF-8 text; save it as UTF-8',
    ],
    [
      'a dated claim without its source',
      '## Panorama',
      'En 1998, on en parlait déjà.\n\n## Panorama',
      'expected a <Source id="…" /> in the paragraph of "1998"',
    ],
  ])('%s', async (_, from, to, message) => {
    const sentences = await broken(LESSON, from, to);
    const line =
      read(LESSON)
        .split('\n')
        .findIndex((text) => text.includes(from.split('\n')[0] ?? '')) + 1;
    expect(sentences.some((one) => one.startsWith(`${LESSON}:${line}: ${message}`))).toBe(true);
    expect(sentences.join('\n')).not.toMatch(/\bat .*\.ts:\d+/);
  });

  test('ends of lines and a mark as editors of Windows write them are no mistake', async () => {
    const before = read(LESSON);
    writeFileSync(at(LESSON), `\ufeff${before.replaceAll('\n', '\r\n')}`);
    expect(await said()).toEqual([]);
    writeFileSync(at(LESSON), before);
  });

  test('an outline that cannot be read is one sentence', async () => {
    const before = read('course/outline.ts');
    writeFileSync(at('course/outline.ts'), before.replace("module: 'courrier',", "module: 'courrier'"));
    expect(await said()).toEqual([
      expect.stringMatching(/^course\/outline\.ts(:\d+)?: expected a list that can be read; found: /),
    ]);
    writeFileSync(at('course/outline.ts'), before);
  });

  test('a step without a lab', async () => {
    const sentences = await broken(LESSON, 'lab: ou-va-mon-courriel\n', '');
    expect(sentences).toEqual([
      `${LESSON}:${lineOf(LESSON, '<Step id="write-a-word">') - 1}: <Step id="write-a-word"> needs a lab: expected "lab: <folder of labs/>" in the front matter, found none`,
    ]);
  });

  test('a translation that is missing', async () => {
    const before = read(ENGLISH);
    rmSync(at(ENGLISH));
    expect(await said()).toEqual([`${ENGLISH}: expected the translation of ${LESSON}, found no such file`]);
    writeFileSync(at(ENGLISH), before);
  });

  test('a picture without a licence', async () => {
    mkdirSync(at('course/pictures'));
    writeFileSync(at('course/pictures/x.png'), '');
    expect((await said())[0]).toMatch(
      /^course\/pictures\/x\.png: expected its author and licence in x\.png\.credit\.json/,
    );
    rmSync(at('course/pictures'), { recursive: true });
  });

  test('a paragraph that changed since it was translated is named, and is no mistake', async () => {
    const { course } = await checkCourse(root);
    const translated = withTranslated(course, {}, []);
    expect(staleTranslations(course, translated)).toEqual([]);
    const before = read(LESSON);
    writeFileSync(
      at(LESSON),
      before.replace('La théorie tient en une page.', 'La théorie tient en deux pages.'),
    );
    const after = await checkCourse(root);
    expect(after.problems).toEqual([]);
    expect(staleTranslations(after.course, translated).map(problemSentence)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${LESSON}:${lineOf(LESSON, 'La théorie tient')}: new or changed since ${ENGLISH} was translated: "La théorie tient en deux pages`,
        ),
      ),
    ]);
    writeFileSync(at(LESSON), before);
  });

  test('a translation that nobody has noted yet is told, once others are', async () => {
    const { course } = await checkCourse(root);
    const translated = withTranslated(course, {}, ['course/en/contribuer/guide.mdx']);
    const told = staleTranslations(course, translated).map(problemSentence);
    expect(told).toContainEqual(
      expect.stringContaining(`${ENGLISH}: nobody has noted yet that it follows ${LESSON}`),
    );
    expect(told.join()).not.toContain('contribuer/guide');
  });
});

describe('a check script that bash cannot read', () => {
  const SCRIPT = `${LAB}/checks/write-a-word.sh`;
  test.each<[what: string, slip: string, found: RegExp]>([
    ['a test that stays open', '\nif [[ ', /found: /],
    ['a sign too many', '\nfi', /found: syntax error near unexpected token `fi'/],
    ['a text without its end', '\ncat <<END\nx', /found: warning: here-document/],
  ])('%s', async (_, slip, found) => {
    const before = read(SCRIPT);
    writeFileSync(at(SCRIPT), before + slip);
    const sentences = await said();
    writeFileSync(at(SCRIPT), before);
    expect(sentences).toEqual([expect.stringMatching(found)]);
    const [, line] = sentences[0]?.match(/checks\/write-a-word\.sh:(\d+): expected a script/) ?? [];
    expect(Number(line)).toBeGreaterThan(before.trimEnd().split('\n').length);
  });

  test('line ends of Windows are no mistake', async () => {
    const before = read(SCRIPT);
    writeFileSync(at(SCRIPT), before.replaceAll('\n', '\r\n'));
    expect(await said()).toEqual([]);
    writeFileSync(at(SCRIPT), before);
  });
});

describe('ten slips in a lab', () => {
  test.each<[what: string, file: string, from: string, to: string, message: RegExp]>([
    [
      'a key that does not exist',
      'lab.ts',
      'asksAnswer: true',
      'askAnswer: true',
      /lab\.ts:\d+: .*"askAnswer".*did you mean "asksAnswer"/,
    ],
    [
      'a machine that does not exist',
      'lab.ts',
      "machine: 'desktop'",
      "machine: 'dekstop'",
      /lab\.ts:\d+: .*no machine "dekstop"/,
    ],
    ['a step without its check', 'lab.ts', "id: 'write-a-word'", "id: 'write-the-word'", /write-the-word/],
    ['a hint that no words say', 'lab.ts', "'empty', ", "'emptyy', ", /emptyy/],
    [
      'a duration that is none',
      'lab.ts',
      'minutes: 5',
      "minutes: 'five'",
      /lab\.ts:\d+: minutes: expected .*found "five"/,
    ],
    [
      'a key that does not exist on a keyboard',
      'proof.ts',
      "key: 'Ctrl-O'",
      "key: 'Control-O'",
      /proof\.ts:\d+: .*found/,
    ],
    [
      'one way only',
      'proof.ts',
      '      [{ run: "printf \'Entrez sans frapper\\\\n\' | tee mot.txt" }],\n',
      '',
      /proof\.ts:\d+: .*at least 2/,
    ],
    ['a near miss with an unknown hint', 'proof.ts', "hint: 'a-folder'", "hint: 'a-fodler'", /a-fodler/],
    [
      'words that are not translated',
      'words.en.ts',
      "        'a-folder': [",
      "        'a-folderr': [",
      /words\.en\.ts.*a-folder/,
    ],
    ['a program in a manifest', 'lab.ts', 'minutes: 5', 'minutes: Date.now()', /lab\.ts:\d+: /],
  ])('%s', async (_, file, from, to, message) => {
    const sentences = await broken(`${LAB}/${file}`, from, to);
    expect(sentences.join('\n')).toMatch(message);
    expect(sentences.every((one) => one.startsWith(`${LAB}/`) || one.startsWith('course/'))).toBe(true);
  });
});
