// What does the runner say to the person at the keyboard, in English? Same keys as fr.ts, held by the compiler.
import type { Words } from './fr.ts';

export const en: Words = {
  'settings.usage-title': 'Options (each has its environment variable):',
  'settings.unknown-flag': (flag, nearest) =>
    `There is no option "${flag}".${nearest ? ` Did you mean "${nearest}"?` : ''} The list: npm start -- --help`,
  'settings.unknown-variable': (name, nearest) =>
    `There is no environment variable "${name}".${nearest ? ` Did you mean "${nearest}"?` : ''} The list: npm start -- --help`,
  'settings.unexpected-word': (word) =>
    `Nothing expects the word "${word}": options begin with "--". The list: npm start -- --help`,
  'settings.repeated': (flag) => `The option "${flag}" is given twice: keep one.`,
  'settings.missing-value': (flag, example) =>
    `The option "${flag}" expects a value, for example: ${flag} ${example}`,
  'settings.empty': (name, example) =>
    `"${name}" is empty: remove it, or give it a value, for example ${example}.`,
  'settings.not-a-number': (name, found, min, max) =>
    `"${name}" expects a whole number from ${min} to ${max}, without a unit; found: "${found}".`,
  'settings.not-yes-or-no': (name, found) =>
    `"${name}" expects yes or no (yes, oui, true, 1, or no, non, false, 0); found: "${found}".`,
  'settings.not-a-language': (name, found, known) =>
    `"${name}" expects one of these languages: ${known}; found: "${found}".`,
  'settings.not-an-address': (name, found) =>
    `"${name}" expects an IP address of this machine, for example 0.0.0.0 (all of them) or 127.0.0.1 (this machine only); found: "${found}".`,
  'settings.foreign-address': (name, found, own) =>
    `"${name}": the address "${found}" does not belong to this machine. Its own: ${own}.`,
  'settings.not-a-url': (name, found) =>
    `"${name}" expects a complete address without a path, for example https://atelier.exemple.fr; found: "${found}".`,
  'settings.not-a-block': (name, found) =>
    `"${name}" expects a block of IPv4 addresses of size /8 to /20, for example 198.18.0.0/15; found: "${found}".`,
  'settings.not-a-domain': (name, found) =>
    `"${name}" expects a domain whose every subdomain leads here, for example glass.atelier.exemple.fr; found: "${found}".`,
  'settings.not-ports': (name, found) =>
    `"${name}" expects a first and a last port, for example 8100-8299; found: "${found}".`,
  'settings.not-a-title': (name) =>
    `"${name}" expects a title of 1 to 80 characters, without control characters.`,
  'settings.not-a-path': (name, found) =>
    `"${name}" expects a file path, absolute or relative; found: "${found}".`,
  'settings.docker-not-local': (found) =>
    `DOCKER_HOST points to "${found}": only an engine of this machine will do (unix:///path/of/the/socket). Unset DOCKER_HOST, or give --docker-socket.`,
  'settings.local-shell-not-loopback': (name) =>
    `"--local-shell" opens a terminal on your own machine: it works on 127.0.0.1 only. Remove "${name}".`,
  'settings.local-shell-warning':
    'Careful: --local-shell opens a real terminal on YOUR machine, with your rights and your files. Use it for writing lessons only.',

  'option.port': 'port to listen on',
  'option.host': 'address to listen on: 0.0.0.0 for the whole room, 127.0.0.1 for this machine only',
  'option.public-url': 'public address, when a front server or a port forward stands before this one',
  'option.data': 'directory of the data (database, built site, log)',
  'option.lang': 'language of these messages and of the workshop: fr or en',
  'option.controller': 'who answers for the workshop’s personal data (shown at the door)',
  'option.keep-days': 'days kept after the end, 0 to 365',
  'option.title': 'title of the workshop',
  'option.seats': 'number of seats in the workshop',
  'option.subnet-block': 'block of addresses of the small Internet',
  'option.internet':
    '“no” opens the workshop without a small Internet: no names, no servers, terminals alone (for a small computer)',
  'option.glass-domain': 'domain whose every subdomain leads here, for the pages of the glass browser',
  'option.glass-ports': 'ports of those pages in a room, one per trainee',
  'option.docker-socket': 'socket of the Docker engine',
  'option.yes': 'answers yes to every question of the installation',
  'option.local-shell': 'without Docker, for writing lessons: a terminal on your own machine',
  'option.watch': 'for authors: reads the labs again at each save (npm run dev asks for it by itself)',
  'option.log': 'log: "file" (in the data directory) or "stdout"',
  'option.help': 'shows this list',
  'settings.not-a-log': (name, found) => `"${name}" expects "file" or "stdout"; found: "${found}".`,
  'settings.default-title': 'The digital deputy’s toolbox',

  'store.second-runner': (dir, pid) =>
    `Another run already uses the directory "${dir}" (process ${pid}). Stop it (Ctrl-C in its window), or choose another directory with --data.`,
  'store.newer-schema': (file, found, known) =>
    `The database "${file}" comes from a newer version (format ${found}; this version knows format ${known}). Update the program, or choose another directory with --data.`,
  'store.missing-parent': (dir) =>
    `The directory "${dir}" cannot be made: the one that should contain it does not exist. Check --data, or create it.`,
  'store.not-a-directory': (dir) => `"${dir}" is not a directory. Choose one with --data.`,
  'store.not-writable': (dir) =>
    `Cannot write in "${dir}". Give your account the right to, or choose another directory with --data.`,
  'store.network-disk': (dir) =>
    `"${dir}" is on a network disk, where a database can be lost. Choose a directory of the local disk with --data.`,
  'store.damaged': (file) =>
    `The database "${file}" cannot be read. Put it aside (rename it) and start again: workshops will begin anew.`,
  'store.disk-full': (dir) =>
    `The disk of "${dir}" is full: nothing more can be saved. Free some space, then start again.`,

  'page.not-found': 'This page does not exist.',
  'page.trainers-only': 'These notes are for trainers. Open your trainer’s link first, then come back.',
  'page.no-site': 'The site is not built yet. Run npm start, then reload this page.',
  'page.wrong-host': 'This is not the address of the workshop. Ask the trainer for the address on display.',

  'listen.in-use': (port) =>
    `Port ${port} is already taken by another program. Stop it, or choose another port: npm start -- --port ${port === 65535 ? 8017 : port + 1}`,
  'listen.no-right': (port) =>
    `Port ${port} is reserved for the machine’s administrator. Choose a port from 1024 up: npm start -- --port 8017`,
  'listen.no-address': (host) =>
    `The address "${host}" is not (or no longer) this machine’s. Check the network, or start with --host 0.0.0.0`,
  'listen.failed': (reason) => `The server could not open: ${reason}`,
  'listen.plain-http':
    'Careful: over http, anybody who shares the network can read what passes. Type no real password there.',
};
