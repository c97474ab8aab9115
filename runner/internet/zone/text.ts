// How does free text become the character strings of a TXT record, so that nothing in it can end them (RFC 1035, 5.1)?

/** Longest character string, in octets (RFC 1035, 3.3.14). */
export const MAX_STRING_OCTETS = 255;

/** What a person pasted: text as it is, or already cut into quoted strings as other tools show it. Gives the bare text. */
export function unquoteText(input: string): string {
  const text = input.trim();
  if (!/^"[^"\\]*"(\s+"[^"\\]*")*$/.test(text)) return text;
  return [...text.matchAll(/"([^"\\]*)"/g)].map((match) => match[1]).join('');
}

/** Cuts text in strings of at most 255 octets of UTF-8, never inside a character. */
export function chunkText(text: string): string[] {
  const chunks: string[] = [];
  let chunk = '';
  let octets = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_STRING_OCTETS) {
      chunks.push(chunk);
      chunk = '';
      octets = 0;
    }
    chunk += character;
    octets += size;
  }
  return chunk === '' && chunks.length > 0 ? chunks : [...chunks, chunk];
}

/** One quoted string of a zone file: quotes and backslashes escaped, every octet that is not visible ASCII as `\DDD`. */
export function quoteString(text: string): string {
  let quoted = '';
  for (const octet of Buffer.from(text, 'utf8')) {
    const character = String.fromCharCode(octet);
    if (character === '"' || character === '\\') quoted += `\\${character}`;
    else if (octet < 0x20 || octet > 0x7e) quoted += `\\${String(octet).padStart(3, '0')}`;
    else quoted += character;
  }
  return `"${quoted}"`;
}
