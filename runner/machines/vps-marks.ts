// What does a server tell the runner through its console? Invisible marks: it is ready, it reboots, it powers off.

/** `running` and `degraded` end a boot; the others are systemd's last word, its verb. */
export type VpsMark = 'running' | 'degraded' | 'reboot' | 'poweroff' | 'halt' | 'kexec' | 'exit';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark is made of control characters, so that no screen shows it
const MARK = /\x1b\]5525;boite;(running|degraded|reboot|poweroff|halt|kexec|exit)\x07/g;
/** Longer than any mark: what is kept of one piece of output for the next. */
const LONGEST = 40;

/** Reads marks out of an output, over any boundary between its pieces. The server's root can forge them: they decide nothing but its own fate. */
export function markReader(onMark: (mark: VpsMark) => void): (bytes: Buffer) => void {
  let rest = '';
  return (bytes) => {
    const text = rest + bytes.toString('latin1');
    let end = 0;
    for (const match of text.matchAll(MARK)) {
      end = match.index + match[0].length;
      onMark(match[1] as VpsMark);
    }
    rest = text.slice(Math.max(end, text.length - LONGEST));
  };
}

/**
 * Why a server that has stopped did so, from the end of its console: `reboot` (it must come back by itself), `off` (somebody asked for it),
 * `crash` (nobody did: killed, out of memory).
 */
export function whyStopped(console: Buffer): 'reboot' | 'off' | 'crash' {
  let last: VpsMark | undefined;
  markReader((mark) => {
    last = mark;
  })(console);
  if (last === 'reboot' || last === 'kexec') return 'reboot';
  return last === undefined || last === 'running' || last === 'degraded' ? 'crash' : 'off';
}
