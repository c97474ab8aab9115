// What does the runner say while it starts, is up, and is purged, in English?
import type { StartWords } from './start.ts';

export const en: StartWords = {
  'site.building': 'Building the site',
  'site.failed': (tail, log) =>
    `The site does not build. Mend what these lines say, then run the command again.\n${tail}\nThe whole log: ${log}`,
  'images.building': (image) =>
    image === 'base' ? 'Base image (Debian 12)' : `Image of the machine "${image}"`,
  'images.pull': 'downloading',
  'images.debootstrap': 'building from Debian',
  'images.import': 'importing',
  'images.build': 'building',
  'images.done': 'ready',
  'images.failed': (reason) =>
    `The images of the machines do not build. The first time needs the Internet; check the connection, then run the command again. The engine says:\n${reason}`,
  'images.changed': (names) => `Machine changed: ${names}. Its image is being rebuilt.`,
  'images.renewed': (names) =>
    `Image up to date: ${names}. A machine that is open stays as it is; “Restart the lab” gives a fresh one.`,
  'images.shared':
    'The servers of an open workshop’s small Internet keep their old image: stop the program and run npm run purge -- --keep-images to have them made again.',
  'disk.short': (free, need, where) =>
    `There are ${free} GB free in ${where}, where Docker keeps its images; ${need} are needed. Make room, then run the command again.`,

  'engine.absent': (socket) =>
    `No Docker engine answers on "${socket}". Start Docker (sudo systemctl start docker), or check --docker-socket and DOCKER_HOST, then run the command again.`,
  'engine.forbidden': (socket) =>
    `This account may not use the Docker engine of "${socket}". Type: sudo usermod -aG docker $USER, log out, log in again, then run the command again.`,
  'engine.silent': (socket) =>
    `The Docker engine of "${socket}" accepts connections but does not answer. Restart it (sudo systemctl restart docker), or check --docker-socket and DOCKER_HOST, then run the command again.`,
  'engine.strange': (socket, reason) =>
    `The Docker engine of "${socket}" answers badly (${reason}). Check --docker-socket and DOCKER_HOST, or restart Docker (sudo systemctl restart docker), then run the command again.`,
  'site.locked': (lock, minutes) =>
    `Another program has been building the site for more than ${minutes} minutes. Wait until it is done; if nothing runs, remove ${lock}, then run the command again.`,
  'files.forbidden': (path, code) =>
    `The system refuses ${path} to your account (${code}). Let your account write there, for example by typing in the folder of the course: sudo chown -R $USER . Then run the command again.`,
  'files.read-only': (path, code) =>
    `${path} is on a read-only disk (${code}). Copy the course to a disk that can be written, then run the command again.`,
  'files.full': (path, code) =>
    `The disk is full, or your account has no more room on it: ${path} cannot be written (${code}). Make room, then run the command again.`,

  'house.unsafe':
    'The workshop stays closed: a trial machine got out of the isolated network, or its isolation could not be proved. Run npm run doctor; the log has the details.',
  'house.failed':
    'The workshop stays closed: the Docker engine could not make its network or its first machine. Run npm run doctor; the log has the details.',
  'internet.opening': 'The workshop’s small Internet',
  'internet.late':
    'The small Internet is not there yet: the workshop opens without waiting for it, and it goes on trying. The log has the details.',
  'banner.ready': (title) => `The workshop "${title}" is open.`,
  'banner.trainees': 'Address to give out',
  'banner.here': 'On this machine',
  'banner.code': 'Join code',
  'banner.trainer': 'The trainer’s page (this link works once, keep it to yourself)',
  'banner.qr': 'To project: this code leads to the entrance page.',
  'banner.plain-http':
    'Without https, what is typed crosses the room’s network in the clear: no real password in the exercises.',
  'banner.loopback-only':
    'The program listens on this machine only: nobody else can enter. For a room: npm start -- --host 0.0.0.0',
  'banner.no-lan':
    'No network card has an address: connect this machine to the room’s network, then start again.',
  'banner.unreachable': (port) =>
    `If trainees cannot open the address: are their devices on the same network (same Wi-Fi)? Does this machine’s firewall let port ${port} in (sudo ufw allow ${port}/tcp)? Does the Wi-Fi keep its clients apart (common on a "guest" network)?`,
  'banner.several': 'This machine has several addresses. If the first does not answer, try the next ones:',
  'banner.asleep':
    'This workshop is stopped, and its machines with it: “Resume”, on the trainer’s page, starts them again.',
  'banner.stop': 'Ctrl-C stops the program; open workshops resume at the next start.',
  'banner.purge': 'To remove everything: npm run purge',
  'banner.stopped': 'Stopped. The machines and the open workshops stay, and resume at the next npm start.',

  'purge.nothing': 'Nothing to remove: this machine holds no trace of this installation.',
  'purge.running': (pid) =>
    `The program still runs (process ${pid}). Stop it first (Ctrl-C in its window), then run npm run purge again.`,
  'purge.no-engine':
    'The Docker engine does not answer: its containers, networks and images cannot be checked. Start it (sudo systemctl start docker), then run npm run purge again. Nothing was removed.',
  'purge.engine-absent':
    'No Docker engine answers, and no machine was made in one: only the data is removed.',
  'purge.containers': (count) => `Containers removed: ${count}`,
  'purge.networks': (count) => `Networks removed: ${count}`,
  'purge.images': (count) => `Images removed: ${count}`,
  'purge.images-kept': 'Images kept (--keep-images).',
  'purge.images-used': (names) => `Images kept, for another installation uses them: ${names}`,
  'purge.data': (folder) => `Folder removed: ${folder}`,
  'purge.engine': 'Docker engine that npm start had started: stopped.',
  'purge.engine-kept': (pid) =>
    `The Docker engine that npm start had started goes on, for other containers use it. To stop it later: kill ${pid}`,
  'purge.clean': 'Checked: no container, network, image or data of this installation remains.',
  'purge.clean-but-images': 'Checked: no container, network or data of this installation remains.',
  'purge.left': (what) => `Still there: ${what}. Run npm run purge again; if it stays, run npm run doctor.`,
  'purge.elsewhere': (folder) =>
    `The folder ${folder} does not look like a data folder of this program: it was not removed.`,
  'purge.no-right': (folder) =>
    `This account may not remove the whole folder ${folder}. Run npm run purge again as the account that ran npm start (or with sudo).`,
  'flag.unknown': (flag) => `There is no option ${flag} for this command.`,
  'link.new': 'New trainer’s link (good once, keep it to yourself):',
  'link.no-runner': 'No workshop runs on this data folder. Run npm start; it prints the link.',
  'offline.unreadable': (file) =>
    `The manifest of the offline bundle cannot be read (${file}). Make the copy again: npm run export -- … --offline`,
  'offline.loading': 'Images of the machines, compared with their SHA-256, then loaded',
  'offline.missing': (file) =>
    `The images of the machines are missing (${file}): nothing starts. Plug in the stick that this course comes from, and run sh demarrer.sh from it.`,
  'offline.tampered': (file, expected, found) =>
    `The offline bundle was changed or damaged: nothing starts. ${file}\nSHA-256 expected: ${expected}\nSHA-256 found: ${found}\nCopy the stick again from its original.`,
  'offline.moved': (tag) =>
    `The image "${tag}" in this engine is not the one of the offline bundle: nothing starts. Remove it (docker image rm ${tag}), then run the command again.`,
};
