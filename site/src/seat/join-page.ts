// How does one enter a séance, or come back to one's seat? Two small forms, kind answers, and a test of the network.
import { type SeatView, seatViewSchema } from '#protocol/api.ts';
import { pageData, part } from '../terminal/page-data.ts';
import { writePreference } from '../terminal/preferences.ts';
import { ask, sentenceFor } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import type { ClientWords } from '../words/fr.ts';
import { webSocketsWork } from './network-probe.ts';
import { showNotice } from './notice.ts';

type JoinWords = Pick<ClientWords, 'join' | 'refusals' | 'noAnswer' | 'retryIn'>;

interface JoinData {
  words: JoinWords;
  firstLesson: string;
}

/** Where to go after joining: only a path of this site. */
function nextPath(otherwise: string): string {
  const next = new URLSearchParams(location.search).get('next') ?? '';
  return /^\/(?![/\\])[\w/%.~-]*$/.test(next) ? next : otherwise;
}

class JoinPage {
  private readonly root: HTMLElement;
  private readonly data: JoinData;
  private readonly message: HTMLElement;

  constructor(root: HTMLElement, data: JoinData) {
    this.root = root;
    this.data = data;
    this.message = part(root, '[data-join-message]');
    const { join } = data.words;
    this.bind('[data-join-form]', '/api/join', { code: join.needCode, pseudonym: join.needPseudonym });
    this.bind('[data-return-form]', '/api/return', { personalCode: join.needPersonalCode });
    const code = decodeURIComponent(location.hash.slice(1));
    if (code !== '') {
      part<HTMLInputElement>(root, '[name="code"]').value = code.replaceAll('-', ' ');
      part<HTMLInputElement>(root, '[name="pseudonym"]').focus();
    }
  }

  private bind(selector: string, path: `/api/${string}`, fields: Record<string, string>): void {
    const form = part<HTMLFormElement>(this.root, selector);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const values: Record<string, string> = {};
      for (const [name, missing] of Object.entries(fields)) {
        const field = part<HTMLInputElement>(form, `[name="${name}"]`);
        values[name] = field.value.trim();
        field.setAttribute('aria-invalid', String(values[name] === ''));
        if (values[name] !== '') continue;
        this.say(missing, true);
        return field.focus();
      }
      void this.enter(form, path, values);
    });
  }

  private say(sentence: string, wrong = false): void {
    this.message.textContent = sentence;
    this.message.dataset.wrong = String(wrong);
  }

  private async enter(
    form: HTMLFormElement,
    path: `/api/${string}`,
    values: Record<string, string>,
  ): Promise<void> {
    const { words } = this.data;
    const button = part<HTMLButtonElement>(form, 'button[type="submit"]');
    button.disabled = true;
    this.say(words.join.joining);
    const answer = await ask(path, { schema: seatViewSchema, body: values });
    button.disabled = false;
    if (answer.ok) return this.welcome(answer.value);
    this.say(sentenceFor(answer, words), true);
    const wrong = answer.code.startsWith('pseudonym') ? 'pseudonym' : (Object.keys(values)[0] ?? 'code');
    const field = form.querySelector<HTMLInputElement>(`[name="${wrong}"]`);
    field?.setAttribute('aria-invalid', 'true');
    field?.focus();
  }

  private async welcome(seat: SeatView): Promise<void> {
    const { words } = this.data;
    const next = nextPath(this.data.firstLesson);
    writePreference('joined', 'true');
    this.say(`${fill(words.join.welcome, { pseudonym: seat.pseudonym })} ${words.join.probing}`);
    if ((await webSocketsWork()) !== false) return location.assign(next);
    const port = location.port || (location.protocol === 'https:' ? '443' : '80');
    this.say(fill(words.join.probeFailed, { host: location.hostname, port }), true);
    const link = part<HTMLAnchorElement>(this.root, '[data-join-continue]');
    link.href = next;
    link.hidden = false;
  }
}

void showNotice(document);
new JoinPage(part(document, '[data-join]'), pageData<JoinData>('join-data'));
