// What does the sample lab say in English? The same keys as words.fr.ts.
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Leave a word',
  summary: 'The smallest whole lab: write a word of welcome into a file, then count its words.',
  steps: {
    'write-a-word': {
      title: 'Write a word of welcome into a file called `mot.txt`.',
      done: 'It is written. It stays there until somebody removes it.',
      hints: {
        'nothing-yet': [
          'No file has this name in your home folder yet.',
          'Type `echo`, your sentence between double quotes, then the sign `>` and the name of the file.',
        ],
        empty: [
          'The file exists, but it is empty.',
          'The sign `>` sends to the file what the command on its left shows: what does it show?',
        ],
        'other-name': [
          'You did write a file, but under another name than the one asked for.',
          'Do the same again, with `mot.txt` after the sign `>`.',
        ],
        'a-folder': [
          'A folder has taken this name; a file is needed.',
          'Remove the folder with `rmdir mot.txt`, then write the file.',
        ],
      },
      solution: '`echo` shows a sentence; `>` writes it into a file instead of on the screen.',
    },
    'count-the-words': {
      title: 'How many words does `mot.txt` contain? Ask the machine, then give its answer here.',
      done: 'That is the number. The same command would count the words of a bill.',
      answerLabel: 'Number of words',
      hints: {
        'no-answer': [
          'The answer goes into the field under the text of this step.',
          'The command `wc`, with the option `-w`, counts the words of the file that you name.',
        ],
        'no-file': [
          'The file `mot.txt` is gone: there is nothing to count.',
          'Go back to the step before and write it again.',
        ],
        'too-much': [
          'The machine answers a number and the name of a file; only the number is asked for.',
          'Copy the first word of its answer, no more.',
        ],
        'in-letters': ['Give the number in figures.', 'Copy it as the machine writes it, without letters.'],
        'another-number': [
          'The machine counts in another way: for it, a word ends at the blank.',
          'Run the command again and copy the number that it shows first.',
        ],
      },
      solution: '`wc -w` (word count) shows the number of words, then the name of the file.',
    },
  },
});
