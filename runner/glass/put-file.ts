// How does a file of the visitor's own computer come onto their machine? Over the engine, into one folder of their home, under a safe name that is not taken.
import type { Engine } from '../machines/engine.ts';
import { Refusal } from '../protocol/refusals.ts';
import { type GlassLanguage, wordsIn } from './teach-page.ts';

/** Longest name, octets: what file systems take, less the number that may be added. */
const MAX_NAME = 200;
const PUT_MS = 60_000;

/** $1: folder; $2: name without its end; $3: end (`.jpg`), or nothing. Standard input: the file in base64. Prints the path that it has now. */
const SCRIPT = `set -euC
umask 022
mkdir -p "$HOME/$1"
cd "$HOME/$1"
name=$2$3 number=2
while [ -e "$name" ] || [ -L "$name" ]; do
  [ "$number" -le 99 ]
  name=$2-$number$3
  number=$((number + 1))
done
base64 -d > "$name" || { rm -f "$name"; exit 1; }
printf '%s/%s\\n' "$1" "$name"
`;

/** A name that is easy to type in a terminal: no path, no blank, no sign that a shell or a screen reads otherwise. */
export function safeFileName(name: string): { stem: string; end: string } {
  const plain = name
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._-]+/, '')
    .replace(/[._]+$/, '');
  const end = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? '';
  let stem = plain.slice(0, plain.length - end.length);
  while (Buffer.byteLength(stem) > MAX_NAME) stem = [...stem].slice(0, -1).join('');
  return { stem: stem === '' ? 'fichier' : stem, end };
}

export interface PutFileParts {
  engine: Engine;
  /** Container of the seat's own desktop; undefined while it has none. */
  desktopOf(seatId: string): string | undefined;
}

export type PutFile = (
  seatId: string,
  language: GlassLanguage,
  file: { name: string; bytes: Buffer },
) => Promise<{ path: string; bytes: number }>;

/** Puts a file; gives its path from the home. It throws `Refusal`: `machine-not-ready`, or `file-not-kept` when the machine could not keep it (its disk is full). */
export function createPutFile({ engine, desktopOf }: PutFileParts): PutFile {
  return async (seatId, language, { name, bytes }) => {
    const containerId = desktopOf(seatId);
    if (containerId === undefined) throw new Refusal('machine-not-ready');
    const { stem, end } = safeFileName(name);
    const { exitCode, output } = await engine
      .run(containerId, ['sh', '-c', SCRIPT, 'put', wordsIn(language).uploads, stem, end], {
        stdin: bytes.toString('base64'),
        timeoutMs: PUT_MS,
      })
      .catch(() => {
        throw new Refusal('machine-not-ready');
      });
    if (exitCode !== 0) throw new Refusal('file-not-kept');
    return { path: `~/${output.trimEnd().split('\n').at(-1) ?? ''}`, bytes: bytes.length };
  };
}
