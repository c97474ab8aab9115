// What the lab "Looking a domain name up" says in English.
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Looking a domain name up',
  summary:
    'Before choosing a name of your own, you learn to question other people’s: where they lead, who holds them, and what the registry will not say.',
  steps: {
    'ask-the-address': {
      title: 'Ask for the address of `ns1.bureau-exemple.net`.',
      done: 'Four numbers: that is what hides behind a name. Your computer asks this question hundreds of times a day.',
      hints: {
        'nothing-yet': [
          'No question has been asked yet. The command that asks the network’s directory is called `dig`.',
          'Type `dig`, a space, then the whole name with its dots and its ending.',
        ],
        'no-name': [
          'The right command, but it cannot know which name you mean.',
          'Add a space and the name that this step asks about.',
        ],
        'another-name': [
          'You know how to ask. The question was about another name than this step’s.',
          'Compare letter by letter: `ns1`, a dot, `bureau-exemple`, a dot, `net`.',
        ],
        failed: [
          'The question left and nothing came back: it probably went to a server that does not answer.',
          'Try again without naming a server: the command, then the name alone.',
        ],
      },
      solution:
        '`dig` asks the network’s directory a question; `+short` keeps only the answer, an address made of four numbers.',
    },
    'walk-from-the-root': {
      title: 'Follow the whole way, from the root to the answer.',
      done: 'Three servers, three answers: nobody knows everything, each knows whom to ask. That is what delegation means.',
      hints: {
        'nothing-yet': [
          'It is `dig` again, with an option that walks the whole way.',
          'The option is called “trace”, with a plus sign right in front of it.',
        ],
        'without-plus': [
          'The right word, but the machine took it for a name to look up.',
          'Options of `dig` begin with a plus sign, with no space after it.',
        ],
        'without-trace': [
          'You have the answer but not the way: somebody else walked it for you.',
          'Add the option `+trace` between `dig` and the name.',
        ],
        failed: [
          'The walk began, then stopped: one word of the line was not understood.',
          'Read the line again: `dig`, the option, a name, and nothing else.',
        ],
      },
      solution:
        'With `+trace`, `dig` does the resolver’s work itself: the root sends it to `net`, `net` sends it to the name’s own server, which answers.',
    },
    'who-holds-it': {
      title: 'Find out who holds the name `mairie-exemple.fr`.',
      done: 'That is the one. For an organisation the registry publishes the holder: anybody can check who is speaking.',
      answerLabel: 'Holder',
      hints: {
        'no-answer': [
          'The registry keeps a public file of names. The command that reads it sounds like a question: “who is?”.',
          'Type `whois`, a space, the name; look for the “contact” line and copy what it says.',
        ],
        'the-registrar': [
          'That is the registrar, the counter where the name was taken. The holder is its customer.',
          'Further down, a block begins with `nic-hdl`: read its “contact” line.',
        ],
        'a-handle': [
          'That is the holder’s reference in the registry’s file, not the name.',
          'Look further down for the block with this reference: its “contact” line gives the name.',
        ],
        'the-name': [
          'That is the domain name. We want the person or the organisation that may use it.',
          'Read the “contact” line of the answer.',
        ],
        'another-holder': [
          'The registry says something else about this name. Read its answer again: it is a long one.',
          'Scroll up in the terminal to the “contact” line and copy everything after the colon.',
        ],
      },
      solution:
        '`whois` asks the registry; the “contact” line of the holder’s block carries the name of the commune.',
    },
    'what-is-hidden': {
      title: 'Now look up who holds `depute-exemple.fr`. What does the “contact” line show?',
      done: 'The registry knows, and keeps quiet: private persons’ details are not published.',
      answerLabel: 'Contact shown',
      hints: {
        'no-answer': [
          'Ask the registry the same question as in the step before, about this other name.',
          'In the answer, look for the “contact” line and copy its two words.',
        ],
        'a-guess': [
          'That may be true, but the registry does not say it. We want what is written on the screen.',
          'Type the command again and read the “contact” line, right below `PERSON`.',
        ],
        'the-registrar': [
          'That is the registrar: it is never hidden.',
          'Go down to the block that begins with `nic-hdl` and read its “contact” line.',
        ],
        'another-word': [
          'This word may be in the answer, but not on the “contact” line.',
          'The line begins with `contact:`; copy the two words after it.',
        ],
      },
      solution:
        'The “contact” line says “Ano Nymous”: the holder is a private person, whose details are not published.',
    },
    'ask-in-json': {
      title: 'Ask the registry’s web service, RDAP, about `mairie-exemple.fr`.',
      done: 'The same facts, laid out for programs to read. This is the service that is replacing `whois` little by little.',
      hints: {
        'nothing-yet': [
          'RDAP is asked like a web page. The command that fetches a page without a browser is `curl`.',
          'The address is in the lesson: it begins with `https://rdap` and ends with the word `domain`, a slash, and the name.',
        ],
        'no-path': [
          'The right service, but it cannot know what you are looking for.',
          'After the service’s name, add `/domain/` and then the domain name.',
        ],
        failed: [
          'The request arrived nowhere: a word of the address, or a detour, led it astray.',
          'Take the lesson’s address as it is: `https://`, the service, `/domain/`, then the name.',
        ],
      },
      solution:
        '`curl` fetches a page and shows it as it is; RDAP answers in JSON, a form that programs read without mistake.',
    },
    'find-a-free-one': {
      title: 'Find a free name that you would like to bear.',
      done: 'Free, at this very second. First come, first served: the next lesson takes it.',
      answerLabel: 'A free name',
      hints: {
        'no-answer': [
          'Imagine a name, ask the registry whether it is taken, then write it here.',
          'For a free name `whois` answers “NOT FOUND”. The tab “Registrar” says so too.',
        ],
        'no-ending': [
          'The ending is missing: the part after the last dot, which names the registry.',
          'Add a dot and an ending such as `fr`, `org` or `eu`.',
        ],
        reserved: [
          'Nobody holds this name and nobody may take it: it is protected.',
          'Avoid words of the State and of local authorities. Your first name, a hyphen and `exemple` will do.',
        ],
        taken: [
          'This name has a holder already: `whois` tells you when it expires.',
          'Change a word, or the ending, and ask the registry again.',
        ],
        unreadable: [
          'The registry did not recognise a name: there is a forbidden sign, or an ending that does not exist here.',
          'Letters, digits, hyphens in the middle only, a dot, then `fr`, `eu`, `org`, `com`, `net`, `paris` or `info`.',
        ],
      },
      solution: 'A name is free when the registry answers “NOT FOUND”; nobody must take it before you do.',
    },
  },
});
