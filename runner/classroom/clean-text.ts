// What remains of a sentence that everybody will read? Text: no control signs, no escape sequences, no invisible or direction-changing ones (F-06 in spirit: a name or a message never acts).

const ESCAPES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject.
  /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~]?)/g;
/** Controls but the newline, formatting signs but the joiner of emoji, line separators, private and unassigned signs. */
const HIDDEN = /(?!\n|\u200d)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text as people read it, trimmed, at most three newlines in a row. */
export function cleanText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(ESCAPES, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(HIDDEN, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
