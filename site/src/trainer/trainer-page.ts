// What does the trainer see? The way in for the room, who has arrived and where they are, and the end of the séance.
import { type TrainerView, trainerViewSchema } from '#protocol/api.ts';
import { pageData, part } from '../terminal/page-data.ts';
import { ask, sentenceFor } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import type { ClientWords } from '../words/fr.ts';

type TrainerData = {
  words: Pick<ClientWords, 'trainer' | 'refusals' | 'noAnswer' | 'retryIn'>;
  language: string;
  labs: Record<string, string>;
};

/** The list is asked anew this often; forty seats are a few kilobytes. */
const EVERY_MS = 3000;

const data = pageData<TrainerData>('trainer-data');
const words = data.words.trainer;
const root = part(document, '[data-trainer]');
const message = part(root, '[data-trainer-message]');
let lastSeen = Date.now();

function cell(text: string, kind: 'td' | 'th' = 'td'): HTMLElement {
  const element = document.createElement(kind);
  element.textContent = text;
  if (kind === 'th') element.setAttribute('scope', 'row');
  return element;
}

function progressOf(seat: TrainerView['seats'][number]): string {
  if (seat.labs.length === 0) return words.noLab;
  return seat.labs
    .map((lab) => {
      const done = lab.steps.filter((step) => step.passed).length;
      const machine = lab.machines.find((one) => one.state !== 'ready');
      const steps = fill(words.stepsOf, {
        lab: data.labs[lab.lab] ?? lab.lab,
        done,
        total: lab.steps.length,
      });
      return machine ? `${steps} (${words.machine[machine.state] ?? machine.state})` : steps;
    })
    .join(' · ');
}

function drawSeats(view: TrainerView): void {
  const here = view.seats.filter((seat) => seat.here).length;
  part(root, '[data-count]').textContent =
    view.seats.length === 0 ? words.noOne : fill(words.count, { here, total: view.seats.length });
  part(root, '[data-people]').hidden = view.seats.length === 0;
  part(root, '[data-seats]').replaceChildren(
    ...view.seats.map((seat) => {
      const row = document.createElement('tr');
      row.dataset.here = String(seat.here);
      row.append(
        cell(seat.pseudonym, 'th'),
        cell(seat.here ? words.here : words.away),
        cell(progressOf(seat)),
      );
      return row;
    }),
  );
}

/** The QR code comes as SVG from our own runner; as an image it can run nothing. */
function drawQr(svg: string): void {
  const image = part<HTMLImageElement>(root, '[data-qr]');
  const source = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  if (image.src !== source) image.src = source;
}

function list(selector: string, lines: string[]): void {
  const shown = part(root, selector);
  if (shown.dataset.lines === JSON.stringify(lines)) return;
  shown.dataset.lines = JSON.stringify(lines);
  shown.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
}

function draw(view: TrainerView): void {
  lastSeen = Date.now();
  message.textContent = view.workshop.ended ? words.endedNow : '';
  part(root, '[data-trainer-view]').hidden = false;
  part(root, '[data-workshop-title]').textContent = view.workshop.title;
  part(root, '[data-join-code]').textContent = view.workshop.joinCode;
  list('[data-addresses]', view.workshop.addresses);
  drawQr(view.workshop.qrSvg);
  list(
    '[data-warnings]',
    view.warnings.map((code) => words.warnings[code] ?? code),
  );
  part(root, '[data-warnings-box]').hidden = view.warnings.length === 0;
  part(root, '[data-end-box]').hidden = view.workshop.ended;
  root.dataset.workshop = view.workshop.id;
  drawSeats(view);
}

async function refresh(): Promise<void> {
  const answer = await ask('/api/trainer/workshop', { schema: trainerViewSchema });
  if (answer.ok) draw(answer.value);
  else if (answer.code === 'not-a-trainer') {
    message.textContent = words.needLink;
    part(root, '[data-trainer-view]').hidden = true;
    return;
  } else
    message.textContent =
      answer.code === 'no-answer' || answer.code === 'no-runner'
        ? fill(words.stale, { time: new Date(lastSeen).toLocaleTimeString(data.language) })
        : sentenceFor(answer, data.words);
  setTimeout(() => void refresh(), EVERY_MS);
}

async function end(): Promise<void> {
  const word = prompt(`${words.endConfirm}\n${fill(words.endType, { word: words.endWord })}`);
  if (word?.trim().toLowerCase() !== words.endWord) return;
  const answer = await ask('/api/trainer/end', { body: { workshop: root.dataset.workshop } });
  message.textContent = answer.ok ? words.endedNow : sentenceFor(answer, data.words);
}

async function start(): Promise<void> {
  const token = location.hash.slice(1);
  part(root, '[data-end]').addEventListener('click', () => void end());
  if (token !== '') {
    message.textContent = words.entering;
    const answer = await ask('/api/trainer/enter', { body: { token } });
    // The link works once; left in the address bar it would be projected with the page.
    history.replaceState(null, '', location.pathname);
    if (!answer.ok) message.textContent = sentenceFor(answer, data.words);
  }
  await refresh();
}

void start();
