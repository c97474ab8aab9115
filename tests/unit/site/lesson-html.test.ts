// Do slides, sheets and exercises hold what the lesson holds, and nothing that needs a living page?
import { expect, test } from 'vitest';
import { exercisesOf, forPaper, slidesOf } from '../../../site/src/build/lesson-html.ts';
import { Turns } from '../../../site/src/build/turns.ts';

const LESSON = `<p>Avant. Et la suite.</p>
<div class="sl-heading-wrapper level-h2"><h2 id="idee">L’<em>idée</em></h2><a class="sl-anchor-link" href="#idee">lien</a></div>
<p>Une phrase assez longue pour être montrée. Une autre, que l’on dit.</p>
<ul><li>point</li></ul>
<section class="step" id="step-a"><p class="step-state">À faire</p><h2>Geste</h2><span class="cmd"><code>pwd</code><span class="cmd-buttons print:hidden"><button>x</button></span></span></section>
<form class="question"><fieldset>?</fieldset></form><script>1</script>
<h2>Fin</h2><p>Court.</p>`;

test('one slide per heading; steps and questions on slides of their own', () => {
  const slides = slidesOf(LESSON, 'Titre');
  expect(slides.map(({ title }) => title)).toEqual([
    'Titre',
    'L’<em>idée</em>',
    'L’<em>idée</em>',
    'L’<em>idée</em>',
    'Fin',
  ]);
  expect(slides[1]?.shown).toContain('<p>Une phrase assez longue pour être montrée.</p>');
  expect(slides[1]?.shown).not.toContain('que l’on dit');
  expect(slides[1]?.spoken).toContain('Une autre, que l’on dit.');
  expect(slides[2]?.shown).toContain('<code>pwd</code>');
});

test('the number of a source does not hold a slide’s first sentence to the next, and what is shown whole is not said again', () => {
  const [sourced] = slidesOf('<p>Une phrase assez longue, avec sa source.<a>[5]</a> Une autre.</p>', 'Titre');
  expect(sourced?.shown).toBe('<p>Une phrase assez longue, avec sa source.</p>');
  expect(slidesOf('<p>Une seule phrase, montrée en entier.</p>', 'Titre')[0]?.spoken).toBe('');
  const [mixed] = slidesOf(
    '<p>Une phrase assez longue, la première. La suite est dite.</p><table><tr><td>12</td></tr></table>',
    'Titre',
  );
  expect(mixed?.shown).toContain('12');
  expect(mixed?.spoken).toContain('La suite est dite.');
  expect(mixed?.spoken).not.toContain('12');
});

test('paper has no buttons, states, scripts or ids', () => {
  const paper = forPaper(LESSON);
  expect(paper).toContain('<code>pwd</code>');
  expect(paper).not.toMatch(/<button|<script|cmd-buttons|À faire|\sid=|sl-anchor-link/);
});

test('exercises are steps and questions, in their order, and no prose', () => {
  const exercises = exercisesOf(LESSON);
  expect(exercises).not.toContain('Avant');
  expect(exercises.indexOf('class="step"')).toBeLessThan(exercises.indexOf('class="question"'));
});

test('a debate and a list to tick keep the heading that names them; a heading over prose goes', () => {
  const exercises = exercisesOf(
    '<h2>Prose</h2><p>x</p><h2>Faut-il ?</h2><p>y</p><div class="debate"><h3>Oui</h3></div>' +
      '<h2>Avant</h2><div class="checklist"><ul></ul></div>',
  );
  expect(exercises).toBe(
    '<h2>Faut-il ?</h2><div class="debate"><h3>Oui</h3></div><h2>Avant</h2><div class="checklist"><ul></ul></div>',
  );
});

test('pieces that share a page are drawn one after the other, whoever asks first, even when one fails', async () => {
  const turns = new Turns(3);
  const seen: number[] = [];
  const draw = (place: number, fails = false) =>
    turns.take(place, async () => {
      await Promise.resolve();
      seen.push(place);
      if (fails) throw new Error('broken');
    });
  const [, , middle] = await Promise.allSettled([draw(2), draw(0), draw(1, true)]);
  expect(seen).toEqual([0, 1, 2]);
  expect(middle?.status).toBe('rejected');
});
