// What does the site say in English?
import type { RefusalCode } from '#protocol/refusals.ts';
import { en as course } from './course.en.ts';
import type { Words } from './fr.ts';

const refusals: Record<RefusalCode, string> = {
  'bad-request': 'The request was not understood. Reload the page; if it happens again, tell your trainer.',
  'not-joined': 'You are not in a workshop (any more). Join it with your code.',
  'not-a-trainer': 'This page is for the trainer. Open the link shown when the server started.',
  forbidden: 'Your seat does not allow this.',
  'wrong-origin': 'The request came from another site; it was refused.',
  'not-found': 'There is no such thing (any more).',
  'code-unknown': 'No open workshop has this code. Check the four words; accents and capitals do not matter.',
  'personal-code-unknown': 'No seat in an open workshop has this personal code. Check the three words.',
  'method-not-allowed': 'This action does not exist. Reload the page.',
  'pseudonym-taken':
    'Somebody in this workshop already has this pseudonym. Add a word or a figure or, if the seat is yours, come back with your personal code.',
  'pseudonym-reserved': 'This pseudonym could be mistaken for the trainer. Please choose another one.',
  'pseudonym-unreadable': 'Choose a pseudonym of 1 to 24 characters that can be read aloud.',
  'too-many-attempts': 'Too many wrong codes came from this address. Wait a little, then try again.',
  'joining-paused':
    'Joining is paused for a moment after a very large number of wrong codes. Tell your trainer.',
  taken: 'Somebody else is already taking care of it.',
  'workshop-full': 'All seats of the workshop are taken. Tell your trainer.',
  'workshop-ended': 'This workshop is over.',
  'workshop-paused':
    'The workshop is stopped until it resumes, and the machines with it. Everything that you did is kept.',
  'house-full':
    'The computer that hosts the workshop cannot carry one more machine. Two people can share a seat: ask your trainer.',
  'lab-unknown': 'This server has no such lab.',
  'step-unknown': 'This lab has no such step. Reload the page.',
  'machine-not-ready': 'Your machine is not ready yet.',
  'too-many-terminals': 'Four terminals are already open on this machine. Close one first.',
  'too-large': 'The text you sent is too long.',
  'unsupported-media-type': 'The request was not understood. Reload the page, please.',
  'wrong-host': 'This server does not answer at this address. Use the one your trainer gave.',
  'check-broken': 'The check itself does not work on this machine. Restart the lab, or tell your trainer.',
  'terminal-busy':
    'A program is running in terminal 1: end it first (Ctrl + C, Ctrl + X in nano, or “exit” if you opened another shell), then ask again.',
  'glass-nowhere':
    'At this address, the glass browser has no place of its own. Your trainer can give it one (option --glass-domain).',
  'glass-full': 'All the ports for the glass browser are taken. Tell your trainer.',
  'file-not-kept':
    'Your machine could not keep this file: its disk is full, or a file has the name of the folder.',
  'house-opening':
    'The workshop is starting its machines: they come in a few seconds, there is nothing to do.',
  'engine-down': 'The machine engine does not answer. Tell your trainer; your seat is safe.',
  internal: 'Something went wrong on our side. Try again; if it happens again, tell your trainer.',
};

const client: Words['client'] = {
  refusals,
  retryIn: 'Try again in {seconds} s.',
  noAnswer: 'The server does not answer. Check the network, then try again.',
  loading: 'One moment…',
  seat: {
    you: 'You are',
    workshop: 'Workshop: {title}',
    personalCode: 'Your personal code',
    personalCodeUse:
      'Write these three words down: they bring you back to your seat from another tab or another device.',
    leave: 'Leave on this device',
    leaveConfirm:
      'Leave the workshop on this device? Your seat stays: your personal code “{code}” brings you back.',
    join: 'Join a workshop',
    ended:
      'The workshop is over. Thank you for coming. The pages can still be read; the machines have been erased.',
    removed:
      'Your seat was removed from the workshop, with its machine. The pages stay readable; to go on, speak to your trainer, or join the workshop again.',
  },
  panel: {
    checking: 'Looking for your machine…',
    notJoined: 'This lab is done in a real terminal, on a machine of your own. Join a workshop first.',
    join: 'Join a workshop',
    static:
      'You are reading this page without a workshop server: the text is complete, but the terminal cannot open here. To practise for real, join a workshop, or run the course on your own computer with “npm start”.',
    absent: 'Your machine has not been asked for yet.',
    queued:
      'Your machine is being prepared. You are number {position} in the queue; nothing to do, it will open by itself.',
    starting: 'Your machine is starting…',
    ready: 'Your machine is ready.',
    off: 'Your machine is off. Your files are still there; the programs that were running have stopped.',
    asleep:
      'Your machine is off until the workshop resumes. Your files are kept; it will start again by itself.',
    full: 'Your machine was stopped: it was filling the disk that the whole room shares. Your files are still there; the programs that were running have stopped. Start it, then erase what takes up room: “du -ah ~ | sort -h | tail” shows the largest files, “rm” erases them. If it goes on writing, it will stop again. If you do not need your files, “Restart the lab” gives you a fresh machine.',
    start: 'Start the machine',
    lost: 'Your machine has stopped and cannot come back. Starting over gives you a new one; the files of the old one are lost. Your names and servers stay.',
    reset: 'Start over with a new machine',
    open: 'Ask for my machine',
    connecting: 'Opening the terminal…',
    live: 'Connected',
    reconnecting: 'Reconnecting… Your machine keeps working.',
    offline: 'No network: the terminal comes back with it. Your machine keeps working.',
    blocked:
      'Pages arrive but the terminal does not: the network blocks WebSocket connections. Ask your IT department to allow WebSocket to {host}, or change networks (share a phone’s connection).',
    gone: 'This terminal is closed.',
    badFrame: 'This page and the server no longer understand each other. Reload the page.',
    reload: 'Reload the page',
    terminal: 'Terminal #{n}',
    terminals: 'Terminals',
    newTerminal: 'Open another terminal on the same machine',
    closeTerminal: 'Close terminal {n}',
    smaller: 'Smaller terminal text',
    larger: 'Larger terminal text',
    reader: 'Screen reader mode',
    keys: 'On-screen keys',
    help: 'Keyboard, copy and paste',
    leaveKey: 'Leave the terminal by keyboard: {key}',
    leaveKeyShort: 'Ctrl + Shift + Enter',
    copyMac: 'Copy: select, then Cmd + C. Paste: Cmd + V.',
    copyOther:
      'Copy: select, then Ctrl + Shift + C. Paste: Ctrl + Shift + V, or right click, then Paste. (In a terminal, Ctrl + C stops the running program.)',
    copyTouch: 'Paste: press and hold in the terminal, then Paste.',
    azerty: 'On a French keyboard, AltGr gives | { } [ ] @ # \\ ~.',
    linkOpen: 'Open this address in a new tab?\n{url}',
    inputLabel: 'Terminal: type your commands here. {leave}',
    fold: 'Show or fold the terminal',
    resizer: 'Width of text and terminal',
    announceLive: 'The terminal is connected.',
    announceLost: 'The terminal is no longer connected.',
    restart: 'Restart the lab',
    restartConfirm:
      'Restart this lab? Your machine will be replaced by a new one, its files erased and the steps of this lab cleared.',
    restartLoses:
      'These will be given back too, with everything they hold: {things}. The play money they cost comes back to you, and the labs that continue this one will have to be done again.',
    restartKeeps:
      'Your names, your servers and your ssh keys stay as they are: what is already done there will be recognised. To give them back, use the “Registrar” and “Hosts” tabs.',
    keyCtrl: 'Ctrl',
    keyTab: 'Tab',
    keyEscape: 'Esc',
    keyUp: 'Up arrow',
    keyDown: 'Down arrow',
    keyLeft: 'Left arrow',
    keyRight: 'Right arrow',
    keyEnter: 'Enter',
  },
  notices: {
    'input-refused':
      'The running program does not read what you paste: the rest was not sent. Ctrl + C stops it.',
  },
  buildUp: {
    missing: 'This lab continues what you would have done in: {labs}. Something is missing there.',
    button: 'Do it for me',
    busy: 'Watch the terminal: “{lab}” is being done for you…',
  },
  step: {
    passed: 'Passed',
    passedBySolution: 'Done for you',
    todo: 'To do',
    checking: 'Checking…',
    notYet: 'Not yet. A hint?',
    playing: 'Watch the terminal: the solution is being typed…',
    hint: 'Hint',
    hintMore: 'A closer hint',
    answer: 'Answer',
    progress: '{done} of {total} steps passed',
    all: 'All steps passed. Well done!',
    announcePassed: 'Step passed: {title}',
    solveConfirm: 'Type the solution into the terminal for you?',
  },
  ...course.client,
  command: {
    copied: 'Copied',
    copyFailed: 'Copying failed: select the text by hand.',
    sent: 'Sent',
    notLive: 'The terminal is not connected: nothing was sent.',
    busy: 'A program is running in the terminal: end it first (Ctrl + C, Ctrl + X in nano, or “exit” if you opened another shell). Nothing was sent.',
  },
  join: {
    joining: 'Joining the workshop…',
    probing: 'Trying the network…',
    welcome: 'Welcome, {pseudonym}!',
    probeFailed:
      'You are in the workshop, but this network blocks WebSocket connections: terminals will not open. Ask your IT department to allow WebSocket to {host} (port {port}), or change networks.',
    continue: 'Continue anyway',
    already: 'You are already in the workshop as “{pseudonym}”.',
    needCode: 'Write the code of the workshop: four words.',
    needPseudonym: 'Choose a pseudonym.',
    needPersonalCode: 'Write your personal code: three words.',
  },
  trainer: {
    entering: 'Checking the link…',
    needLink: 'Open this page by the trainer’s link that the server shows when it starts.',
    noOne: 'Nobody has arrived yet.',
    endConfirm: 'End the workshop? Terminals close and machines are erased. This cannot be undone.',
    endType: 'Write “{word}” to confirm.',
    endWord: 'end',
    stale: 'The server no longer answers; this list dates from {time}.',
    warnings: {
      'plain-http':
        'Pages travel over plain http: somebody on this network could read them. Keep this workshop to exercises.',
      'engine-down': 'Docker does not answer: no machine can start.',
      'disk-full':
        'The disk of this computer is full: the workshop goes on with a small reserve. Free some space as soon as you can.',
      'joining-paused': 'Joining is paused for a moment: a very large number of wrong codes came in.',
    },
  },
};

const page: Words['page'] = {
  late: 'A part of this page has not arrived. Reload it: the F5 key, or the browser’s ↻ button.',
  site: {
    title: 'The Digital Deputy’s Toolbox',
    short: 'The Toolbox',
    tagline:
      'An open course for installing your own digital tools, and understanding what each choice commits you to.',
  },
  header: {
    language: 'Language',
    switchTo: 'Read this page in English',
    code: 'EN',
    courseMenu: 'Course contents',
    seat: 'Your seat',
  },
  footer: {
    textLicence: 'Texts licensed under',
    codeLicence: 'Program under the MIT licence.',
    attribution: '“The Digital Deputy’s Toolbox”, by its authors.',
    by: '“The Digital Deputy’s Toolbox”; this page: {authors}.',
    changes: 'Changes: {changes}',
    attributionHow: 'You may copy, adapt and share this page if you credit it, under the same licence.',
    notOfficial:
      'An independent project; this is not a site of the French State or of the National Assembly.',
    nav: 'About this site',
  },
  lab: {
    aside: 'Terminal of the lab',
    minutes: '{n} minutes',
    practice: 'Your turn',
    toTerminal: 'Go to the terminal',
    toText: 'Back to the text',
    noScript:
      'The terminal needs JavaScript; the text, the commands and the solutions can be read without it.',
    steps: 'Steps',
  },
  step: {
    number: 'Step {n}',
    check: 'Check',
    hint: 'Hint',
    solution: 'See the solution',
    solve: 'Do it for me',
    answer: 'Answer',
    answerLabel: 'Your answer',
    todo: 'To do',
    keysThen: 'key',
    answerIs: 'Answer:',
  },
  command: {
    copy: 'Copy',
    send: 'Send',
    copyThis: 'Copy the command {command}',
    sendThis: 'Send to the terminal: {command}',
  },
  careful: 'Careful',
  front: {
    title: 'The Digital Deputy’s Toolbox',
    lead: 'A name, a server, a site: you leave with tools of your own, installed with your own hands, and with the political questions that each of them raises.',
    join: 'Join a workshop',
    read: 'Start on my own',
    run: 'Run a workshop',
    questionsTitle: 'Questions that you will be able to answer',
    questions: {
      'nom-de-domaine': 'What is a domain name, and whose is yours?',
      'serveur-virtuel': 'What is a virtual server? How does one choose a host?',
      'fournisseur-acces': 'Which access providers are there, and which slows down what?',
      'cloud-souverain': 'What is the “sovereign cloud”, and why did it fail?',
      publier: 'How does one install one’s own site, and take a position there?',
    },
    programme: 'The whole course plan, with durations',
    whatTitle: 'How it goes',
    what: [
      [
        'A real terminal, in the page',
        'Everybody gets a machine of their own, erased afterwards. Nothing to install, no account, no e-mail address.',
      ],
      [
        'A small Internet, for the room alone',
        'Real registries, real hosts, real certificates, locked inside one computer. One can make mistakes there without disturbing anybody.',
      ],
      [
        'Steps that tick by themselves',
        'The course watches what you do and recognises it, whichever right way you choose. A hint is always waiting.',
      ],
      [
        'Debates, not sermons',
        'Every technical choice commits you. Both sides are defended, with their sources; you decide, or not.',
      ],
    ],
    trainersTitle: 'Are you the trainer?',
    trainers: [
      [
        'Start',
        'On a computer with Linux, the command “npm start”. It prepares everything, even without the Internet.',
      ],
      ['Project', 'The address and the workshop’s code, four words. Everyone comes in with a pseudonym.'],
      ['Guide', 'Your page shows where each person stands; the notes say what to answer.'],
    ],
    trainersLink: 'The trainer’s page',
    notesLink: 'Trainers’ notes',
    whereTitle: 'Free, and from somewhere',
    where:
      'This course is inspired by workshops held at the French National Assembly from 17 October 2017, where elected people and their aides installed their own tools themselves. It is for anybody who is curious; no prior knowledge is asked for. Texts and program are free: take them, translate them, change them.',
    whereLink: 'Where this course comes from, and how to take it over',
  },
  join: {
    title: 'Join a workshop',
    lead: 'Two things only: the code shown in the room and a pseudonym of your choice.',
    code: 'Code of the workshop',
    codeHelp: 'Four words, in French. Accents, capitals, spaces or hyphens: anything goes.',
    pseudonym: 'Your pseudonym',
    pseudonymHelp: 'The trainer sees it. Better not give your real name.',
    submit: 'Enter',
    haveSeat: 'I already have a seat',
    personalCode: 'Personal code',
    personalCodeHelp:
      'The three words you were given on entering; they are on the page, at the top, under your pseudonym.',
    back: 'Back to my seat',
    dataLink: 'Personal data',
    noScript: 'This page needs JavaScript to let you in.',
  },
  trainer: {
    title: 'Run the workshop',
    lead: 'Project this page, or give out the address and the code.',
    address: 'Address',
    code: 'Code of the workshop',
    qr: 'QR code of the workshop’s address',
    people: 'Trainees',
    pseudonym: 'Their pseudonym',
    presence: 'Presence',
    progress: 'Steps',
    warnings: 'Good to know',
    end: 'End the workshop…',
    noScript: 'This page needs JavaScript.',
  },
  legal: { privacy: 'Personal data', accessibility: 'Accessibility', legal: 'Legal notice' },
  ...course.page,
  notFound: {
    title: 'Page not found',
    text: 'This address leads to no page. The contents, or the search, will put you back on the way.',
    home: 'Back to the front page',
  },
};

export const en: Words = { client, page };
