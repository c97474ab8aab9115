// What does a lab look like? The smallest whole one: two steps, a file and an answer. `npm run new:lab` copies it; every line says what it is for.
import { defineLab } from '../define-lab.ts';

export default defineLab({
  // What a trainee needs, reading included. The lesson's page shows it.
  minutes: 5,
  // Made when the lab opens, thrown away at the end. `desktop` is a Debian with a terminal; the first one is the one that opens.
  machines: {
    desktop: { kind: 'desktop' },
  },
  // In the order of the lesson. An id is a verb or a question; the lesson shows it as <Step id="write-a-word">.
  steps: [
    {
      id: 'write-a-word',
      machine: 'desktop',
      // Every way of being wrong that deserves a sentence of its own; checks/write-a-word.sh ends with one of these keys.
      hints: ['nothing-yet', 'empty', 'other-name', 'a-folder'],
      // What « faire à ma place » and the proof type, as keyboard gestures.
      solution: [{ run: 'echo "Bonjour à toutes et à tous" > mot.txt' }],
    },
    {
      id: 'count-the-words',
      machine: 'desktop',
      // The page then shows a field; the check finds what was written in it in $ANSWER.
      asksAnswer: true,
      hints: ['no-answer', 'no-file', 'too-much', 'in-letters', 'another-number'],
      solution: [{ run: 'wc -w mot.txt' }, { answer: '6' }],
    },
  ],
});
