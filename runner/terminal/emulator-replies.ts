// Did a person type this, or did the page's emulator answer by itself? Two open pages both answer; the shell must hear one.

// Device attributes, cursor position and status reports, mode reports, colour and string answers, focus in and out (xterm's ctlseqs).
const REPLY =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject.
  /^(?:\x1b\[[?>=]?[\d;]*(?:c|R|n|\$y|t)|\x1b\[[IO]|\x1b(?:\]|P)[^\x07\x1b]*(?:\x07|\x1b\\))+$/;
const MAX_REPLY_BYTES = 256;

/** True when these bytes are only what an emulator says without anybody typing. Shift-F3 looks the same as a cursor report and counts as one. */
export function isEmulatorReply(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x1b || bytes.length > MAX_REPLY_BYTES) return false;
  return REPLY.test(Buffer.from(bytes).toString('latin1'));
}
