// What happens when a lesson with a lab opens? Who am I, then the lab's live state, then the terminal.
import { listenToLine } from '../class/page-line.ts';
import { whoAmI } from '../seat/who-am-i.ts';
import { bindBuildUp } from './build-up.ts';
import { bindCommands } from './commands.ts';
import { LabPanel } from './lab-panel.ts';
import { LabState } from './lab-state.ts';
import { LabSteps } from './lab-steps.ts';
import { showOwn, type Values, valuesOf } from './own-values.ts';
import { type LabPageData, pageData, part } from './page-data.ts';
import { bindResizer } from './resizer.ts';
import { sentenceFor } from './runner-client.ts';

async function start(): Promise<void> {
  const data = pageData<LabPageData>('lab-data');
  const state = new LabState(data.lab);
  const steps = new LabSteps(data, state);
  const panel = new LabPanel(part(document, '[data-panel]'), data, state, () => steps.current()?.focus());
  bindCommands(data.words.command, (command) => panel.terminals.run(command));
  bindResizer(part(document, '[data-resizer]'));
  const toTerminal = document.querySelector('.to-terminal');
  toTerminal?.addEventListener('click', () => setTimeout(() => panel.terminals.focus()));

  const me = await whoAmI();
  const words = data.words.panel;
  if (!me.ok && me.code === 'no-runner') return panel.message('static', words.static);
  if (!me.ok && me.code === 'not-joined') {
    const goes = `${data.joinPath}?next=${encodeURIComponent(location.pathname)}`;
    return panel.message('not-joined', words.notJoined, { words: words.join, goes });
  }
  if (!me.ok)
    return panel.message('refused', sentenceFor(me, data.words), {
      words: words.reload,
      does: () => location.reload(),
    });
  steps.enable();
  const follow = data.after && bindBuildUp(data, panel);
  let known = data.own;
  const tell = (values: Values) => {
    known = { ...known, ...values };
    showOwn(document, known);
  };
  listenToLine({
    onMessage: (message) => {
      if (message.type === 'lab') {
        state.set(message.view);
        follow?.(message.view);
        if (message.view.own) tell(valuesOf(message.view.own));
      }
      if (message.type === 'class') panel.rest(message.view.asleep === true);
      if (message.type === 'hello') tell({ pseudonym: message.pseudonym });
      if (message.type === 'ended')
        panel.message('ended', message.removed ? data.words.seat.removed : data.words.seat.ended);
    },
    onLink: (link) => panel.showLiveLink(link),
  });
  // Before the machine is there: one can look names up while it starts.
  if (data.counters)
    void import('../counters/tabs.ts').then(({ bindCounters }) =>
      bindCounters(part(document, '[data-panel]'), data, panel),
    );
  await panel.request('/api/labs/open');
}

void start();
