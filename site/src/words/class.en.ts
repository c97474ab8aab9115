// What does a trainee read of the class around them, in English?
import type { RoomWords } from './class.fr.ts';

export const en: RoomWords = {
  locale: 'en-GB',
  region: 'The workshop',
  trainer: 'the trainer',
  close: 'Hide',
  hand: {
    raise: 'Raise hand',
    raised: 'Hand raised',
    title: 'Ask for help',
    sentence: 'In one sentence, if you like',
    sentenceHelp: 'Read by the trainer, kept nowhere.',
    send: 'Raise my hand',
    change: 'Change the sentence',
    lower: 'Lower my hand',
    position: 'Your hand is raised: you are number {position} in line.',
    taken: '{by} is taking care of you.',
    key: 'Shortcut: Alt + H',
  },
  message: 'Message from {by}',
  notices: {
    'desktop-out-of-memory':
      'Your desktop has run out of memory: the program that asked for too much was stopped. Your files are safe.',
    'server-out-of-memory':
      'Your server “{about}” has run out of memory: the program that asked for too much was stopped. Its files are safe; “systemctl --failed” tells whether a service is missing.',
    'images-building': 'Machine changed: {about}. Its image is being rebuilt; your terminal stays yours.',
    'images-built': 'Image up to date: {about}. “Restart the lab” gives you a fresh machine.',
    'images-failed':
      'The image does not build: {about}. The terminal of npm run dev says why; the old one stays in use.',
  },
  look: {
    title: 'Look at the board',
    text: '{by} is speaking to the whole room. Nothing has stopped: your machine goes on.',
    back: 'Back to my page',
  },
  timer: { running: 'Exercise: {time} left', over: 'The time for the exercise is over.' },
  everybody: {
    text: 'Everybody should now be at: {step}',
    go: 'Go there',
  },
  end: {
    at: 'Ends: {time}',
    left: 'The workshop ends at {time}, in {minutes} min.',
    soon: 'Remember to take your work home.',
    over: 'The announced end has passed; the workshop goes on until the trainer ends it.',
  },
  paused: 'The workshop is paused. Your seat, your files and your progress are kept.',
  asleep:
    'The workshop is stopped until it resumes, and the machines with it. Your seat, your files, your names, your servers and your progress are kept. You may close this page: you will come back with this browser, or with your personal code.',
  over: 'The workshop is over. Thank you for coming. The pages stay readable.',
  removed:
    'Your seat was removed from the workshop. The pages stay readable; to go on, speak to your trainer, or join the workshop again.',
  closing: 'The workshop is ending. Take your work home now: the machines are about to be erased.',
  take: 'Take my work home',
  takeHelp: 'One archive: your files, your commands, your names, and a page to do it all again for real.',
  help: {
    asks: '{by} offers to help you.',
    explain: 'You choose, and you can cut at any moment. Saying no is normal.',
    watch: 'Watch only',
    write: 'Watch and type',
    no: 'No, thank you',
    watching: '{by} is watching your terminal',
    writing: '{by} can type in your terminal',
    typing: '{by} is typing…',
    cut: 'Cut',
    log: 'Who helped me',
    logEmpty: 'Nobody so far.',
    what: {
      asked: 'offered to help',
      refused: 'was told no by you',
      watch: 'is watching',
      write: 'is watching and typing',
      cut: 'was cut by you',
      left: 'left',
      withdrawn: 'took the offer back',
    },
  },
  solve: {
    text: '{by} offers to do this step for you: “{step}”. The solution will be typed in your terminal.',
    yes: 'Yes, please',
    no: 'No, I’ll go on',
    done: 'The solution is being typed in your terminal.',
  },
  shown: { text: '{by} is showing a terminal to the whole class.', open: 'Watch' },
};
