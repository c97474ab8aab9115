// What does the room see on the wall? Where to go, what to type, and who has arrived.
import { trainerViewSchema } from '#protocol/api.ts';
import { pageData, part } from '../terminal/page-data.ts';
import { ask, sentenceFor } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import { openBoardLine } from './board-line.ts';
import { workshopOfAddress } from './enter.ts';
import type { BoardState, TrainerData } from './trainer-data.ts';

const data = pageData<TrainerData>('trainer-data');
const root = part(document, '[data-projection-page]');
const message = part(root, '[data-trainer-message]');

function draw({ head, rows }: BoardState): void {
  const said = data.room.projection;
  const here = rows.filter((row) => !row.trial);
  // A way that leads nowhere any more does not stay on the wall.
  part(root, '[data-ways]').hidden = head.workshop.ended;
  part(root, '[data-arrived]').textContent = head.workshop.ended
    ? said.ended
    : here.length === 0
      ? said.none
      : fill(said.arrived, { here: here.length });
  const names = here.map((row) => row.pseudonym).sort((a, b) => a.localeCompare(b, data.language));
  const list = part(root, '[data-names]');
  if (list.dataset.names === names.join('\n')) return;
  list.dataset.names = names.join('\n');
  list.replaceChildren(
    ...names.map((name) => {
      const item = document.createElement('li');
      item.textContent = name;
      return item;
    }),
  );
}

/** Nothing of what stood here is true any more. */
function leave(sentence: string): void {
  part(root, '[data-trainer-view]').hidden = true;
  message.textContent = sentence;
}

async function start(): Promise<void> {
  const answer = await ask('/api/trainer/workshop', {
    schema: trainerViewSchema,
    workshop: workshopOfAddress(),
  });
  if (!answer.ok) {
    message.textContent =
      answer.code === 'not-a-trainer' ? data.words.trainer.needLink : sentenceFor(answer, data.words);
    return;
  }
  const { workshop } = answer.value;
  part(root, '[data-trainer-view]').hidden = false;
  part(root, '[data-workshop-title]').textContent = workshop.title;
  part(root, '[data-join-code]').replaceChildren(
    ...workshop.joinCode.split('-').map((word) => {
      const span = document.createElement('span');
      span.textContent = `${word} `;
      return span;
    }),
  );
  part(root, '[data-address]').textContent = (workshop.addresses[0] ?? '').replace(/^https?:\/\//, '');
  part<HTMLImageElement>(root, '[data-qr]').src = `data:image/svg+xml,${encodeURIComponent(workshop.qrSvg)}`;
  openBoardLine({
    workshop: workshop.id,
    onState: draw,
    onOver: () => leave(data.room.tools.over),
    onLink: (link) => {
      if (link.state === 'lost' && link.why === 'refused') leave(data.room.tools.noLonger);
    },
  });
}

void start();
