// Which other ways are right, and which near misses are not? Names under .org and .net can be given back the same day; under .fr they cannot.
import { defineProof } from '../define-lab.ts';

export default defineProof({
  'take-a-name': {
    ways: [
      { does: [{ register: 'permanence-exemple.org' }], undo: [{ release: 'permanence-exemple.org' }] },
      { does: [{ register: 'notre-vallée-exemple.net' }], undo: [{ release: 'notre-vallée-exemple.net' }] },
    ],
    nearMisses: [{ does: [{ run: 'whois %wish%' }], hint: 'nothing-yet' }],
  },
  'see-the-delegation': {
    ways: [[{ run: 'host -t ns %name%' }], [{ run: 'dig +short %name% NS' }]],
    nearMisses: [
      { does: [{ run: 'whois %name%' }], hint: 'nothing-yet' },
      { does: [{ run: 'dig %name%' }], hint: 'without-type' },
      { does: [{ run: 'dig NS mairie-exemple.fr' }], hint: 'another-name' },
    ],
  },
  'write-a-text': {
    ways: [
      {
        does: [{ record: { owner: '@', type: 'TXT', value: 'v=spf1 -all' } }],
        undo: [{ unrecord: { owner: '@', type: 'TXT' } }],
      },
      {
        does: [{ record: { owner: '@', type: 'TXT', value: 'été comme hiver', ttl: '60' } }],
        undo: [{ unrecord: { owner: '@', type: 'TXT' } }],
      },
    ],
    nearMisses: [
      {
        does: [{ record: { owner: 'www', type: 'TXT', value: 'Bonjour' } }],
        hint: 'elsewhere',
        undo: [{ unrecord: { owner: 'www', type: 'TXT' } }],
      },
    ],
  },
  'receive-mail': {
    ways: [
      {
        does: [{ record: { owner: '@', type: 'MX', value: '20 mail' } }],
        undo: [{ unrecord: { owner: '@', type: 'MX' } }],
      },
      {
        does: [{ record: { owner: '@', type: 'MX', value: 'mx.exemple.org', preference: '5' } }],
        undo: [{ unrecord: { owner: '@', type: 'MX' } }],
      },
    ],
    nearMisses: [
      {
        does: [{ record: { owner: 'mail', type: 'MX', value: 'mx.exemple.org' } }],
        hint: 'elsewhere',
        undo: [{ unrecord: { owner: 'mail', type: 'MX' } }],
      },
      { does: [{ run: 'dig MX %name%' }], hint: 'nothing-yet' },
    ],
  },
  'walk-to-it': {
    ways: [[{ run: 'dig MX %name% +trace' }], [{ run: 'dig +trace +nodnssec %name% | tail -20' }]],
    nearMisses: [
      { does: [{ run: 'dig TXT %name%' }], hint: 'without-trace' },
      { does: [{ run: 'dig +trace ns1.bureau-exemple.net' }], hint: 'another-name' },
    ],
  },
  'read-its-record': {
    ways: [
      [{ run: 'curl -s https://rdap.registre-exemple.net/domain/%name%' }],
      [{ run: 'whois -h whois.registre-exemple.net %name%' }],
    ],
    nearMisses: [
      { does: [{ run: 'whois mairie-exemple.fr' }], hint: 'another-name' },
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
    ],
  },
  'lock-it': {
    ways: [
      { does: [{ lock: '%name%' }], undo: [{ unlock: '%name%' }] },
      {
        does: [{ register: 'permanence-exemple.org' }, { lock: 'permanence-exemple.org' }],
        undo: [{ release: 'permanence-exemple.org' }],
      },
    ],
    nearMisses: [{ does: [{ unlock: '%name%' }, { run: 'whois %name%' }], hint: 'not-locked' }],
  },
});
