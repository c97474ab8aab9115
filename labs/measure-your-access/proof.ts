// Which other ways are right, and which near misses are not? Each is typed into a real desktop of a small Internet with its three boxes.
import { defineProof } from '../define-lab.ts';

export default defineProof({
  'plug-in': {
    ways: [[{ run: 'box Boreal' }], [{ run: 'box && box cigale' }]],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'another-command' },
      { does: [{ run: 'box' }], hint: 'listed-only' },
      { does: [{ run: 'box gamma' }], hint: 'unknown-box' },
    ],
  },
  'ask-the-three': {
    ways: [
      [
        { run: 'host www.journal-exemple.fr' },
        { run: 'dig +short @boreal.acces-exemple.net www.journal-exemple.fr' },
        { run: 'dig +short @cigale.acces-exemple.net www.journal-exemple.fr' },
      ],
      [
        { run: 'for b in boreal aurore; do box $b; done' },
        {
          run: 'box cigale; dig www.journal-exemple.fr; box boreal; dig www.journal-exemple.fr; box aurore; dig www.journal-exemple.fr',
        },
      ],
    ],
    nearMisses: [
      { does: [{ run: 'box cigale' }], hint: 'no-question' },
      { does: [{ run: 'dig www.videos-exemple.fr' }], hint: 'another-name' },
      { does: [{ run: 'dig www.journal-exemple.fr' }], hint: 'one-box' },
      {
        does: [
          { run: 'dig www.journal-exemple.fr' },
          { run: 'box cigale' },
          { run: 'dig +short www.journal-exemple.fr' },
        ],
        hint: 'two-boxes',
      },
    ],
  },
  'who-lies': {
    ways: [[{ answer: 'Boréal' }], [{ answer: ' la box boreal ' }]],
    nearMisses: [
      { does: [{ answer: '  ' }], hint: 'no-answer' },
      { does: [{ answer: 'aurore' }], hint: 'another-box' },
      { does: [{ answer: 'NXDOMAIN' }], hint: 'no-box' },
    ],
  },
  'ask-the-source': {
    ways: [
      [{ run: 'dig +trace www.journal-exemple.fr' }],
      [{ run: 'host www.journal-exemple.fr ns2.bureau-exemple.net' }],
      [{ run: 'dig +short www.journal-exemple.fr A @ns1.bureau-exemple.net' }],
    ],
    nearMisses: [
      { does: [{ run: 'dig @aurore.acces-exemple.net www.journal-exemple.fr' }], hint: 'a-resolver' },
      { does: [{ run: 'dig @ns1.bureau-exemple.net www.videos-exemple.fr' }], hint: 'another-name' },
      { does: [{ run: 'dig @ns9.bureau-exemple.net www.journal-exemple.fr' }], hint: 'failed' },
    ],
  },
  measure: {
    ways: [
      [
        { run: 'curl -s http://www.videos-exemple.fr/film > /dev/null' },
        { run: 'box boreal' },
        { run: "curl -s -o /dev/null -w '%{time_total}' http://www.videos-exemple.fr/film" },
        { run: 'box aurore' },
        { run: 'time curl -O http://www.videos-exemple.fr/film', seconds: 30 },
      ],
      [
        { run: 'curl -o /dev/null www.videos-exemple.fr/film', seconds: 30 },
        {
          run: 'curl -x http://boreal.acces-exemple.net:3128 -o /dev/null http://www.videos-exemple.fr/film',
          seconds: 30,
        },
        {
          run: 'curl -x http://aurore.acces-exemple.net:3128 -o /dev/null http://www.videos-exemple.fr/film',
          seconds: 30,
        },
      ],
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
      { does: [{ run: 'curl -s -o /dev/null http://www.journal-exemple.fr/photo' }], hint: 'another-file' },
      { does: [{ run: 'curl -m 1 -o film http://www.videos-exemple.fr:81/film' }], hint: 'another-file' },
      {
        does: [
          { run: 'box aurore' },
          { start: 'curl -o film http://www.videos-exemple.fr/film' },
          { see: 'Total' },
          { key: 'Ctrl-C' },
        ],
        hint: 'cut-short',
      },
      { does: [{ run: 'curl -o film http://www.videos-exemple.fr/film' }], hint: 'one-box' },
      {
        does: [
          { run: 'curl -o film http://www.videos-exemple.fr/film' },
          { run: 'box boreal' },
          { run: 'curl -o film http://www.videos-exemple.fr/film' },
        ],
        hint: 'two-boxes',
      },
    ],
  },
  'who-slows': {
    ways: [[{ answer: 'Aurore' }], [{ answer: 'box aurore' }]],
    nearMisses: [
      { does: [{ answer: ' ' }], hint: 'no-answer' },
      { does: [{ answer: 'boreal' }], hint: 'the-liar' },
      { does: [{ answer: 'cigale' }], hint: 'another-box' },
      { does: [{ answer: 'le film' }], hint: 'no-box' },
    ],
  },
  'write-the-report': {
    ways: [
      [
        { start: 'nano rapport.txt' },
        { see: 'GNU nano' },
        {
          type: 'Je constate. Boréal nie www.journal-exemple.fr. Par Aurore, la vidéo met 5 s, par Cigale 0,1 s.',
        },
        { key: 'Ctrl-O' },
        { key: 'Enter' },
        { key: 'Ctrl-X' },
      ],
      [
        {
          run: "printf '%s\\n' 'Boreal: journal-exemple.fr is denied.' 'Aurore: the film takes 5 s, 0.1 s elsewhere.' | tee ~/rapport.txt",
        },
      ],
    ],
    nearMisses: [
      { does: [{ run: 'echo "boreal journal aurore film 5 s" > report' }], hint: 'no-file' },
      { does: [{ run: 'touch rapport.txt' }], hint: 'empty' },
      { does: [{ run: 'echo "aurore: film 5 s" > rapport.txt' }], hint: 'no-lie' },
      { does: [{ run: 'echo "boreal: journal 1" > rapport.txt' }], hint: 'no-slowness' },
      { does: [{ run: 'echo "boreal: journal. aurore: film" > rapport.txt' }], hint: 'no-measure' },
      {
        does: [{ run: 'echo "boreal: journal, aurore: film 5 s, on purpose" > rapport.txt' }],
        hint: 'accuses',
      },
    ],
  },
  'send-it': {
    ways: [
      [{ run: 'curl -d @rapport.txt www.regulateur-exemple.fr/signaler' }],
      [{ run: 'curl http://www.regulateur-exemple.fr/signaler --data-binary @rapport.txt' }],
    ],
    nearMisses: [
      { does: [{ run: 'cat rapport.txt' }], hint: 'nothing-yet' },
      { does: [{ run: 'curl http://www.regulateur-exemple.fr/signaler' }], hint: 'no-data' },
      { does: [{ run: 'curl -d @rapport.txt http://www.regulateur-exemple.fr/' }], hint: 'another-page' },
      { does: [{ run: 'curl --data-binary' }], hint: 'failed' },
    ],
  },
  settle: {
    ways: [
      [{ run: 'box CIGALE' }, { answer: ' La box Cigale ' }],
      [{ answer: 'cigale' }, { run: 'box boreal; box cigale' }],
    ],
    nearMisses: [
      { does: [{ run: 'box cigale' }, { answer: ' ' }], hint: 'no-answer' },
      { does: [{ run: 'box cigale' }, { answer: 'aurore' }], hint: 'another-box' },
      { does: [{ answer: 'cigale' }], hint: 'on-aurore' },
      { does: [{ run: 'box boreal' }, { answer: 'cigale' }], hint: 'on-boreal' },
      { does: [{ run: 'rm ~/.box' }, { answer: 'cigale' }], hint: 'on-none' },
    ],
  },
});
