// How is one line of a WHOIS answer written, so that no value can begin another line?

/** Longest value shown on one line. */
const MAX_VALUE = 200;

/** A value on one line: whatever could end the line or hide becomes a space, and every space a plain one (people search these answers with `grep`). */
export function oneLine(value: string): string {
  const clean = value.replace(/[\p{Cc}\p{Cf}\p{Z}\p{Cs}]+/gu, ' ').trim();
  return [...clean].slice(0, MAX_VALUE).join('');
}

/** `label:` in a column of `width`, then the value, as Afnic and RIPE print them. */
export function column(label: string, value: string, width: number): string {
  return `${`${label}:`.padEnd(width)}${oneLine(value)}`.trimEnd();
}

/** `Label: value`, as the registries of generic TLDs print it. */
export function field(label: string, value: string): string {
  return `${label}: ${oneLine(value)}`.trimEnd();
}
