// How does one prove that an access box lies, or holds a site back? Compare, measure, ask the source, write it down, and change lines.
// Before each step the lesson shows: `box`, `dig` (and that NXDOMAIN means « no such name »), the source's server, `curl -o`, the regulator's address.
import { defineLab } from '../define-lab.ts';

export default defineLab({
  minutes: 45,
  machines: { desktop: { kind: 'desktop' } },
  counters: ['glass'],
  steps: [
    {
      id: 'plug-in',
      machine: 'desktop',
      hints: ['nothing-yet', 'listed-only', 'unknown-box', 'another-command'],
      solution: [{ run: 'box aurore' }],
    },
    {
      id: 'ask-the-three',
      machine: 'desktop',
      hints: ['no-question', 'another-name', 'one-box', 'two-boxes'],
      solution: [
        { run: 'dig www.journal-exemple.fr' },
        { run: 'box boreal' },
        { run: 'dig www.journal-exemple.fr' },
        { run: 'box cigale' },
        { run: 'dig www.journal-exemple.fr' },
      ],
    },
    {
      id: 'who-lies',
      machine: 'desktop',
      asksAnswer: true,
      hints: ['no-answer', 'another-box', 'no-box'],
      solution: [{ answer: 'boreal' }],
    },
    {
      id: 'ask-the-source',
      machine: 'desktop',
      hints: ['nothing-yet', 'a-resolver', 'another-name', 'failed'],
      solution: [{ run: 'dig @ns1.bureau-exemple.net www.journal-exemple.fr' }],
    },
    {
      id: 'measure',
      machine: 'desktop',
      hints: ['nothing-yet', 'another-file', 'cut-short', 'one-box', 'two-boxes'],
      solution: [
        { run: 'curl -o film http://www.videos-exemple.fr/film', seconds: 30 },
        { run: 'box boreal' },
        { run: 'curl -o film http://www.videos-exemple.fr/film', seconds: 30 },
        { run: 'box aurore' },
        { run: 'curl -o film http://www.videos-exemple.fr/film', seconds: 30 },
        { run: 'curl -o photo http://www.journal-exemple.fr/photo', seconds: 30 },
      ],
    },
    {
      id: 'who-slows',
      machine: 'desktop',
      asksAnswer: true,
      hints: ['no-answer', 'the-liar', 'another-box', 'no-box'],
      solution: [{ answer: 'aurore' }],
    },
    {
      id: 'write-the-report',
      machine: 'desktop',
      hints: ['no-file', 'empty', 'no-lie', 'no-slowness', 'no-measure', 'accuses'],
      solution: [
        { run: 'echo "boreal: www.journal-exemple.fr, NXDOMAIN (ns1: NOERROR)" > rapport.txt' },
        { run: 'echo "aurore: www.videos-exemple.fr/film 5 s; boreal, cigale: 0,1 s" >> rapport.txt' },
      ],
    },
    {
      id: 'send-it',
      machine: 'desktop',
      hints: ['nothing-yet', 'no-data', 'another-page', 'failed'],
      solution: [{ run: 'curl --data-binary @rapport.txt http://www.regulateur-exemple.fr/signaler' }],
    },
    {
      id: 'settle',
      machine: 'desktop',
      asksAnswer: true,
      hints: ['no-answer', 'another-box', 'on-aurore', 'on-boreal', 'on-none'],
      solution: [{ run: 'box cigale' }, { answer: 'cigale' }],
    },
  ],
});
