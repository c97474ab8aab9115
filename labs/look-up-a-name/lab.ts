// What does one learn by looking a name up? Its address, the way from the root to it, who holds it, and what the registry hides.
// Before each step the lesson shows: `dig` (and that `+short` shortens), `dig +trace`, `whois`, the words « diffusion restreinte », an RDAP address.
import { defineLab } from '../define-lab.ts';

export default defineLab({
  minutes: 20,
  machines: { desktop: { kind: 'desktop' } },
  counters: ['registrar'],
  steps: [
    {
      id: 'ask-the-address',
      machine: 'desktop',
      hints: ['nothing-yet', 'no-name', 'another-name', 'failed'],
      solution: [{ run: 'dig +short ns1.bureau-exemple.net' }],
    },
    {
      id: 'walk-from-the-root',
      machine: 'desktop',
      hints: ['nothing-yet', 'without-plus', 'without-trace', 'failed'],
      solution: [{ run: 'dig +trace ns1.bureau-exemple.net' }],
    },
    {
      id: 'who-holds-it',
      machine: 'desktop',
      asksAnswer: true,
      hints: ['no-answer', 'the-registrar', 'a-handle', 'the-name', 'another-holder'],
      solution: [{ run: 'whois mairie-exemple.fr' }, { answer: 'Commune de Saint-Exemple-sur-Loire' }],
    },
    {
      id: 'what-is-hidden',
      machine: 'desktop',
      asksAnswer: true,
      hints: ['no-answer', 'a-guess', 'the-registrar', 'another-word'],
      solution: [{ run: 'whois depute-exemple.fr' }, { answer: 'Ano Nymous' }],
    },
    {
      id: 'ask-in-json',
      machine: 'desktop',
      hints: ['nothing-yet', 'no-path', 'failed'],
      solution: [{ run: 'curl https://rdap.registre-exemple.net/domain/mairie-exemple.fr' }],
    },
    {
      id: 'find-a-free-one',
      machine: 'desktop',
      asksAnswer: true,
      hints: ['no-answer', 'no-ending', 'reserved', 'taken', 'unreadable'],
      solution: [{ run: 'whois %wish%' }, { answer: '%wish%' }],
    },
  ],
});
