// What the lab "Registering and setting up a name" says in English.
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Registering and setting up a name',
  summary:
    'You take a name of your own, see it appear in the network’s directory, write in its zone, and close the lock that protects it.',
  steps: {
    'take-a-name': {
      title: 'Register a name at the registrar’s counter.',
      done: 'It is yours for a year. The registry has just entered it in the directory: nobody else can take it now.',
      hints: {
        'nothing-yet': [
          'This step is done at the counter: the tab “Registrar”, beside the terminal.',
          'Search for a word, take a name marked “Free” with “Choose”, then press “Register”.',
        ],
      },
      solution: 'At the counter: search, choose, register. One year’s price is taken from your play purse.',
    },
    'see-the-delegation': {
      title: 'Ask the network which servers answer for your name.',
      done: 'Two name servers: the registrar’s. The registry knows nothing about your site; it only knows who knows.',
      hints: {
        'no-name': [
          'You hold no name yet: that is what the first step is for.',
          'In the tab “Registrar”, search for a free name, choose it, then register it.',
        ],
        'nothing-yet': [
          'The question is put with `dig`, saying what you are looking for: the name servers.',
          'Type `dig`, a space, the two letters `NS`, a space, then your whole name.',
        ],
        'without-type': [
          'You asked for an address, and your name has none yet. We are looking for its name servers.',
          'Slip the two letters `NS` between `dig` and your name.',
        ],
        'another-name': [
          'The right question, but about somebody else’s name.',
          'Put in the name that you have just registered; the tab “Registrar” shows it.',
        ],
      },
      solution:
        '`dig NS` asks to whom the registry has delegated the name; the section “ANSWER” gives the registrar’s servers.',
    },
    'write-a-text': {
      title: 'Add a `TXT` record to your name, with a text of your choice.',
      done: 'The whole world can read it already. A TXT often serves to prove that a name is yours.',
      hints: {
        'no-name': [
          'You hold no name yet: that is what the first step is for.',
          'In the tab “Registrar”, search for a free name, choose it, then register it.',
        ],
        'nothing-yet': [
          'At the counter, under your name, the part “Zone” takes records.',
          'Name: `@`; type: `TXT`; value: your sentence. Then “Add”.',
        ],
        elsewhere: [
          'The text exists, but it stands on `www` and not on the name itself.',
          'In the field “Name” put `@`, which means the bare name.',
        ],
      },
      solution: 'In the zone, a line of type TXT on `@`; `dig +short TXT` reads it back from the terminal.',
    },
    'receive-mail': {
      title: 'Say where your name’s mail goes: an `MX` record.',
      done: 'Mail would know where to go. Notice that a name’s site and its mail may live with two different providers.',
      hints: {
        'no-name': [
          'You hold no name yet: that is what the first step is for.',
          'In the tab “Registrar”, search for a free name, choose it, then register it.',
        ],
        'nothing-yet': [
          'It is one more line in the zone, of type MX, for “mail exchanger”.',
          'Name: `@`; type: `MX`; value: `courrier.cooperative-exemple.org`. Then “Add”.',
        ],
        elsewhere: [
          'Mail is set up for a subdomain, not for the name itself.',
          'In the field “Name” put `@`: addresses will then end with your bare name.',
        ],
      },
      solution: 'A line of type MX on `@`; its value is the name of a server, never an address in numbers.',
    },
    'walk-to-it': {
      title: 'Follow the way from the root to your text.',
      done: 'Root, ending, registrar: and at the end, a sentence that you wrote. You have just made that way longer.',
      hints: {
        'no-name': [
          'You hold no name yet: that is what the first step is for.',
          'In the tab “Registrar”, search for a free name, choose it, then register it.',
        ],
        'nothing-yet': [
          'It is the walk of the lesson before, with the option “trace”, to your own name.',
          'Type `dig`, then `+trace`, then `TXT`, then your name, with spaces between them.',
        ],
        'without-trace': [
          'You have the answer without the way: the resolver walked it for you.',
          'Add `+trace` right after `dig`.',
        ],
        'another-name': [
          'A fine walk, but to somebody else’s name.',
          'Do it again with the name that you registered.',
        ],
      },
      solution:
        '`dig +trace TXT` sets off from the root and shows each referral, down to the server that knows your text.',
    },
    'read-its-record': {
      title: 'Read what the registry tells everybody about you.',
      done: 'That is what a journalist, a prankster or a bailiff will see. If your name is in the open, you know why.',
      hints: {
        'no-name': [
          'You hold no name yet: that is what the first step is for.',
          'In the tab “Registrar”, search for a free name, choose it, then register it.',
        ],
        'nothing-yet': [
          'The command whose name is a question: who is it?',
          'Type `whois`, a space, then your name.',
        ],
        'another-name': [
          'You have read another name’s entry. Now read your own.',
          'The same command, with the name that you registered.',
        ],
      },
      solution:
        '`whois` (or RDAP with `curl`) shows the name’s public entry: dates, registrar, and the holder or not.',
    },
    'lock-it': {
      title: 'Lock your name against transfers, and check with the registry.',
      done: 'Locked. Whoever stole the transfer code would still have to open this lock, in your account.',
      hints: {
        'no-name': [
          'You hold no name yet: that is what the first step is for.',
          'In the tab “Registrar”, search for a free name, choose it, then register it.',
        ],
        'not-locked': [
          'The registry shows no lock. You close it at the counter, under your name, in the part “Transfer”.',
          'Press “Lock”; the `whois` entry will then show `clientTransferProhibited`.',
        ],
      },
      solution:
        'The button “Lock” adds the state `clientTransferProhibited` to the name’s entry: no other registrar can take it now.',
    },
  },
});
