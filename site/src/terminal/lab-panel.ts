// What does the pane beside the text show? Tabs, the terminal, or a sentence that says what is missing and what to do.

import { openTerminalReplySchema } from '#protocol/api.ts';
import { MAX_TERMINALS_PER_MACHINE } from '#protocol/limits.ts';
import type { LabView, MachineView } from '#protocol/live-frames.ts';
import { fill } from '../words/fill.ts';
import type { LabState } from './lab-state.ts';
import { LabTerminals, type TerminalPlace } from './lab-terminals.ts';
import { type LabPageData, part } from './page-data.ts';
import type { Link } from './reconnect.ts';
import { ask, sentenceFor } from './runner-client.ts';

/** Rest between the end of a terminal and a look at what stands in its place. */
const COME_BACK_MS = 500;

type Action = { words: string; does: () => void } | { words: string; goes: string };

export class LabPanel {
  readonly terminals: LabTerminals;
  private readonly panel: HTMLElement;
  private readonly data: LabPageData;
  private readonly state: LabState;
  private place: TerminalPlace | undefined;
  /** A terminal that was asked for and that the lab's state does not list yet. */
  private wanted: TerminalPlace | undefined;
  private tabsDrawn = '';
  /** The class is put to rest: a machine that is off stays off. */
  private asleep = false;
  /** The séance, or the seat, is no more. */
  private over = false;
  /** Host names of rented servers whose console has a tab. */
  private consoles: string[] = [];

  constructor(panel: HTMLElement, data: LabPageData, state: LabState, onLeave: () => void) {
    this.panel = panel;
    this.data = data;
    this.state = state;
    this.terminals = new LabTerminals({
      panel,
      host: part(panel, '[data-screen]'),
      words: data.words,
      onLink: (link, refusal) => this.showLink(link, refusal),
      onReady: () => this.say('live', this.words.live),
      onNotice: (code) => this.say('live', data.words.notices[code] ?? this.words.live),
      onTitle: (title) => part(panel, '[data-screen]').setAttribute('data-title', title),
      onLeave,
    });
    this.bindTools();
    state.listen((view) => this.follow(view));
  }

  private get words() {
    return this.data.words.panel;
  }

  /** Shows a sentence in place of the terminal, with what can be done about it. */
  message(kind: string, sentence: string, action?: Action): void {
    // The end is the last word: what breaks because of it is not news.
    if (this.over && kind !== 'ended') return;
    if (kind === 'ended') {
      this.over = true;
      this.terminals.hide();
    }
    this.panel.dataset.state = kind;
    part(this.panel, '[data-state-words]').textContent = '';
    part(this.panel, '[data-message-words]').textContent = sentence;
    const link = part<HTMLAnchorElement>(this.panel, '[data-message-link]');
    const button = part<HTMLButtonElement>(this.panel, '[data-message-button]');
    link.hidden = !action || !('goes' in action);
    button.hidden = !action || !('does' in action);
    button.disabled = false;
    if (action && 'goes' in action) {
      link.href = action.goes;
      link.textContent = action.words;
    }
    if (action && 'does' in action) {
      button.textContent = action.words;
      button.onclick = () => {
        button.disabled = true;
        action.does();
      };
    }
  }

  /** Asks the runner for something about the lab; a refusal is shown in the pane. */
  async request(path: `/api/${string}`, more: Record<string, unknown> = {}): Promise<void> {
    const answer = await this.state.ask(path, more);
    if (answer.ok) return;
    this.message('refused', sentenceFor(answer, this.data.words), {
      words: this.words.open,
      does: () => void this.request('/api/labs/open'),
    });
  }

  /** The line of the lab's state: without it no machine is ever heard of, so what bars it is said in place of a terminal. */
  showLiveLink(link: Link): void {
    if (link.state === 'retrying' && link.blocked && !this.terminals.showing)
      this.message('no-sockets', fill(this.words.blocked, { host: location.host }));
  }

  /** A counter of the small Internet covers the terminal; a press on a terminal's tab brings that back. */
  showCounter(id: string): void {
    this.panel.dataset.counter = id;
    this.pressTab();
  }

  /** Shows the console of a rented server, in a tab of its own. */
  openConsole(host: string): void {
    if (!this.consoles.includes(host)) this.consoles.push(host);
    if (this.state.view) this.drawTabs(this.state.view);
    this.select({ machine: host, terminal: '1' });
    this.terminals.focus();
  }

  /** This server has no console any more: another terminal takes its place. */
  closeConsole(host: string): void {
    if (!this.consoles.includes(host)) return;
    this.consoles = this.consoles.filter((one) => one !== host);
    if (this.place?.machine === host) {
      this.place = undefined;
      this.terminals.hide();
    }
    if (this.state.view) this.follow(this.state.view);
  }

  /** The terminal stays visible; a word about its line stands above it. */
  private say(state: string, sentence: string): void {
    this.panel.dataset.state = state;
    const line = part(this.panel, '[data-state-words]');
    if (line.textContent !== sentence) line.textContent = sentence;
    document.documentElement.dataset.terminal = state;
  }

  private follow(view: LabView): void {
    if (this.over) return;
    const { wanted } = this;
    const arrived = view.machines.some(
      (one) => one.name === wanted?.machine && one.terminals.includes(wanted.terminal),
    );
    if (wanted && arrived) {
      this.place = wanted;
      this.wanted = undefined;
    }
    // The console of a rented server is no machine of the lab: its state is told elsewhere.
    const atConsole = this.place !== undefined && this.consoles.includes(this.place.machine);
    const machine = view.machines.find((one) => one.name === this.place?.machine) ?? view.machines[0];
    if (!machine) return;
    this.drawTabs(view);
    if (atConsole) return;
    if (machine.state === 'ready') {
      const terminal =
        this.place && machine.terminals.includes(this.place.terminal)
          ? this.place.terminal
          : machine.terminals[0];
      if (terminal !== undefined) this.select({ machine: machine.name, terminal });
      return;
    }
    this.terminals.hide();
    document.documentElement.dataset.terminal = machine.state;
    this.showMachine(machine);
  }

  /** The class goes to rest, or on. */
  rest(asleep: boolean): void {
    if (asleep === this.asleep) return;
    this.asleep = asleep;
    if (this.state.view) this.follow(this.state.view);
  }

  private showMachine(machine: MachineView): void {
    const { words } = this;
    if (machine.state === 'queued')
      this.message('queued', fill(words.queued, { position: machine.position ?? 1 }));
    if (machine.state === 'starting') this.message('starting', words.starting);
    if (machine.state === 'absent')
      this.message('absent', words.absent, {
        words: words.open,
        does: () => void this.request('/api/labs/open'),
      });
    if (machine.state === 'off' && this.asleep) this.message('asleep', words.asleep);
    else if (machine.state === 'off')
      this.message('off', machine.full ? words.full : words.off, {
        words: words.start,
        does: () => void this.request('/api/labs/start-machine', { machine: machine.name }),
      });
    if (machine.state === 'lost')
      this.message('lost', words.lost, {
        words: words.reset,
        does: () => void this.request('/api/labs/reset', { keep: true }),
      });
  }

  private showLink(link: Link, refusal: string | undefined): void {
    const { words } = this;
    if (link.state === 'opening' && link.attempt === 0) this.say('connecting', words.connecting);
    if (link.state === 'retrying' && link.blocked)
      this.say('blocked', fill(words.blocked, { host: location.host }));
    else if (link.state === 'retrying')
      this.say('retrying', navigator.onLine ? words.reconnecting : words.offline);
    if (link.state !== 'lost') return;
    const reload = { words: words.reload, does: () => location.reload() };
    if (link.why === 'terminal-ended') {
      this.terminals.hide();
      this.message('gone', words.gone, reload);
      // A fresh machine may have taken its place, and this page may have heard of it before it heard of the end.
      setTimeout(() => this.state.view && this.follow(this.state.view), COME_BACK_MS);
    } else if (link.why === 'seat-ended') {
      // Why it ended is told by the other line.
      if (!this.over) this.message('ended', this.data.words.seat.ended);
    } else if (link.why === 'bad-frame') this.message('bad-frame', words.badFrame, reload);
    else this.message('refused', sentenceFor({ code: refusal ?? 'no-answer' }, this.data.words), reload);
  }

  private select(place: TerminalPlace): void {
    this.place = place;
    this.pressTab();
    if (this.terminals.showing === undefined) this.say('connecting', this.words.connecting);
    this.terminals.show(place).catch(() =>
      this.message('refused', this.data.words.noAnswer, {
        words: this.words.reload,
        does: () => location.reload(),
      }),
    );
  }

  /** At most one tab is pressed: none of ours while a counter covers the terminal. */
  private pressTab(): void {
    const { place } = this;
    const pressed = place && !this.panel.dataset.counter ? `${place.machine}/${place.terminal}` : undefined;
    for (const tab of this.panel.querySelectorAll<HTMLElement>('[data-tab]'))
      tab.setAttribute('aria-pressed', String(tab.dataset.tab === pressed));
  }

  private drawTabs(view: LabView): void {
    const places = view.machines
      .filter((machine) => machine.state === 'ready')
      .flatMap((machine) => machine.terminals.map((terminal) => ({ machine: machine.name, terminal })));
    const first = view.machines.find((machine) => machine.state === 'ready');
    const more = part(this.panel, '[data-new-terminal]');
    more.hidden = !first || first.terminals.length >= MAX_TERMINALS_PER_MACHINE;
    places.push(...this.consoles.map((host) => ({ machine: host, terminal: '1' })));
    const drawn = JSON.stringify(places);
    if (drawn === this.tabsDrawn) return;
    this.tabsDrawn = drawn;
    const several = view.machines.length > 1;
    part(this.panel, '[data-tabs]').replaceChildren(...places.map((place) => this.drawTab(place, several)));
    this.pressTab();
  }

  private drawTab(place: TerminalPlace, several: boolean): HTMLLIElement {
    const item = document.createElement('li');
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.className = 'tool tab';
    tab.dataset.tab = `${place.machine}/${place.terminal}`;
    const isConsole = this.consoles.includes(place.machine);
    const called = several
      ? `${place.machine} ${place.terminal}`
      : fill(this.words.terminal, { n: place.terminal });
    tab.textContent = isConsole ? place.machine : called;
    tab.addEventListener('click', () => {
      this.select(place);
      this.terminals.focus();
    });
    item.append(tab);
    // The machine's own terminal ends with the machine only; a console's tab closes, and the console goes on.
    if (place.terminal !== '1' || isConsole) {
      const close = document.createElement('button');
      close.type = 'button';
      close.className = 'tool close-tab';
      close.textContent = '×';
      const n = isConsole ? place.machine : place.terminal;
      close.setAttribute('aria-label', fill(this.words.closeTerminal, { n }));
      close.addEventListener('click', () => {
        if (isConsole) this.closeConsole(place.machine);
        else void ask('/api/terminals/close', { body: place });
      });
      item.append(close);
    }
    return item;
  }

  private bindTools(): void {
    const { panel, terminals } = this;
    const click = (selector: string, does: () => void) =>
      part(panel, selector).addEventListener('click', does);
    click('[data-smaller]', () => terminals.changeFontSize(-1));
    click('[data-larger]', () => terminals.changeFontSize(1));
    click('[data-new-terminal]', () => void this.openTerminal());
    click('[data-restart]', () => {
      if (confirm(this.restartWords())) void this.request('/api/labs/reset');
    });
    click('[data-fold]', () => {
      const folded = panel.dataset.folded !== 'true';
      panel.dataset.folded = String(folded);
      part(panel, '[data-fold]').setAttribute('aria-expanded', String(!folded));
    });
    const reader = part<HTMLInputElement>(panel, '[data-reader]');
    reader.checked = terminals.readerMode;
    reader.addEventListener('change', () => terminals.setReaderMode(reader.checked));
    if (/Mac|iPhone|iPad/.test(navigator.platform))
      part(panel, '[data-copy-help]').textContent = this.words.copyMac;
    else if (matchMedia('(pointer: coarse)').matches)
      part(panel, '[data-copy-help]').textContent = this.words.copyTouch;
  }

  /** What is lost, before it is. */
  private restartWords(): string {
    const { words } = this;
    const { losses, own } = this.state.view ?? {};
    const things = [...(losses?.names ?? []), ...(losses?.hosts ?? [])].join(', ');
    if (things) return `${words.restartConfirm}\n\n${fill(words.restartLoses, { things })}`;
    const has = own && own.names.length + own.servers.length > 0;
    return has ? `${words.restartConfirm}\n\n${words.restartKeeps}` : words.restartConfirm;
  }

  private async openTerminal(): Promise<void> {
    const here = this.place?.machine;
    const machine = here !== undefined && !this.consoles.includes(here) ? here : this.data.machines[0];
    const button = part<HTMLButtonElement>(this.panel, '[data-new-terminal]');
    button.disabled = true;
    const answer = await ask('/api/terminals/open', { schema: openTerminalReplySchema, body: { machine } });
    button.disabled = false;
    if (!answer.ok) this.say(this.panel.dataset.state ?? 'live', sentenceFor(answer, this.data.words));
    else if (machine !== undefined) this.wanted = { machine, terminal: answer.value.terminal };
    if (this.state.view) this.follow(this.state.view);
    this.terminals.focus();
  }
}
