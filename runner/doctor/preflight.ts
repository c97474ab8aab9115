// What could go wrong before anybody sits down? The doctor's examinations that need no machine of their own, for the trainer's page.

import type { ImageStore } from '../machines/docker-engine-images.ts';
import type { Engine } from '../machines/engine.ts';
import { CLASS_IMAGES, missingImages } from '../machines/images.ts';
import type { Language } from '../protocol/api.ts';
import { doctorWordsOf } from '../words/doctor.ts';
import { examineCapacity } from './examine-capacity.ts';
import { examineEngine } from './examine-engine.ts';
import { examineHost } from './examine-host.ts';
import { type Finding, fail, ok, warn } from './finding.ts';
import { readHost } from './host-facts.ts';

export interface PreflightParts {
  engine: Engine;
  images: ImageStore;
  /** A folder on the disk that fills up. */
  disk: string;
  /** Origins for trainees, best first. */
  addresses: () => readonly string[];
  now: () => number;
}

/** Findings in plain words, the grave ones first, and how many seats fit. */
export async function preflight(
  parts: PreflightParts,
  language: Language,
  seats: number,
): Promise<{ findings: Finding[]; fits?: number }> {
  const words = doctorWordsOf(language);
  const [engine, host] = await Promise.all([
    parts.engine.describe().catch(() => undefined),
    readHost(parts.disk),
  ]);
  const findings: Finding[] = engine
    ? examineEngine({ engine, ...host }, words)
    : [fail('engine', words['engine.absent'], words['engine.absent-remedy'])];
  // A clock that is sane is told below, as a room's clock shows it.
  findings.push(
    ...examineHost({ host, seats }, words).filter(({ id, level }) => id !== 'clock' || level !== 'ok'),
  );
  const missing = await missingImages(parts.images, undefined, CLASS_IMAGES).catch(() => []);
  findings.push(
    missing.length === 0
      ? ok('images', words['images.present'])
      : warn('images', words['images.missing'](missing.join(', ')), words['images.remedy']),
  );
  findings.push(...examineAddresses(parts.addresses(), words));
  findings.push(ok('clock', words.clock(new Date(parts.now()).toLocaleString(words.locale))));
  const capacity = examineCapacity({ ...host, idleBytes: undefined }, seats, words);
  if (capacity) findings.push(capacity.finding);
  const grave = { fail: 0, warn: 1, ok: 2 };
  return {
    findings: findings.sort((a, b) => grave[a.level] - grave[b.level]),
    ...(capacity && { fits: capacity.seats }),
  };
}

function examineAddresses(addresses: readonly string[], words: ReturnType<typeof doctorWordsOf>): Finding[] {
  const [best] = addresses;
  if (best === undefined || /\/\/(localhost|127\.)/.test(best))
    return [warn('address', words['address.loopback'], words['address.loopback-remedy'])];
  const typed = ok('address', words.address(best));
  if (best.startsWith('https:')) return [typed];
  return [typed, warn('plain-http', words['plain-http'], words['plain-http.remedy'])];
}
