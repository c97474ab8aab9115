// What does the trainer see? The way in, who is where and who needs help, what is said to all, the end, and what helps after it.
import { type TrainerView, trainerViewSchema } from '#protocol/api.ts';
import { workshopListSchema } from '#protocol/board.ts';
import { pageData, part } from '../terminal/page-data.ts';
import { ask, sentenceFor } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import { AfterEnd } from './after-end.ts';
import { Asks } from './asks.ts';
import { openBoardLine } from './board-line.ts';
import { BoardTable } from './board-table.ts';
import { ClassTools } from './class-tools.ts';
import { enterByLink, workshopOfAddress } from './enter.ts';
import { showFigures } from './figures-table.ts';
import { Prepare } from './prepare.ts';
import { SeatDialog } from './seat-dialog.ts';
import { SmallInternet } from './small-internet.ts';
import type { BoardState, TrainerData } from './trainer-data.ts';

const TICK_MS = 1000;
const LOOK_AGAIN_MS = 3000;

const data = pageData<TrainerData>('trainer-data');
const words = data.words.trainer;
const root = part(document, '[data-trainer]');
const message = part(root, '[data-trainer-message]');
const say = (sentence: string) => {
  message.textContent = sentence;
};
const asks = new Asks(data, say);
let me = '';
let closeLine = () => {};
let lastSeen = Date.now();
/** What is said only as long as the runner does not answer. */
let passing = '';
/** Counts what was put on show: what is heard of one that was left draws nothing. */
let turn = 0;

const dialog = new SeatDialog(data, asks, () => me);
root.append(dialog.element);
const table = new BoardTable(root, data, (seat) => dialog.open(seat));
const tools = new ClassTools(root, data, asks);
new SmallInternet(root, data, asks);
const go = (workshop: string) => {
  history.replaceState(null, '', `${location.pathname}?seance=${workshop}`);
  void show(workshop);
};
const prepare = new Prepare(root, data, asks, go, (sentence) => void gone(sentence));
const afterEnd = new AfterEnd({ root, data, go, ended: () => void listWorkshops() });

/** The QR code comes as SVG from our own runner; as an image it can run nothing. */
function drawWayIn({ workshop }: TrainerView): void {
  part(root, '[data-workshop-title]').textContent = workshop.title;
  part(root, '[data-join-code]').textContent = workshop.joinCode;
  list('[data-addresses]', workshop.addresses);
  part<HTMLImageElement>(root, '[data-qr]').src = `data:image/svg+xml,${encodeURIComponent(workshop.qrSvg)}`;
  part<HTMLAnchorElement>(root, '[data-projection]').href = `${data.paths.projection}?seance=${workshop.id}`;
  for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-figures-csv]'))
    link.href = `/api/trainer/figures.csv?workshop=${workshop.id}`;
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

function drawBoard(state: BoardState): void {
  lastSeen = Date.now();
  const { head } = state;
  const rows = state.rows.filter((row) => !row.trial);
  const count = (which: (row: (typeof rows)[number]) => boolean) => rows.filter(which).length;
  const sentence =
    rows.length === 0
      ? words.noOne
      : head.workshop.ended
        ? fill(data.room.after.were, { n: rows.length })
        : fill(data.room.board.here, {
            here: count((row) => row.here),
            total: rows.length,
            hands: count((row) => row.hand !== undefined && row.hand.takenBy === undefined),
            stuck: count((row) => row.stuck),
          });
  const counted = part(root, '[data-count]');
  if (counted.textContent !== sentence) counted.textContent = sentence;
  table.show(state);
  tools.show(state);
  prepare.show(state);
  dialog.show(state);
  afterEnd.show(state);
  list(
    '[data-warnings]',
    head.warnings.map((code) => words.warnings[code] ?? code),
  );
  part(root, '[data-warnings-box]').hidden = head.warnings.length === 0;
}

/** Which séances there are, how one is called, until when what is over is kept. */
async function listWorkshops(): Promise<void> {
  const { workshop } = asks;
  const listed = await asks.get('workshops', workshopListSchema);
  if (!listed || workshop === undefined || workshop !== asks.workshop) return;
  me = listed.me.id;
  prepare.list(listed, workshop);
  afterEnd.list(listed, workshop);
}

/** The séance on show is no more, for this browser: another that it leads takes its place, or nothing does. */
async function gone(sentence: string): Promise<void> {
  const led = await show(undefined);
  say(led ? sentence : `${sentence} ${data.room.tools.nothingLed}`);
}

/** Everything about one séance, or about the one that the runner thinks of; false when this browser leads none. */
async function show(wanted: string | undefined): Promise<boolean> {
  closeLine();
  const mine = ++turn;
  const answer = await ask('/api/trainer/workshop', { schema: trainerViewSchema, workshop: wanted });
  if (mine !== turn) return true;
  if (!answer.ok) {
    // The one in the address may be erased: any other that is led will do.
    if (wanted !== undefined && answer.code === 'not-a-trainer') return show(undefined);
    passing = answer.code === 'not-a-trainer' ? words.needLink : sentenceFor(answer, data.words);
    say(passing);
    // A runner that is busy or starts is worth another look.
    const later = answer.code !== 'not-a-trainer';
    if (later) setTimeout(() => mine === turn && void show(wanted), LOOK_AGAIN_MS);
    part(root, '[data-trainer-view]').hidden = true;
    return later;
  }
  if (message.textContent === passing) say('');
  const { id, ended } = answer.value.workshop;
  asks.workshop = id;
  root.dataset.workshop = id;
  part(root, '[data-trainer-view]').hidden = false;
  drawWayIn(answer.value);
  afterEnd.begin(ended);
  await listWorkshops();
  if (mine !== turn) return true;
  closeLine = openBoardLine({
    workshop: id,
    onState: drawBoard,
    // Whoever erased it reads what is left of it; the others read that it is gone.
    onOver: () => {
      if (mine === turn && !prepare.erasing) void gone(data.room.tools.over);
    },
    onLink: (link) => {
      root.dataset.line = link.state;
      if (link.state === 'live' && message.textContent === passing) say('');
      if (link.state === 'retrying') {
        passing = fill(words.stale, { time: new Date(lastSeen).toLocaleTimeString(data.language) });
        say(passing);
      }
      // A board that nobody feeds any more is not to be believed.
      if (link.state === 'lost' && link.why === 'refused') {
        part(root, '[data-trainer-view]').hidden = true;
        say(data.room.tools.noLonger);
      }
    },
  });
  return true;
}

async function end(): Promise<void> {
  const word = prompt(`${words.endConfirm}\n${fill(words.endType, { word: words.endWord })}`);
  if (word?.trim().toLowerCase() !== words.endWord) return;
  await asks.do('end', { workshop: root.dataset.workshop });
}

async function start(): Promise<void> {
  part(root, '[data-end]').addEventListener('click', () => void end());
  part(root, '[data-figures]').addEventListener(
    'click',
    () => void showFigures(part(root, '[data-figures-box]'), data, asks),
  );
  setInterval(() => {
    table.tick();
    tools.tick();
  }, TICK_MS);
  passing = words.entering;
  if (location.hash !== '') say(passing);
  const refused = await enterByLink(data);
  await show(workshopOfAddress());
  if (refused !== undefined) say(refused);
}

void start();
