// What does this output say once drawn as plain text? For people and programs that read it, not for a screen.

// CSI, OSC and the other string sequences, two-character escapes (ECMA-48 section 5), then what is left of the controls.
const SEQUENCES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject.
  /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]?/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: same reason.
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g;

/** Takes UTF-8 terminal output; gives its text with `\n` newlines, without escape sequences. A line that was overwritten after a carriage return keeps its last writing. */
export function plainText(output: Buffer): string {
  const lines = output.toString('utf8').replace(SEQUENCES, '').replaceAll('\r\n', '\n').split('\n');
  return lines
    .map((line) => line.slice(line.trimEnd().lastIndexOf('\r') + 1).replace(CONTROLS, ''))
    .join('\n');
}
