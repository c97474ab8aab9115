// What does the page “do it again for real” say, that everybody takes home?
import type { TakeHomeWords } from './take-home.ts';

export const en: TakeHomeWords = {
  file: 'do-it-again.html',
  notes: 'read-me.txt',
  zones: (name: string) => `zone of ${name}.txt`,
  folder: 'my-files',
  leftHere: 'my-files-too-large.txt',
  server: (host: string) => `server-${host}`,
  left: (host: string) => `server-${host}-too-large.txt`,
  databases: (host: string) => `server-${host}-databases.sql`,
  title: 'Do it again for real',
  lead: (pseudonym: string, title: string) =>
    `This is what ${pseudonym} did during “${title}”. The workshop was a small, closed Internet: these names and servers do not exist outside. This page says how to have them for real.`,
  names: 'Your names during the workshop',
  noNames: 'You did not register a name.',
  servers: 'Your servers during the workshop',
  noServers: 'You had no server at the end.',
  off: 'Your files are not with this page: your machine was off. Start it, then ask for your work again, before the workshop ends.',
  todo: 'To do again, in this order',
  steps: (name: string, server: string) => [
    `Choose a registrar and check that “${name}”, or the name that you really want, is free.`,
    'Register that name in your own name (not that of a contractor), with an e-mail address that will last, and turn two-factor sign-in on.',
    `Rent a server like “${server}”: look at where it is, under which law, what is backed up, and how one leaves.`,
    'Point the name at the server’s address: an A record, and AAAA if the server has an IPv6 address.',
    'Connect to the server by ssh with a key, update the system, install what you had installed here.',
    'Ask for a certificate (the padlock) and check that it renews by itself.',
    'Note where the backups are, and restore one to try.',
    'Put the expiry dates of the name and of the server in your diary.',
  ],
  readme: (folder: string) =>
    `This archive contains:\n- ${folder}/: your files as they were on your machine, with the history of your commands (the hidden file .bash_history); beyond 64 MB the largest ones stay behind, and my-files-too-large.txt names them;\n- server-*/: of each of your servers that was on, its configuration, pages and home folders (a file -databases.sql holds its databases, if it has any; a file -too-large.txt names what did not fit);\n- do-it-again.html: your names, your servers, and how to have them for real;\n- zone of *.txt: what the zone of each of your names said.\nIt was made because you asked; the workshop’s server keeps no copy.\n`,
  example: { name: 'your-name-exemple.fr', server: 'my-server' },
};
