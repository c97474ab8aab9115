// Does somebody who reads a recording learn the same as somebody who watches it?
import { expect, test } from 'vitest';
import { transcriptOf } from '../../../site/src/build/transcript.ts';

const ESC = '\x1b';

test('each step has its own lines, in plain text, full-screen programs included', async () => {
  const parts = await transcriptOf({
    cols: 20,
    rows: 4,
    seconds: 9,
    marks: [
      { at: 1, step: 'look' },
      { at: 3, step: 'write' },
    ],
    events: [
      { at: 0, text: '$ ' },
      { at: 2, text: `ls\r\n${ESC}[34mDocuments${ESC}[0m and a line longer than the screen\r\n$ ` },
      { at: 4, text: `nano\r\n${ESC}[?1049h${ESC}[H${ESC}[2JJeudi` },
      { at: 5, text: ', 14 h' },
      { at: 6, text: `${ESC}[?1049l$ ` },
    ],
  });
  expect(parts).toEqual([
    { step: 'look', text: '$ ls\nDocuments and a line longer than the screen' },
    { step: 'write', text: 'Jeudi, 14 h\n$ nano' },
  ]);
});
