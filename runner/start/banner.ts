// What does the trainer read once all is ready? Addresses, join code, QR code, the one-time link, and how to stop.
import QRCode from 'qrcode';
import type { Language } from '../protocol/api.ts';
import { startWordsOf } from '../words/start.ts';

export interface BannerFacts {
  language: Language;
  title: string;
  port: number;
  /** Origins for trainees, the best first. */
  origins: readonly string[];
  /** Origin that answers on this very machine. */
  here: string;
  loopbackOnly: boolean;
  joinCode: string;
  /** Address that the QR code holds; undefined: none is drawn. */
  joinLink: string | undefined;
  trainerLink: string;
  /** The class was put to rest: its machines are off. */
  asleep?: boolean;
}

export interface BannerScreen {
  /** Undefined when the output is not a terminal. */
  columns: number | undefined;
}

/** The banner as text, ready to be written; never wider than the screen where that can be helped. */
export async function renderBanner(facts: BannerFacts, screen: BannerScreen): Promise<string> {
  const words = startWordsOf(facts.language);
  const colon = facts.language === 'fr' ? '\u00a0:' : ':';
  const [best, ...others] = facts.origins;
  const lines = ['', words['banner.ready'](facts.title), ''];
  const put = (label: string, value: string) => lines.push(`  ${label}${colon}`, `      ${value}`);
  if (best !== undefined) put(words['banner.trainees'], `${best}/`);
  if (facts.here !== best) put(words['banner.here'], `${facts.here}/`);
  put(words['banner.code'], facts.joinCode);
  lines.push(...(await drawQr(facts, screen, words['banner.qr'])));
  put(words['banner.trainer'], facts.trainerLink);
  lines.push('');
  if (facts.asleep) lines.push(words['banner.asleep']);
  if (facts.loopbackOnly) lines.push(words['banner.loopback-only']);
  else if (best === undefined) lines.push(words['banner.no-lan']);
  else lines.push(words['banner.unreachable'](facts.port));
  if (others.length > 0)
    lines.push(`${words['banner.several']} ${others.map((origin) => `${origin}/`).join('  ')}`);
  if (best?.startsWith('http:')) lines.push(words['banner.plain-http']);
  lines.push('', `${words['banner.stop']} ${words['banner.purge']}.`, '');
  return lines.join('\n');
}

/** Nothing on a screen too narrow, where a wrapped code cannot be read. */
async function drawQr(facts: BannerFacts, screen: BannerScreen, caption: string): Promise<string[]> {
  if (facts.joinLink === undefined) return [];
  const drawn = await QRCode.toString(facts.joinLink, {
    type: screen.columns === undefined ? 'utf8' : 'terminal',
    ...(screen.columns === undefined ? {} : { small: true }),
    errorCorrectionLevel: 'L',
  });
  const plain = drawn.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '');
  const width = Math.max(...plain.split('\n').map((line) => line.length));
  if (screen.columns !== undefined && width > screen.columns) return [];
  return ['', drawn.trimEnd(), `  ${caption}`, ''];
}
