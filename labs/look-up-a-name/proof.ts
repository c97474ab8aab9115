// Which other ways are right, and which near misses are not? Each is typed into a real desktop of a small Internet of its own.
import { defineProof } from '../define-lab.ts';

export default defineProof({
  'ask-the-address': {
    ways: [
      [{ run: 'host ns1.bureau-exemple.net' }],
      [{ run: 'dig ns1.bureau-exemple.net A | grep -v "^;"' }],
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
      { does: [{ run: 'dig' }], hint: 'no-name' },
      { does: [{ run: 'dig bureau-exemple' }], hint: 'another-name' },
      {
        does: [{ run: 'getent hosts ns1.bureau-exemple.net.x; host -W 1 ns1.bureau-exemple.net 127.0.0.1' }],
        hint: 'failed',
      },
    ],
  },
  'walk-from-the-root': {
    ways: [
      [{ run: 'dig mairie-exemple.fr +trace +nodnssec' }],
      [{ run: 'dig +trace +short ns1.bureau-exemple.net > /tmp/marche.txt' }],
    ],
    nearMisses: [
      { does: [{ run: 'dig trace ns1.bureau-exemple.net' }], hint: 'without-plus' },
      { does: [{ run: 'dig ns1.bureau-exemple.net' }], hint: 'without-trace' },
      { does: [{ run: 'dig +trace @ ns1.bureau-exemple.net' }], hint: 'failed' },
    ],
  },
  'who-holds-it': {
    ways: [
      [{ answer: ' commune de saint-exemple-sur-loire ' }],
      [{ run: 'whois mairie-exemple.fr | grep contact' }, { answer: 'contact:  La commune' }],
    ],
    nearMisses: [
      { does: [{ answer: ' ' }], hint: 'no-answer' },
      { does: [{ answer: 'Bureau Exemple' }], hint: 'the-registrar' },
      { does: [{ answer: 'CTC000008-FR' }], hint: 'a-handle' },
      { does: [{ answer: 'mairie-exemple.fr' }], hint: 'the-name' },
      { does: [{ answer: 'Camille' }], hint: 'another-holder' },
    ],
  },
  'what-is-hidden': {
    ways: [[{ answer: 'ano nymous' }], [{ answer: 'ANO-NYMOUS.' }]],
    nearMisses: [
      { does: [{ answer: ' ' }], hint: 'no-answer' },
      { does: [{ answer: 'Dominique Exemple' }], hint: 'a-guess' },
      { does: [{ answer: 'BUREAU EXEMPLE' }], hint: 'the-registrar' },
      { does: [{ answer: 'PERSON' }], hint: 'another-word' },
    ],
  },
  'ask-in-json': {
    ways: [
      [{ run: 'curl -s rdap.registre-exemple.net/domain/exemple.org | head -c 300' }],
      [{ run: 'curl -sS "http://rdap.registre-exemple.net/domain/depute-exemple.fr" -o reponse.json' }],
    ],
    nearMisses: [
      { does: [{ run: 'curl http://rdap.registre-exemple.net/' }], hint: 'no-path' },
      {
        does: [
          {
            run: 'curl --proxy http://127.0.0.1:9 https://rdap.registre-exemple.net/domain/mairie-exemple.fr',
          },
        ],
        hint: 'failed',
      },
      { does: [{ run: 'whois mairie-exemple.fr' }], hint: 'nothing-yet' },
    ],
  },
  'find-a-free-one': {
    ways: [
      [{ answer: 'Permanence-Exemple.ORG.' }],
      [{ run: 'whois notre-vallee-exemple.eu' }, { answer: 'notre-vallee-exemple.eu' }],
    ],
    nearMisses: [
      { does: [{ answer: ' ' }], hint: 'no-answer' },
      { does: [{ answer: 'camille-exemple' }], hint: 'no-ending' },
      { does: [{ answer: 'ministere-exemple.fr' }], hint: 'reserved' },
      { does: [{ answer: 'mairie-exemple.fr' }], hint: 'taken' },
      { does: [{ answer: '-exemple-.fr' }], hint: 'unreadable' },
    ],
  },
});
