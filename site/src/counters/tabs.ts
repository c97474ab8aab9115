// How do the counters come into the lab's pane? Tabs beside the terminals; a counter is fetched when its tab is opened for the first time.
import type { CounterId } from '#protocol/counters.ts';
import { copyText } from '../terminal/clipboard.ts';
import type { LabPanel } from '../terminal/lab-panel.ts';
import { type LabPageData, part } from '../terminal/page-data.ts';
import type { OpenCounter } from './open-counter.ts';

/** Draws the tabs that the lab asks for. */
export function bindCounters(root: HTMLElement, data: LabPageData, panel: LabPanel): void {
  const { counters } = data;
  if (!counters) return;
  const opened = new Map<CounterId, OpenCounter>();
  const place = document.createElement('div');
  place.className = 'panel-counter';
  place.hidden = true;
  part(root, '.panel-body').append(place);

  const tabs = document.createElement('ul');
  tabs.className = 'panel-tabs counter-tabs';
  tabs.setAttribute('aria-label', counters.label);
  const press = () => {
    for (const tab of tabs.querySelectorAll<HTMLElement>('[data-counter-tab]'))
      tab.setAttribute('aria-pressed', String(tab.dataset.counterTab === root.dataset.counter));
  };
  const screen = part(root, '[data-screen]');
  const leave = () => {
    delete root.dataset.counter;
    place.hidden = true;
    screen.inert = false;
    press();
  };

  /** Shows a counter in place of the terminal. */
  const open = async (id: CounterId): Promise<void> => {
    panel.showCounter(id);
    place.hidden = false;
    screen.inert = true;
    press();
    try {
      const counter = opened.get(id) ?? (await fetchCounter(id));
      opened.set(id, counter);
      if (root.dataset.counter !== id) return;
      show(counter.element);
      const failure = await counter.look();
      if (failure !== undefined && root.dataset.counter === id) sayFailure(failure, id);
    } catch {
      // The line broke while its script was on the way.
      if (root.dataset.counter === id) sayFailure(data.words.noAnswer, id);
    }
  };

  const fetchCounter = async (id: CounterId): Promise<OpenCounter> => {
    say(data.words.loading);
    const { openCounter } = await import('./open-counter.ts');
    return openCounter(id, data.language, {
      failure: data.words,
      openConsole: (host) => {
        leave();
        panel.openConsole(host);
      },
      closeConsole: (host) => panel.closeConsole(host),
      copy: copyText,
    });
  };
  /** One thing at a time; what was drawn stays in the page, for a page framed in it would load anew. */
  const show = (element: HTMLElement): void => {
    if (!place.contains(element)) place.append(element);
    for (const child of place.children) child.toggleAttribute('hidden', child !== element);
  };
  const line = document.createElement('div');
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  const say = (sentence: string): void => {
    said.textContent = sentence;
    line.replaceChildren(said);
    show(line);
  };
  const sayFailure = (sentence: string, id: CounterId): void => {
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'button';
    again.textContent = counters.again;
    again.addEventListener('click', () => void open(id));
    say(sentence);
    line.append(again);
  };

  for (const { id, label } of counters.tabs) {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.className = 'tool tab';
    tab.dataset.counterTab = id;
    tab.setAttribute('aria-pressed', 'false');
    tab.textContent = label;
    tab.addEventListener('click', () => void open(id));
    const item = document.createElement('li');
    item.append(tab);
    tabs.append(item);
  }
  part(root, '[data-tabs]').after(tabs);
  // Before the terminal's own tab, or a command of the text, acts on the click.
  const toTerminal = '[data-tab], [data-new-terminal], [data-send], .to-terminal';
  document.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest(toTerminal)) leave();
    },
    { capture: true },
  );
}
