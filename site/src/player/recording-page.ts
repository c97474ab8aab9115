// What happens on a lab's page that is read alone? Nothing until one asks for the recording; then xterm comes, and the buttons work.
import { bindCommands } from '../terminal/commands.ts';
import { pageData, part } from '../terminal/page-data.ts';
import { fill } from '../words/fill.ts';
import type { ClientWords } from '../words/fr.ts';
import type { RecordingWords } from '../words/recording.fr.ts';
import { readCast } from './cast.ts';
import { Player, type PlayerClock, type PlayerState } from './player.ts';

interface RecordingData {
  words: RecordingWords;
  steps: { id: string; title: string }[];
  command: ClientWords['command'];
}

const clock: PlayerClock = {
  now: () => performance.now(),
  later: (does, ms) => {
    const timer = setTimeout(does, ms);
    return () => clearTimeout(timer);
  },
};

/** `1:05` */
const clockText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

class RecordingPage {
  readonly #panel: HTMLElement;
  readonly #data: RecordingData;
  #player: Player | undefined;
  #saidStep = -1;

  constructor(panel: HTMLElement, data: RecordingData) {
    this.#panel = panel;
    this.#data = data;
    const open = part<HTMLButtonElement>(panel, '[data-recording-open]');
    open.hidden = false;
    open.addEventListener('click', () => {
      open.textContent = data.words.opening;
      open.setAttribute('aria-disabled', 'true');
      void this.#open().then(
        (player) => {
          player.play(this.#oneStep);
          this.#control('[data-play]').focus();
        },
        () => {
          open.textContent = data.words.failed;
        },
      );
    });
    for (const button of document.querySelectorAll<HTMLElement>('[data-watch-step]')) {
      button.hidden = false;
      button.addEventListener('click', () => void this.#watch(button.dataset.watchStep ?? ''));
    }
  }

  get #oneStep(): boolean {
    return this.#control<HTMLInputElement>('[data-one-step]').checked;
  }

  #control<T extends HTMLElement = HTMLButtonElement>(selector: string): T {
    return part<T>(this.#panel, selector);
  }

  /** Loads the recording and the terminal's drawing, once. */
  async #open(): Promise<Player> {
    if (this.#player) return this.#player;
    const [text, { openRecordingScreen }] = await Promise.all([
      fetch(this.#panel.dataset.recording ?? '').then((answer) => answer.text()),
      import('./recording-screen.ts'),
    ]);
    const cast = readCast(text);
    part(this.#panel, '[data-recording-poster]').hidden = true;
    part(this.#panel, '[data-recording-controls]').hidden = false;
    const host = part(this.#panel, '[data-recording-screen]');
    host.hidden = false;
    const player = new Player(cast, openRecordingScreen(host, cast), (state) => this.#show(state), clock);
    this.#player = player;
    this.#bind(player);
    return player;
  }

  /** Plays one step and stops: asked from the text of that step. */
  async #watch(id: string): Promise<void> {
    const player = await this.#open();
    player.pause();
    player.toStep(player.cast.marks.findIndex((mark) => mark.step === id));
    player.play(true);
    this.#panel.scrollIntoView({ block: 'nearest' });
  }

  #bind(player: Player): void {
    const position = this.#control<HTMLInputElement>('[data-position]');
    position.max = String(player.cast.seconds);
    position.addEventListener('input', () => player.seek(Number(position.value)));
    const speed = this.#control<HTMLSelectElement>('[data-speed]');
    speed.addEventListener('change', () => player.setSpeed(Number(speed.value)));
    this.#control('[data-play]').addEventListener('click', () =>
      player.state.playing ? player.pause() : player.play(this.#oneStep),
    );
    const go = (by: number) => () => {
      player.toStep(player.state.step + by);
      if (!player.state.playing) player.play(this.#oneStep);
    };
    this.#control('[data-previous]').addEventListener('click', go(-1));
    this.#control('[data-next]').addEventListener('click', go(1));
  }

  #show(state: PlayerState): void {
    const { words, steps } = this.#data;
    const { cast } = this.#player ?? {};
    if (!cast) return;
    this.#control('[data-play]').textContent = state.playing ? words.pause : words.play;
    const position = this.#control<HTMLInputElement>('[data-position]');
    position.value = String(state.at);
    position.setAttribute(
      'aria-valuetext',
      fill(words.positionOf, {
        at: clockText(state.at),
        total: clockText(cast.seconds),
        n: state.step + 1,
        count: cast.marks.length,
      }),
    );
    if (state.step === this.#saidStep) return;
    this.#saidStep = state.step;
    const mark = cast.marks[state.step];
    const title = steps.find(({ id }) => id === mark?.step)?.title;
    part(this.#panel, '[data-step-words]').textContent =
      title === undefined ? words.beginning : fill(words.stepNamed, { n: state.step + 1, title });
  }
}

const panel = part(document, '.recording');
const data = pageData<RecordingData>('recording-data');
bindCommands(data.command, () => 'not-live');
if (panel.dataset.recording !== undefined) new RecordingPage(panel, data);
