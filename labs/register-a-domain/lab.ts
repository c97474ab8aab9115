// What does one do with a first domain name? Takes it, sees the registry delegate it, writes in its zone, sees what the world sees, and locks it.
// Before each step the lesson shows: the registrar's tab, `dig NS`, the zone editor with TXT and MX, `dig +trace`, `whois`, the lock.
import { defineLab } from '../define-lab.ts';

export default defineLab({
  minutes: 25,
  machines: { desktop: { kind: 'desktop' } },
  counters: ['registrar'],
  steps: [
    {
      id: 'take-a-name',
      machine: 'desktop',
      hints: ['nothing-yet'],
      solution: [{ register: '%wish%' }],
    },
    {
      id: 'see-the-delegation',
      machine: 'desktop',
      hints: ['no-name', 'nothing-yet', 'without-type', 'another-name'],
      solution: [{ run: 'dig NS %name%' }],
    },
    {
      id: 'write-a-text',
      machine: 'desktop',
      hints: ['no-name', 'nothing-yet', 'elsewhere'],
      solution: [
        { record: { owner: '@', type: 'TXT', value: 'Permanence : jeudi, 14 h' } },
        { run: 'dig +short TXT %name%' },
      ],
    },
    {
      id: 'receive-mail',
      machine: 'desktop',
      hints: ['no-name', 'nothing-yet', 'elsewhere'],
      solution: [
        { record: { owner: '@', type: 'MX', value: 'courrier.cooperative-exemple.org', preference: '10' } },
        { run: 'dig +short MX %name%' },
      ],
    },
    {
      id: 'walk-to-it',
      machine: 'desktop',
      hints: ['no-name', 'nothing-yet', 'without-trace', 'another-name'],
      solution: [{ run: 'dig +trace TXT %name%' }],
    },
    {
      id: 'read-its-record',
      machine: 'desktop',
      hints: ['no-name', 'nothing-yet', 'another-name'],
      solution: [{ run: 'whois %name%' }],
    },
    {
      id: 'lock-it',
      machine: 'desktop',
      hints: ['no-name', 'not-locked'],
      solution: [{ lock: '%name%' }, { run: 'whois %name% | grep -i status' }],
    },
  ],
});
