// How does one look at somebody else's terminal? A trainer with consent, a class at what the trainer shows; a mirror that only looks sends nothing.
import { pageData, part } from '../terminal/page-data.ts';
import type { Link } from '../terminal/reconnect.ts';
import { RunnerSocket } from '../terminal/runner-socket.ts';
import { TerminalView } from '../terminal/terminal-view.ts';
import { fill } from '../words/fill.ts';
import type { TrainerWords } from '../words/trainer.fr.ts';
import { openBoardLine } from './board-line.ts';

export interface MirrorData {
  room: TrainerWords['client'];
  /** `help`: a trainer at a seat's terminal; `shown`: everybody at the trainer's. */
  kind: 'help' | 'shown';
}

const data = pageData<MirrorData>('mirror-data');
const said = data.room.mirror;
const root = part(document, '[data-mirror]');
const state = part(root, '[data-mirror-state]');
const host = part(root, '[data-screen]');

let writes = false;
let socket: RunnerSocket | undefined;

const say = (kind: string, sentence: string) => {
  root.dataset.state = kind;
  if (state.textContent !== sentence) state.textContent = sentence;
};

const view = new TerminalView({
  host,
  fontSize: 15,
  screenReader: false,
  label: said.watching,
  confirmLink: (url) => confirm(url),
  onInput: (text) => void socket?.type(text),
  onTitle: () => undefined,
  onLeave: () => part(root, 'a').focus(),
});

const sayLive = () => say('live', writes ? said.writing : said.watching);

function onLink(link: Link, refusal: string | undefined): void {
  if (link.state === 'retrying') say('retrying', refusal === 'not-found' ? said.notShown : said.lost);
  if (link.state !== 'lost') return;
  const why = { 'help-ended': said.cut, 'seat-ended': said.ended, 'terminal-ended': said.cut } as Record<
    string,
    string
  >;
  say('lost', why[link.why] ?? (data.kind === 'help' ? said.notAllowed : said.notShown));
}

function open(place: { machine: string; terminal: string }, ticketFor: unknown, workshop?: string): void {
  socket?.close();
  view.clear();
  socket = new RunnerSocket({
    ...place,
    screen: view,
    mirror: {
      ticketFor,
      ...(data.kind === 'help' && { tickets: { path: '/api/trainer/tickets', workshop } }),
      readonly: () => !writes,
    },
    onLink,
    onReady: sayLive,
    onNotice: () => undefined,
  });
}

/** The seat's first machine, or another terminal that the trainer chooses. */
function help(): void {
  const params = new URLSearchParams(location.search);
  const [workshop = '', seat = ''] = [params.get('workshop') ?? '', params.get('seat') ?? ''];
  const list = part<HTMLSelectElement>(root, '[data-terminals]');
  let opened = '';
  const choose = () => {
    const [machine = '', terminal = '1'] = list.value.split('/');
    if (machine === '') return say('lost', said.notAllowed);
    const key = `${list.value} ${writes}`;
    if (key === opened) return;
    opened = key;
    open({ machine, terminal }, { for: 'help', seat, machine, terminal }, workshop);
  };
  list.addEventListener('change', choose);
  openBoardLine({
    workshop,
    onState: ({ rows }) => {
      const row = rows.find((one) => one.id === seat);
      part(root, '[data-mirror-name]').textContent = row?.pseudonym ?? '';
      const { help: session } = row ?? {};
      if (!row || !session || session.state === 'asked') {
        opened = '';
        socket?.close();
        return say('lost', session ? said.notAllowed : said.cut);
      }
      writes = session.state === 'write';
      const places = row.machines.flatMap(({ name, terminals }) => terminals.map((one) => `${name}/${one}`));
      if (list.dataset.places !== places.join()) {
        list.dataset.places = places.join();
        const before = list.value;
        list.replaceChildren(
          ...places.map((place) => {
            const [machine = '', n = ''] = place.split('/');
            return new Option(fill(said.terminal, { machine, n }), place);
          }),
        );
        if (places.includes(before)) list.value = before;
      }
      choose();
    },
    onOver: () => say('lost', said.ended),
    onLink: () => undefined,
  });
}

/** Opens the mirror; the caller knows that this browser may ask. */
export function openMirror(): void {
  if (data.kind === 'help') help();
  else open({ machine: 'shown', terminal: '1' }, { for: 'shown' });
}
