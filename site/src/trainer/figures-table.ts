// How did the steps go, for nobody in particular? A table, and the same as CSV.
import { figuresSchema } from '#protocol/board.ts';
import { h } from '../counters/dom.ts';
import { fill } from '../words/fill.ts';
import type { Asks } from './asks.ts';
import { stepTitle, type TrainerData } from './trainer-data.ts';

/** Asks for the figures and draws them into the box. */
export async function showFigures(box: HTMLElement, data: TrainerData, asks: Asks): Promise<void> {
  const figures = await asks.get('figures', figuresSchema);
  if (!figures) return;
  const { figures: said } = data.room.tools;
  const heads = [
    said.lab,
    said.step,
    said.reached,
    said.passed,
    said.solved,
    said.median,
    said.hints,
    said.stopped,
  ];
  const time = (seconds: number | undefined) =>
    seconds === undefined ? '–' : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')}`;
  box.replaceChildren(
    h('p', {}, fill(said.people, { n: figures.people })),
    figures.steps.length === 0
      ? h('p', {}, said.none)
      : h(
          'div',
          { class: 'table-scroll', tabindex: 0, role: 'group', 'aria-label': said.step },
          h(
            'table',
            {},
            h('thead', {}, h('tr', {}, ...heads.map((text) => h('th', { scope: 'col' }, text)))),
            h(
              'tbody',
              {},
              ...figures.steps.map((one) =>
                h(
                  'tr',
                  {},
                  h('td', {}, data.labs[one.lab]?.title ?? one.lab),
                  h('th', { scope: 'row' }, stepTitle(data, one.lab, one.step)),
                  ...[
                    one.reached,
                    one.passed,
                    one.solved,
                    time(one.medianSeconds),
                    one.hints,
                    one.stopped,
                  ].map((value) => h('td', {}, String(value))),
                ),
              ),
            ),
          ),
        ),
  );
}
