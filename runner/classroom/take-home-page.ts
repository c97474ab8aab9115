// What is in the archive besides one's files? A page « refaites-le pour de vrai » with one's own names, the zones, and a word on what is what. Pure: text in, text out.
import type { TakeHomeWords } from '../words/take-home.ts';

export interface OwnThings {
  pseudonym: string;
  /** Title of the séance. */
  title: string;
  language: string;
  names: readonly { name: string; records: readonly string[] }[];
  servers: readonly { host: string; address: string }[];
  /** Their machine is off: no file of theirs comes along. */
  off: boolean;
}

/** Name of a file → its text. */
export function takeHomeFiles(own: OwnThings, words: TakeHomeWords): Record<string, string> {
  const zones = own.names.map(({ name, records }) => [words.zones(name), `${records.join('\n')}\n`] as const);
  return {
    [words.file]: page(own, words),
    [words.notes]: words.readme(words.folder),
    ...Object.fromEntries(zones),
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const list = (items: readonly string[], otherwise: string, tag: 'ul' | 'ol' = 'ul'): string =>
  items.length === 0
    ? `<p>${escaped(otherwise)}</p>`
    : `<${tag}>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</${tag}>`;

function page(own: OwnThings, words: TakeHomeWords): string {
  const name = own.names[0]?.name ?? words.example.name;
  const server = own.servers[0]?.host ?? words.example.server;
  return `<!doctype html>
<html lang="${own.language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(words.title)}</title>
<style>body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 system-ui,sans-serif}</style>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.lead(own.pseudonym, own.title))}</p>
${own.off ? `<p><strong>${escaped(words.off)}</strong></p>\n` : ''}<h2>${escaped(words.names)}</h2>
${list(
  own.names.map((one) => one.name),
  words.noNames,
)}
<h2>${escaped(words.servers)}</h2>
${list(
  own.servers.map((one) => `${one.host} (${one.address})`),
  words.noServers,
)}
<h2>${escaped(words.todo)}</h2>
${list(words.steps(name, server), '', 'ol')}
</html>
`;
}
