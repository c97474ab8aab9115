// What does one learn first in a terminal? Nine deeds of a deputy's new aide who prepares the local office, « la permanence ».
import { defineLab } from '../define-lab.ts';

export default defineLab({
  minutes: 20,
  machines: {
    desktop: { kind: 'desktop' },
  },
  steps: [
    {
      id: 'where-am-i',
      machine: 'desktop',
      hints: ['nothing-yet', 'capitals', 'unknown-command', 'another-command'],
      solution: [{ run: 'pwd' }],
    },
    {
      id: 'list',
      machine: 'desktop',
      hints: ['nothing-yet', 'capitals', 'unknown-command', 'another-command'],
      solution: [{ run: 'ls' }],
    },
    {
      id: 'make-a-folder',
      machine: 'desktop',
      hints: ['nothing-yet', 'wrong-case', 'near-name', 'other-name', 'wrong-place', 'a-file', 'no-name'],
      solution: [{ run: 'mkdir permanence' }],
    },
    {
      id: 'go-in',
      machine: 'desktop',
      hints: ['no-folder-yet', 'wrong-case', 'no-space', 'not-found', 'elsewhere', 'still-home'],
      solution: [{ run: 'cd permanence' }],
    },
    {
      id: 'write-a-file',
      machine: 'desktop',
      hints: [
        'no-folder-yet',
        'not-saved',
        'empty',
        'wrong-place',
        'near-name',
        'other-name',
        'a-folder',
        'left-without-saving',
        'no-file-yet',
      ],
      solution: [
        { start: 'nano note.txt' },
        { see: 'GNU nano' },
        { type: 'Jeudi, 14 h : permanence ouverte aux habitants' },
        { key: 'Ctrl-O' },
        { key: 'Enter' },
        { key: 'Ctrl-X' },
      ],
    },
    {
      id: 'read-it',
      machine: 'desktop',
      hints: [
        'no-file-yet',
        'not-here',
        'in-nano',
        'forgot-name',
        'other-file',
        'written-not-read',
        'not-yet',
      ],
      solution: [{ run: 'cat note.txt' }],
    },
    {
      id: 'who-am-i',
      machine: 'desktop',
      asksAnswer: true,
      hints: ['no-answer', 'the-command', 'the-machine', 'too-much', 'another-name'],
      solution: [{ run: 'whoami' }, { answer: 'trainee' }],
    },
    {
      id: 'stop-a-program',
      machine: 'desktop',
      hints: ['nothing-yet', 'still-runs', 'suspended', 'ended-by-itself', 'no-duration', 'no-space'],
      solution: [{ start: 'sleep 600' }, { key: 'Ctrl-C' }],
    },
    {
      id: 'get-help',
      machine: 'desktop',
      hints: ['nothing-yet', 'dashes', 'of-which', 'unknown-command', 'another-command'],
      solution: [{ run: 'ls --help' }],
    },
  ],
});
