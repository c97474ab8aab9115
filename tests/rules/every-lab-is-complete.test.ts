// Is every folder of labs/ with a lab.ts a whole lab: manifest, words per language, a check per step, a proof? And are its words ours?
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_NAME, NO_SERVER } from '../../labs/define-lab.ts';
import { loadLabs } from '../../runner/labs/load-labs.ts';
import { LANGUAGES } from '../../runner/protocol/api.ts';
import { filesIn, ROOT } from './repository.ts';

const labs = await loadLabs(join(ROOT, 'labs'));

test('every lab.ts is a lab that loads', () => {
  const written = filesIn('labs/', '/lab.ts').map((path) => path.split('/')[1]);
  expect([...labs.keys()].toSorted()).toEqual(written.toSorted());
});

describe.each([...labs.values()])('labs/$id', (lab) => {
  test('a first hint never gives the solution away', () => {
    const commands = new Map(
      lab.manifest.steps.map((step) => [
        step.id,
        step.solution.flatMap((action) =>
          'run' in action ? [action.run] : 'start' in action ? [action.start] : [],
        ),
      ]),
    );
    const given = LANGUAGES.flatMap((language) =>
      Object.entries(lab.words[language].steps).flatMap(([step, words]) =>
        Object.entries(words.hints).flatMap(([key, [first]]) =>
          (commands.get(step) ?? [])
            .filter((command) => first.includes(`\`${command}\``))
            .map((command) => `${step}/${key}: ${command}`),
        ),
      ),
    );
    expect(given).toEqual([]);
  });

  test('each language says its own words', () => {
    const sentencesOf = (language: (typeof LANGUAGES)[number]): string[] =>
      Object.values(lab.words[language].steps).flatMap((step) => [
        step.title,
        step.done,
        step.solution,
        ...Object.values(step.hints).flat(),
      ]);
    const french = new Set(sentencesOf('fr'));
    for (const language of LANGUAGES)
      if (language !== 'fr')
        expect(sentencesOf(language).filter((sentence) => french.has(sentence))).toEqual([]);
  });

  test('French sentences have French typography', () => {
    const all = JSON.stringify(lab.words.fr);
    // A plain blank before ; ! ? : or inside « », a straight apostrophe between letters.
    const found = all.match(/[^"\\]{0,20}(?: [;!?»]| :(?=[ "])|« |\p{L}'\p{L})[^"\\]{0,10}/gu) ?? [];
    expect(found).toEqual([]);
  });

  test('no word that shames: « simplement », « il suffit de », « facile »', () => {
    const all = JSON.stringify(lab.words.fr);
    expect(all.match(/simplement|il suffit d|facile/gi) ?? []).toEqual([]);
  });

  // `nothing-yet` is what a fresh machine gets: the proof meets it first, before anything is typed. What a lab stands on, the proof makes.
  test('every hint is reached by a near miss', () => {
    const reached = (step: string): string[] => lab.proof[step]?.nearMisses.map((miss) => miss.hint) ?? [];
    const never = lab.manifest.steps.flatMap((step) =>
      step.hints
        .filter(
          (hint) => !['nothing-yet', NO_NAME, NO_SERVER].includes(hint) && !reached(step.id).includes(hint),
        )
        .map((hint) => `${step.id}/${hint}`),
    );
    expect(never).toEqual([]);
  });
});
