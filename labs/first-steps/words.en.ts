// What the lab "First steps in the terminal" says in English.
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'First steps in the terminal',
  summary:
    'Your first day in the team of Camille Exemple, a member of parliament: you prepare the opening of her local office, the “permanence”, at the keyboard of a machine of your own.',
  steps: {
    'where-am-i': {
      title: 'Ask the machine which folder you are in.',
      done: 'You know where you are. In a terminal this is the first question to ask, and it is still a good one twenty years on.',
      hints: {
        'nothing-yet': [
          'Nothing has been typed yet. Click in the terminal, to the right of the `$` sign: that is where the machine waits for you.',
          'The command has three letters, the initials of “print working directory”. Type them, then press Enter.',
        ],
        capitals: [
          'Nearly: the machine tells capitals from small letters, and this command is all small letters.',
          'Check that Caps Lock is off, then type the same three letters again.',
        ],
        'unknown-command': [
          'The machine answered “command not found”: a letter must have slipped. Nothing is broken, try again.',
          'The three letters are, in this order: p, w, d. Then Enter.',
        ],
        'another-command': [
          'That command does something else. We want the one that shows the folder you are in: read the paragraph above the step again.',
          'It is the initials of “print working directory”: three small letters, then Enter.',
        ],
      },
      solution:
        '`pwd` (“print working directory”) shows the full path of the folder you are in: here, your home folder.',
    },
    list: {
      title: 'Show the list of what this folder contains.',
      done: 'There is the list. You will type this command more than any other.',
      hints: {
        'nothing-yet': [
          'Nothing has been typed yet. Look in the lesson for the command that makes the list.',
          'Two letters, taken from “list”: the first and the third. Then Enter.',
        ],
        capitals: [
          'The right command, but in capitals: the machine only knows it in small letters.',
          'Turn Caps Lock off and type the two letters again: an L, then an S, both small.',
        ],
        'unknown-command': [
          'The machine does not know that word. The command is shorter than you might think.',
          'Two letters together: a small L (not the digit 1), then an S.',
        ],
        'another-command': [
          'That command did answer, but it does not list the files.',
          'The one we want has two letters: the first and the third of “list”.',
        ],
      },
      solution:
        '`ls` (“list”) shows the names of files and folders. `ls -l` adds the details: size, date, permissions.',
    },
    'make-a-folder': {
      title: 'Make a folder called `permanence`.',
      done: 'The folder exists. The machine said nothing: in a terminal, silence means that all went well.',
      hints: {
        'nothing-yet': [
          'There is no new folder yet. The command is short for “make directory”.',
          'Type the five letters `mkdir`, a space, then the name of the folder.',
        ],
        'wrong-case': [
          'There is a folder, but with a capital letter. To the machine, `Permanence` and `permanence` are two different names.',
          'Make it again in small letters with `mkdir`. The other may stay, or go with `rmdir` followed by its name.',
        ],
        'near-name': [
          'There is a folder with a very similar name. Compare it letter by letter with `permanence`, in the singular.',
          'Do it again with the exact name: `mkdir`, a space, then p-e-r-m-a-n-e-n-c-e.',
        ],
        'other-name': [
          'You can make a folder: you just did. The one this step wants has another name.',
          'The expected name is `permanence`, all in small letters. The command itself is the right one.',
        ],
        'wrong-place': [
          'The folder exists, but somewhere else: it was made where the terminal stood at that moment.',
          'Go back home by typing `cd` on its own, then make the folder again.',
        ],
        'a-file': [
          'This name is already taken by a file. We need a folder.',
          'Delete the file with `rm permanence`, then make the folder with `mkdir`.',
        ],
        'no-name': [
          'The command is right; the name of the folder to make is missing.',
          'On the same line: `mkdir`, a space, then the name of the folder.',
        ],
      },
      solution: '`mkdir permanence` (“make directory”) makes the folder in the place where you are.',
    },
    'go-in': {
      title: 'Go into the folder `permanence`.',
      done: 'You are in: the prompt of the terminal now shows the name of the folder.',
      hints: {
        'no-folder-yet': [
          'The folder `permanence` does not exist yet in your home folder: the previous step comes first.',
          'Go back home with `cd`, make the folder with `mkdir`, then go into it.',
        ],
        'wrong-case': [
          'The name you typed has a capital letter that the folder does not have.',
          'Type `cd`, a space, the first three letters of the name in small letters, then the Tab key: the machine completes it.',
        ],
        'no-space': [
          'A space is missing between the command and the name of the folder.',
          'Write `cd`, a space, then the name.',
        ],
        'not-found': [
          'The machine cannot find this folder from where you are. `pwd` and `ls` will tell you what is around you.',
          'First go back home with `cd` on its own, then `cd` followed by the exact name of the folder.',
        ],
        elsewhere: [
          'You did move, but into another folder. `pwd` will tell you which.',
          'Type `cd` on its own to go back home, then `cd` followed by the name of the folder.',
        ],
        'still-home': [
          'You are in your home folder, at the door of the folder. The command is short for “change directory”.',
          'Two letters, `cd`, then a space and the name of the folder.',
        ],
      },
      solution:
        '`cd permanence` (“change directory”) puts you in the folder. `cd ..` goes out again, and `cd` on its own takes you home.',
    },
    'write-a-file': {
      title:
        'With `nano`, write at least one line in the file `note.txt` of the folder `permanence`, and save it.',
      done: 'Written, and safely saved in `note.txt`.',
      hints: {
        'no-folder-yet': [
          'The folder `permanence` does not exist yet: the file has nowhere to go.',
          'First make the folder with `mkdir`, go into it with `cd`, then open `nano`.',
        ],
        'not-saved': [
          'Nano is open, but nothing is saved yet. Look at the two lines at the bottom: there, the sign `^` means the Ctrl key.',
          'Ctrl-O to write the file out, Enter to confirm the name `note.txt`, then Ctrl-X to leave.',
        ],
        empty: [
          'The file exists, but it is empty.',
          'Open it again with `nano`, write a line, then Ctrl-O, Enter, Ctrl-X.',
        ],
        'wrong-place': [
          'There is a file of that name, but in another folder.',
          'Go into `permanence` with `cd`, then open `nano` with the same file name.',
        ],
        'near-name': [
          'There is a file with a very similar name. Compare it with `note.txt`: small letters and the four characters at the end matter.',
          'Open `nano` with the exact name, or rename your file: `mv`, the old name, then `note.txt`.',
        ],
        'other-name': [
          'A file was written in the folder, under another name than the one this step wants.',
          'Do it again giving `nano` the name `note.txt`, or rename it with `mv`.',
        ],
        'a-folder': [
          'A folder already has this name: `nano` cannot write into it.',
          'Remove it with `rmdir note.txt`, then open `nano` with that same name.',
        ],
        'left-without-saving': [
          'Nano was closed without saving anything. It happens to everybody.',
          'Open it again; after writing, press Ctrl-O then Enter before Ctrl-X.',
        ],
        'no-file-yet': [
          'The file does not exist yet. An editor opens when you type its name, followed by the name of the file.',
          'Type `nano`, a space and the file name; write a line; then Ctrl-O, Enter, Ctrl-X.',
        ],
      },
      solution: '`nano note.txt` opens the editor; you write; Ctrl-O then Enter save; Ctrl-X leaves.',
    },
    'read-it': {
      title: 'Show the contents of `note.txt` without opening it in an editor.',
      done: 'There is your text: it really is in the file, and not only on the screen.',
      hints: {
        'no-file-yet': [
          'There is no text to read yet: the previous step comes first.',
          'Write a line in `note.txt` with `nano` and save it, then come back here.',
        ],
        'not-here': [
          'The machine cannot find this file where you are. `pwd` will tell you where that is, `ls` what is there.',
          'Go into the folder with `cd ~/permanence`, then use the same command again.',
        ],
        'in-nano': [
          'The editor does show the text, but it can also change it by accident. There is a command that only shows.',
          'Leave the editor, then type the three letters `cat`, a space and the name of the file.',
        ],
        'forgot-name': [
          'The command is right, but without a file name it waits for you to type something.',
          'Ctrl-C to get the prompt back, then the same command followed by a space and the file name.',
        ],
        'other-file': [
          'You can read a file. The one this step wants is another.',
          'The same command, followed by `note.txt`. The Tab key completes the name after its first letters.',
        ],
        'written-not-read': [
          'Careful: the sign `>` writes into the file and erases what it contained. Here we only want to read.',
          'The same command without the `>` sign: `cat`, a space, then the name of the file.',
        ],
        'not-yet': [
          'Look in the lesson for the command that shows a file all at once.',
          'Three letters, like the animal: `cat`, then a space and the name of the file.',
        ],
      },
      solution:
        '`cat note.txt` shows the file all at once; `less note.txt` shows it page by page, and the q key leaves.',
    },
    'who-am-i': {
      title: 'Under what name does the machine know you? Ask it, then give the answer here.',
      answerLabel: 'Your user name on this machine',
      done: 'That is you. On a shared machine, this name decides what you are allowed to do.',
      hints: {
        'no-answer': [
          'The answer goes into the field on this page. The machine will give it to you if you ask, all in one word.',
          'Type `whoami` (“who am I”) in the terminal, then copy the word that appears here.',
        ],
        'the-command': [
          'That is the question. The machine gave an answer.',
          'Type this command in the terminal: the word that appears right below it is the answer.',
        ],
        'the-machine': [
          'That is the name of the machine. We want yours: the one before the at sign in the prompt.',
          'Type `whoami` and copy the word that appears.',
        ],
        'too-much': [
          'The answer is in there, with other things around it. One word is enough.',
          'Keep only the word before the at sign, or the one that `whoami` shows.',
        ],
        'another-name': [
          'This is not the name that the machine knows: it has no idea of your real name or your pseudonym.',
          'Type `whoami` in the terminal and copy exactly the word that appears.',
        ],
      },
      solution:
        '`whoami` (“who am I”) answers `trainee`: the user name of everybody who takes this course, each on their own machine.',
    },
    'stop-a-program': {
      title: 'Start a program that lasts, `sleep 600`, then stop it with Ctrl-C.',
      done: 'You are in charge again. Ctrl-C is your emergency exit: it works almost everywhere.',
      hints: {
        'nothing-yet': [
          'No program has been stopped yet. Start one that lasts: the lesson suggests one that sleeps for ten minutes.',
          'Type `sleep 600`, Enter. The terminal no longer answers: hold the Ctrl key and press C.',
        ],
        'still-runs': [
          'A program is still running and holds the terminal. Now is the time to stop it.',
          'Click in the terminal, hold the Ctrl key down and press C once.',
        ],
        suspended: [
          'The program is asleep, not stopped: that is what Ctrl-Z does. It waits in the background.',
          'Type `fg` to bring it back in front of you, then press Ctrl-C.',
        ],
        'ended-by-itself': [
          'The program ended by itself before you could stop it.',
          'Start it again for longer, say 600 seconds, and press Ctrl-C without waiting.',
        ],
        'no-duration': [
          'The program is the right one; its duration in seconds is missing.',
          'Add a space and a number after `sleep`, say 600; then Ctrl-C.',
        ],
        'no-space': [
          'A space is missing between the name of the program and the number of seconds.',
          'Write `sleep`, a space, `600`; then Ctrl-C.',
        ],
      },
      solution:
        '`sleep 600` sleeps for ten minutes and keeps the terminal to itself; Ctrl-C interrupts it and gives you the prompt back.',
    },
    'get-help': {
      title: 'Show the help of a command of your choice.',
      done: 'Nobody remembers every option: knowing how to open the help is better than knowing them by heart.',
      hints: {
        'nothing-yet': [
          'Choose a command you have already met, `ls` for example, and ask it for its manual.',
          'Write the name of the command, a space, two hyphens and the word “help”, joined together.',
        ],
        dashes: [
          'The idea is right, but the machine wants exactly two short hyphens, joined to the word “help”, in small letters.',
          'On an AZERTY keyboard the hyphen is on the 6 key: twice, without a space, right before “help”.',
        ],
        'of-which': [
          'The machine asks: the help of which command? It must be named.',
          'After `man`, add a space and the name of a command, `ls` for example. The q key leaves the manual.',
        ],
        'unknown-command': [
          'The machine does not know this command, or has no page about it. Try one of those in this lesson.',
          'The name of the command first, `ls` for example, then a space and `--help`.',
        ],
        'another-command': [
          'That command did its work, but it did not show how to use it.',
          'Type it again, adding a space and `--help` at the end.',
        ],
      },
      solution:
        '`ls --help` shows a summary of the options of `ls`; `man ls` opens the full manual, and the q key closes it.',
    },
  },
});
