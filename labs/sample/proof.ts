// Which other ways are right, and which near misses are not? `npm run prove` types each into a real machine; every hint is reached once.
import { defineProof } from '../define-lab.ts';

export default defineProof({
  'write-a-word': {
    // Two other right ways at least: what a trainee who knows more would do.
    ways: [
      [{ run: "printf 'Entrez sans frapper\\n' | tee mot.txt" }],
      [
        { start: 'nano mot.txt' },
        { see: 'GNU nano' },
        { type: 'Entrez sans frapper' },
        { key: 'Ctrl-O' },
        { key: 'Enter' },
        { key: 'Ctrl-X' },
      ],
    ],
    // What a trainee does wrong, and the hint that must answer it.
    nearMisses: [
      { does: [{ run: 'touch mot.txt' }], hint: 'empty' },
      { does: [{ run: 'echo Bonjour > note.txt' }], hint: 'other-name' },
      { does: [{ run: 'mkdir mot.txt' }], hint: 'a-folder' },
      { does: [{ run: 'echo Bonjour' }], hint: 'nothing-yet' },
    ],
  },
  'count-the-words': {
    ways: [
      [{ run: 'wc -w < mot.txt' }, { answer: ' 6 ' }],
      [{ run: 'cat mot.txt | wc --words' }, { answer: '6' }],
    ],
    nearMisses: [
      { does: [{ answer: '6 mot.txt' }], hint: 'too-much' },
      { does: [{ answer: 'six' }], hint: 'in-letters' },
      { does: [{ answer: '7' }], hint: 'another-number' },
      { does: [{ answer: ' ' }], hint: 'no-answer' },
      { does: [{ run: 'rm mot.txt' }, { answer: '6' }], hint: 'no-file' },
    ],
  },
});
