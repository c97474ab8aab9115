// What does one of my servers show? Its state, how to get in, what leads to it, and what one can do with it.
import { passwordOutcomeSchema, type ServerDeed, type ServerView } from '#protocol/counters.ts';
import { fill } from '../words/fill.ts';
import { button, Complaint, h } from './dom.ts';
import type { Hosts } from './hosts.ts';

export function serverCard(hosts: Hosts, server: ServerView): HTMLElement {
  const { says } = hosts.counter;
  const words = says.words.hosts.servers;
  const complaint = new Complaint();
  const { host, state } = server;
  const offer = hosts.view?.offers.find(({ id }) => id === server.offer);
  const line =
    server.position === undefined
      ? says.words.serverStates[state]
      : fill(words.position, { position: server.position });
  return h(
    'article',
    { class: 'counter-card', 'data-card': host },
    h('h4', { tabindex: -1, translate: 'no' }, host),
    h('p', {}, h('span', { class: `counter-state ${look(state)}` }, line)),
    state === 'off' && h('p', {}, server.full ? words.full : words.off),
    state === 'lost' && h('p', {}, words.lost),
    facts(hosts, server, complaint),
    offer &&
      h(
        'p',
        { class: 'counter-help' },
        fill(words.offer, { host: offer.host, date: says.day(server.orderedAt) }),
      ),
    deeds(hosts, server, complaint),
    complaint.element,
  );
}

const look = (state: ServerView['state']): string =>
  state === 'running' ? 'good' : state === 'lost' ? 'wrong' : 'wary';

function facts(hosts: Hosts, server: ServerView, complaint: Complaint): HTMLElement {
  const words = hosts.counter.says.words.hosts.servers;
  const code = (text: string) => h('code', { translate: 'no' }, text);
  return h(
    'dl',
    { class: 'counter-dl' },
    h('dt', {}, words.address),
    h('dd', {}, code(server.address)),
    h('dt', {}, words.login),
    h('dd', {}, code(`ssh root@${server.address}`), server.sshKey && ` ${words.key}`),
    h('dt', {}, words.password),
    h('dd', {}, password(hosts, server, complaint)),
    ...(server.fingerprint === undefined
      ? []
      : [
          h('dt', {}, words.fingerprint),
          h(
            'dd',
            {},
            code(server.fingerprint),
            h('span', { class: 'counter-help' }, ` ${words.fingerprintHelp}`),
          ),
        ]),
    h('dt', {}, words.names),
    h('dd', { translate: 'no' }, server.names.length === 0 ? words.noNames : server.names.join(', ')),
  );
}

function password(hosts: Hosts, { host }: ServerView, complaint: Complaint): HTMLElement {
  const { says, host: page } = hosts.counter;
  const words = says.words.hosts.servers;
  const place = h('div', { class: 'counter-row', 'aria-live': 'polite' });
  const hide = () => {
    const show = button(words.showShort, reveal, { 'aria-label': fill(words.show, { host }) });
    place.replaceChildren(show);
    return show;
  };
  const reveal = async () => {
    const outcome = await hosts.counter.ask(
      '/api/hosts/password',
      { host },
      passwordOutcomeSchema,
      complaint,
    );
    if (!outcome) return;
    const back = button(words.hide, () => hide().focus());
    place.replaceChildren(
      h('output', { class: 'counter-code', translate: 'no' }, outcome.password),
      button(says.words.copy, async () => {
        const copied = await page.copy(outcome.password);
        hosts.counter.tell(copied ? says.words.copied : says.words.copyFailed);
      }),
      back,
    );
    back.focus();
  };
  hide();
  return place;
}

function deeds(hosts: Hosts, server: ServerView, complaint: Complaint): HTMLElement {
  const words = hosts.counter.says.words.hosts.servers;
  const { host, state } = server;
  const act = (deed: ServerDeed['do'], question?: string) => {
    if (question === undefined || confirm(question)) return hosts.act({ host, do: deed }, complaint);
    return undefined;
  };
  const offer = hosts.view?.offers.find(({ id }) => id === server.offer);
  const owing = state !== 'lost' && (offer?.commitment ?? 0) > 1 ? ` ${words.deleteNotice}` : '';
  const rests = state === 'running' || state === 'off' || state === 'lost';
  return h(
    'div',
    { class: 'counter-row', role: 'group', 'aria-label': fill(words.actions, { host }) },
    state === 'running' &&
      button(words.console, () => hosts.counter.host.openConsole(host), { class: 'button primary' }),
    state === 'off' && button(words.start, () => act('start'), { class: 'button primary' }),
    state === 'running' && button(words.reboot, () => act('reboot')),
    state === 'running' && button(words.stop, () => act('stop')),
    rests &&
      button(words.reinstall, () =>
        act('reinstall', fill(words.reinstallConfirm, { host, address: server.address })),
      ),
    button(words.delete, () => act('delete', `${fill(words.deleteConfirm, { host })}${owing}`), {
      class: 'button danger',
    }),
  );
}
