// What does the lab “Measure your access” say in English?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Three boxes: which one lies, which one slows things down?',
  summary:
    'Three access providers hold out their boxes to you. You compare them, measure, ask at the source, write to the regulator, and choose your line.',
  steps: {
    'plug-in': {
      title: 'Plug your desktop into a first box, Aurore for instance.',
      done: 'You are a subscriber now. Everything your desktop asks goes through this box’s resolver.',
      hints: {
        'nothing-yet': [
          'Nothing has been typed yet. A command of three letters plugs your desktop in; the lesson gives it.',
          'Type `box`, a space, then the name of one of the three: aurore, boreal or cigale.',
        ],
        'listed-only': [
          'On its own the command says where you stand, and names the three boxes. One of them is still to be chosen.',
          'After `box`, add a space and a name, aurore for instance.',
        ],
        'unknown-box': [
          'No box bears that name: the machine has just recalled the three that exist.',
          'Choose among aurore, boreal and cigale, in small letters and without accents.',
        ],
        'another-command': [
          'That command does something else. We want the one that plugs the desktop in.',
          'It is named after the device that providers lend, in three letters.',
        ],
      },
      solution:
        '`box aurore` writes the address of Aurore’s resolver into your desktop’s settings: that is what a real box does when you plug into it.',
    },
    'ask-the-three': {
      title: 'Through each of the three boxes, ask for the address of `www.journal-exemple.fr`.',
      done: 'Three answers to a single question. One of them is not like the others.',
      hints: {
        'no-question': [
          'The desktop is plugged in, but the question has not been asked yet. The command that asks the directory is `dig`.',
          'Type `dig`, a space, then the whole name of the site: it begins with www.',
        ],
        'another-name': [
          'You know how to ask. The question was about another name than the newspaper’s.',
          'Compare letter by letter: `www`, a dot, `journal-exemple`, a dot, `fr`.',
        ],
        'one-box': [
          'One box has answered. A single answer proves nothing: three must be compared.',
          'Change lines with `box` and another name, then ask exactly the same question again.',
        ],
        'two-boxes': [
          'Two boxes have answered. One is missing for the comparison to be complete.',
          'Type `box` on its own to see where you are, move to the missing one, and ask again.',
        ],
      },
      solution:
        'Plug into each box and ask the same question again. In the answer of `dig`, the word `status` says it all: NOERROR when the name exists, NXDOMAIN when you are told that it does not.',
    },
    'who-lies': {
      title: 'Which of the three says that the newspaper does not exist?',
      done: 'That is the one. Two against one: not a proof yet, for a majority may be wrong. Let us ask at the source.',
      answerLabel: 'Name of the box',
      hints: {
        'no-answer': [
          'The field is empty. Write the name of the box in it.',
          'Scroll back in the terminal and look for the answer that says NXDOMAIN.',
        ],
        'another-box': [
          'That one gave an address: it answered as another did.',
          'Look for the only answer without an address, and see which box was plugged in just before.',
        ],
        'no-box': [
          'The name of a box is wanted, and nothing else.',
          'There are three: aurore, boreal, cigale.',
        ],
      },
      solution: 'Boreal answers NXDOMAIN: “no such name”. Aurore and Cigale give the same address.',
    },
    'ask-the-source': {
      title: 'Ask for the newspaper’s address at the server with authority over it.',
      done: 'The source gives an address. So the name exists, and it is the box that denies it: that much can be put in writing.',
      hints: {
        'nothing-yet': [
          'It is `dig` again, but naming the server that one speaks to.',
          'The server’s name goes after an at sign, without a space: @, then `ns1.bureau-exemple.net`.',
        ],
        'a-resolver': [
          'You asked a go-between. It too might be repeating a mistake.',
          'Add the registrar’s server to the command, after an at sign, as in the lesson.',
        ],
        'another-name': [
          'That is the right server, but the question was about another name than the newspaper’s.',
          'Keep the server, and end the line with the newspaper’s whole name.',
        ],
        failed: [
          'That server did not answer, or its name is misspelt.',
          'There are two, `ns1` and `ns2`, followed by a dot and `bureau-exemple.net`.',
        ],
      },
      solution:
        '`dig @ns1.bureau-exemple.net` speaks straight to the server that keeps the newspaper’s zone, past the resolver of any box. `dig +trace` leads there too.',
    },
    measure: {
      title: 'Through each of the three boxes, download the film of `www.videos-exemple.fr`.',
      done: 'The same file, three lines, three durations. Look at the column of the average speed.',
      hints: {
        'nothing-yet': [
          'Nothing has been downloaded yet. The command is called `curl`.',
          'It wants the option `-o` followed by the name of a file, then the full address of the film, which ends in /film.',
        ],
        'another-file': [
          'That download was of something else. To compare, the same file is needed three times: the film.',
          'The address is the video site’s, followed by a slash and the word film.',
        ],
        'cut-short': [
          'The download was interrupted. Let it finish: its duration is what we are measuring.',
          'Run the same command again, and wait for the prompt to come back.',
        ],
        'one-box': [
          'One line is measured. Three are needed to compare.',
          'Change boxes, call the command back with the up arrow, and press Enter.',
        ],
        'two-boxes': [
          'Two lines are measured. One more.',
          'Type `box` on its own to see where you are, then move to the missing one.',
        ],
      },
      solution:
        '`curl -o film` downloads, and shows the duration and the average speed. Through one box the film comes at a hundred kilobytes a second; through the other two, all at once.',
    },
    'who-slows': {
      title: 'Which of the three holds videos back?',
      done: 'That is the one. The newspaper’s photograph, of the same weight, comes through it at full speed: so the line is not to blame, the destination is.',
      answerLabel: 'Name of the box',
      hints: {
        'no-answer': [
          'The field is empty. Write the name of the box in it.',
          'Compare the three durations: one is much longer.',
        ],
        'the-liar': [
          'That one denies a newspaper, but lets films through. One fault does not bring the other.',
          'Read the average speeds again, and see which box was plugged in when all went slowly.',
        ],
        'another-box': [
          'Through that one the film arrived all at once.',
          'Look in the terminal for the download that took several seconds.',
        ],
        'no-box': ['A box’s name is wanted, and nothing else.', 'Choose among aurore, boreal and cigale.'],
      },
      solution:
        'Aurore: the film takes about five seconds through it, instead of a tenth of a second, while the newspaper’s photograph, of the same weight, comes at once.',
    },
    'write-the-report': {
      title: 'Write what you observed in `rapport.txt`.',
      done: 'A report that can be checked: who, what, how much, and how you measured it.',
      hints: {
        'no-file': [
          'The file is not in your home folder yet. `nano` lets you write it.',
          'Open it with `nano` followed by the name of the file, then save with Ctrl and O.',
        ],
        empty: [
          'The file is there, but empty. Two lines will do.',
          'One line for the box that denies the newspaper, one for the box that holds films back.',
        ],
        'no-lie': [
          'The first observation is missing: which box denies which site.',
          'Name the box and the newspaper (journal) in one sentence.',
        ],
        'no-slowness': [
          'The second observation is missing: which box holds which site back.',
          'Name the box and the film, or the video site.',
        ],
        'no-measure': [
          'A number is missing. Without a measurement a report is only a complaint.',
          'Add how long the film took through the slow box, and through another.',
        ],
        accuses: [
          'You lend somebody an intention. A measurement says what happens, not why.',
          'Take out the words about intention or morals, and keep “I observe”.',
        ],
      },
      solution:
        'Two lines: the box, the site, the answer received and the source’s; the box, the site, the duration and the duration elsewhere. No adjective.',
    },
    'send-it': {
      title: 'Send the report to the regulator.',
      done: 'It has a file number. Note it down: that is what tells a report from a lost letter.',
      hints: {
        'nothing-yet': [
          'Nothing has left yet. The page for reports is on the regulator’s site, and `curl` can send a file there.',
          'The option is `--data-binary`, followed by an at sign joined to the name of the file, then the address that ends in /signaler.',
        ],
        'no-data': [
          'You opened the right page, but left nothing there.',
          'Add the option `--data-binary`, a space, an at sign, and the name of your file.',
        ],
        'another-page': [
          'The file went somewhere else than the page for reports.',
          'The address is `www.regulateur-exemple.fr`, a slash, then the word signaler.',
        ],
        failed: [
          'The report did not arrive: the file or the address has a mistake.',
          'Check with `ls` that `rapport.txt` is there, then copy the lesson’s address.',
        ],
      },
      solution:
        '`curl --data-binary @rapport.txt` leaves the contents of the file on the page. The site acknowledges it with a number and keeps nothing: this is a small Internet.',
    },
    settle: {
      title: 'Choose your line: plug into the box that neither lies nor slows things down, and say which.',
      answerLabel: 'Your choice',
      done: 'You are at home, on a line that you chose for what it does and not for what it says.',
      hints: {
        'no-answer': ['Your choice is missing from the field.', 'Write the name of the box that you keep.'],
        'another-box': [
          'That box showed a fault. We want the one of which the measurements say nothing bad.',
          'Read your two earlier answers again: it is the third.',
        ],
        'on-aurore': [
          'You are plugged into Aurore. Read again what it does to films.',
          'One of the three alone has shown no fault: `box`, then its name.',
        ],
        'on-boreal': [
          'You are plugged into Boreal. Read again what it says of the newspaper.',
          'Of the three, one has shown no fault: `box`, then its name.',
        ],
        'on-none': [
          'Your desktop is plugged into none of the three, or no longer finds the newspaper.',
          'Type `box`, a space, and the name of the third box, the one about which there was nothing to say.',
        ],
      },
      solution:
        '`box cigale` plugs the desktop back into the neutral box. Its resolver tells the truth, and nothing stands in the way.',
    },
  },
});
