// How does somebody's work leave their machines? As one archive that streams through, machine after machine: nothing of it is kept here.
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { Engine } from '../machines/engine.ts';

/** As much of the home folder, and of a server, is packed, bytes: a class leaves at once. What does not fit is named in the archive. */
const MAX_HOME_BYTES = 64 * 1024 * 1024;
const MAX_SERVER_BYTES = 32 * 1024 * 1024;
/** Longest silence of the packing, milliseconds. */
const PATIENCE_MS = 60_000;
/** A packing that goes on for a reader who is gone ends by itself, seconds. */
const LONGEST_S = 1_800;
/** Lines of about 60 kB that wait for a reader who is slower than the machine; then the machine waits. */
const LINES_AHEAD = 8;

/** What somebody does on a server lies in these, the small ones first. */
const SERVER_PATHS = [
  ...['etc/nginx', 'etc/apache2', 'etc/bind', 'etc/ssh/sshd_config.d', 'etc/wordpress', 'etc/systemd/system'],
  ...['root', 'home', 'var/www', 'srv', 'opt', 'usr/local', 'var/lib/wordpress'],
];

/** Puts what comes on standard input beside the files, under a name of ours. */
const PUT = 'mkdir -p "$HOME/.cache/boite/$1" && cat > "$HOME/.cache/boite/$1/$2"';

/** Ends a piece that is whole: no line of base64 is like it. */
const WHOLE = '.';
/**
 * Packs paths below a root into a folder of the archive, with what was put beside them at its top; lines of base64, for a pipe carries lines. The last
 * kilobyte, which says that an archive is over, is left out: another piece follows (POSIX ustar; gzip's members add up, RFC 1952 2.2).
 */
const PACK = `
shopt -s nullglob
pack() { # root, paths
  local root=$1; shift
  cd "$work" && tar -b1 -cf - --exclude=.cache --transform "flags=rh;s,^\\./,$folder/,;s,^\\.$,$folder," * -C "$root" "$@" 2>/dev/null |
    head -c -1024 | gzip | base64 -w 60000 && echo && echo '${WHOLE}'
}
work=$HOME/.cache/boite/$1 folder=$2
mkdir -p "$work"; trap 'rm -rf "$work"' EXIT`;
/** Too much: the largest files stay, down to the size from which the rest fits. */
const PACK_HOME = `${PACK}
room=$3 left=$4; cd "$HOME"
own() { find . -path ./.cache -prune -o "$@"; }
bytes() { local sum=0 size; while read -r size; do ((sum += size)); done; echo "$sum"; }
below=0
for below in $room $((room / 8)) $((room / 64)) $((room / 512)) $((room / 4096)) 1; do
  (($(own -type f -size -"$below"c -printf '%s\\n' | bytes) <= room)) && break
done
own -type f ! -size -"$below"c -printf '~/%P\\n' | head -1000 > "$work/$left"
[[ -s $work/$left ]] || rm "$work/$left"
own '(' ! -type f -o -size -"$below"c ')' -print0 | pack "$HOME" --null --no-recursion --files-from=-`;
/** Databases are files that change under one's hands: what they hold is told by the program that keeps them. */
const PACK_SERVER = `${PACK}
room=$3 left=$4 databases=$5; shift 5
if pgrep -x 'mariadbd|mysqld' >/dev/null; then
  own=$(mariadb -NBe "select schema_name from information_schema.schemata where schema_name not in ('mysql', 'sys', 'information_schema', 'performance_schema')")
  [[ -z $own ]] || mariadb-dump --single-transaction --databases $own 2>/dev/null | head -c "$room" > "$work/$databases"
fi
take=()
for path; do
  [[ -e /$path ]] || continue
  size=$(du -sb --exclude=.cache "/$path" 2>/dev/null | cut -f1)
  if ((size <= room)); then take+=("./$path") room=$((room - size)); else echo "/$path" >> "$work/$left"; fi
done
# Without a path there is still what was put beside.
if ((\${#take[@]})); then pack / "\${take[@]}"; else pack / --files-from=/dev/null; fi`;

/** What is asked of the engine. */
type Packer = Pick<Engine, 'openPipe' | 'run'>;

/** What somebody has, as far as it runs. */
export interface OwnMachines {
  desktop: string | undefined;
  servers: readonly { host: string; containerId: string }[];
}

/** Names in the archive. */
export interface ArchiveNames {
  folder: string;
  /** File with the names of those that were too large. */
  leftHere: string;
  server: (host: string) => string;
  /** File with what was too large; file with a server's databases. */
  left: (host: string) => string;
  databases: (host: string) => string;
}

interface Piece {
  containerId: string;
  script: string;
  args: readonly string[];
  user?: string;
}

/**
 * A gzipped tar of a seat's machines, each in a folder of its own, with `files` at its top. Undefined when nothing runs.
 * @throws EngineError
 */
export async function carryHome(
  engine: Packer,
  own: OwnMachines,
  files: Readonly<Record<string, string>>,
  names: ArchiveNames,
): Promise<Readable | undefined> {
  const work = `work-${randomUUID()}`;
  const pieces = piecesOf(own, work, names);
  const [first] = pieces;
  if (!first) return undefined;
  for (const [name, text] of Object.entries(files))
    await engine.run(first.containerId, ['sh', '-c', PUT, 'sh', work, name], {
      stdin: text,
      ...userOf(first),
    });
  return Readable.from(packed(engine, pieces), { objectMode: false });
}

const userOf = ({ user }: Piece) => (user === undefined ? {} : { user });

function piecesOf({ desktop, servers }: OwnMachines, work: string, names: ArchiveNames): Piece[] {
  const home = { script: PACK_HOME, args: [work, names.folder, String(MAX_HOME_BYTES), names.leftHere] };
  return [
    ...(desktop === undefined ? [] : [{ containerId: desktop, ...home }]),
    ...servers.map(({ host, containerId }) => ({
      containerId,
      script: PACK_SERVER,
      args: [
        ...[work, names.server(host), String(MAX_SERVER_BYTES), names.left(host), names.databases(host)],
        ...SERVER_PATHS,
      ],
      user: 'root',
    })),
  ];
}

async function* packed(engine: Packer, pieces: readonly Piece[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield* pack(engine, piece);
  // The two empty blocks that end a tar.
  yield gzipSync(Buffer.alloc(1024));
}

/** One machine's piece, as it comes. @throws Error when it ends too early: half an archive must not look like a whole one */
async function* pack(engine: Packer, piece: Piece): AsyncGenerator<Buffer> {
  const { containerId, script, args } = piece;
  const limited = ['/usr/bin/timeout', '--kill-after=5', String(LONGEST_S)];
  const command = [...limited, 'bash', '-c', script, 'bash', ...args];
  const pipe = await engine.openPipe(containerId, command, userOf(piece));
  const lines: string[] = [];
  let over = false;
  let wake = () => {};
  pipe.onLine((line) => {
    lines.push(line);
    if (lines.length >= LINES_AHEAD) pipe.pause();
    wake();
  });
  pipe.onEnd(() => {
    over = true;
    wake();
  });
  try {
    for (;;) {
      const line = lines.shift();
      if (line === WHOLE) return;
      if (line !== undefined) {
        if (line !== '') yield Buffer.from(line, 'base64');
        continue;
      }
      if (over) throw new Error('the packing of a machine ended too early');
      pipe.resume();
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error('the packing of a machine stands still')),
          PATIENCE_MS,
        );
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  } finally {
    pipe.release();
  }
}
