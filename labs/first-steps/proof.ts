// Which other ways are right, and which near misses are not? Each is typed into a real machine on which the steps before it are done.
import { defineProof } from '../define-lab.ts';

export default defineProof({
  'where-am-i': {
    ways: [[{ run: '/bin/pwd -P' }], [{ run: 'echo "$PWD"' }], [{ run: 'cd / && pwd' }]],
    nearMisses: [
      { does: [{ run: 'PWD' }], hint: 'capitals' },
      { does: [{ run: 'pdw' }], hint: 'unknown-command' },
      { does: [{ run: 'whoami' }], hint: 'another-command' },
      { does: [{ key: 'Enter' }], hint: 'nothing-yet' },
    ],
  },
  list: {
    ways: [[{ run: 'ls -la /' }], [{ run: 'echo *' }], [{ run: 'dir' }], [{ run: 'find . | head -3' }]],
    nearMisses: [
      { does: [{ run: 'LS' }], hint: 'capitals' },
      { does: [{ run: '1s' }], hint: 'unknown-command' },
      { does: [{ run: 'pwd' }], hint: 'another-command' },
    ],
  },
  'make-a-folder': {
    ways: [
      [{ run: 'mkdir -p ~/permanence/courrier' }],
      [{ run: 'cd / && mkdir "$HOME/permanence"' }],
      [{ run: 'install -d permanence' }],
    ],
    nearMisses: [
      { does: [{ run: 'mkdir Permanence' }], hint: 'wrong-case' },
      { does: [{ run: 'mkdir permanances' }], hint: 'near-name' },
      { does: [{ run: 'mkdir bureau-de-camille' }], hint: 'other-name' },
      { does: [{ run: 'mkdir /tmp/permanence' }], hint: 'wrong-place' },
      { does: [{ run: 'touch permanence' }], hint: 'a-file' },
      { does: [{ run: 'mkdir' }], hint: 'no-name' },
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
    ],
  },
  'go-in': {
    ways: [
      [{ run: 'cd ~/permanence/' }],
      [{ run: 'pushd permanence' }],
      [{ type: 'cd perm' }, { key: 'Tab' }, { key: 'Enter' }],
      [{ run: 'cd permanence; cd ..' }],
    ],
    nearMisses: [
      { does: [{ run: 'cd Permanence' }], hint: 'wrong-case' },
      { does: [{ run: 'cdpermanence' }], hint: 'no-space' },
      { does: [{ run: 'cd /permanence' }], hint: 'not-found' },
      { does: [{ run: 'cd /' }], hint: 'elsewhere' },
      { does: [{ run: 'rmdir permanence' }], hint: 'no-folder-yet' },
      { does: [{ run: 'ls' }], hint: 'still-home' },
    ],
  },
  'write-a-file': {
    ways: [
      [{ run: "echo 'Jeudi, 14 h' > note.txt" }],
      [{ run: "cd ~; printf '%s\\n' 'Jeudi, 14 h' | tee permanence/note.txt" }],
      [
        { start: 'nano' },
        { see: 'GNU nano' },
        { type: 'Jeudi, 14 h' },
        { key: 'Ctrl-O' },
        { type: 'note.txt' },
        { key: 'Enter' },
        { key: 'Ctrl-X' },
      ],
      [{ start: 'cat > note.txt' }, { type: 'Jeudi, 14 h' }, { key: 'Enter' }, { key: 'Ctrl-D' }],
    ],
    nearMisses: [
      {
        does: [{ start: 'nano note.txt' }, { see: 'GNU nano' }, { type: 'Jeudi, 14 h' }],
        hint: 'not-saved',
      },
      {
        does: [{ start: 'nano note.txt' }, { see: 'GNU nano' }, { key: 'Ctrl-X' }],
        hint: 'left-without-saving',
      },
      { does: [{ run: 'touch note.txt' }], hint: 'empty' },
      { does: [{ run: 'echo Jeudi > ~/note.txt' }], hint: 'wrong-place' },
      { does: [{ run: 'echo Jeudi > Note.txt' }], hint: 'near-name' },
      { does: [{ run: 'echo Jeudi > note' }], hint: 'near-name' },
      { does: [{ run: 'echo Jeudi > courrier.txt' }], hint: 'other-name' },
      { does: [{ run: 'mkdir note.txt' }], hint: 'a-folder' },
      { does: [{ run: 'cd; rmdir permanence' }], hint: 'no-folder-yet' },
      { does: [{ run: 'pwd' }], hint: 'no-file-yet' },
    ],
  },
  'read-it': {
    ways: [
      [{ start: 'less note.txt' }, { see: 'Jeudi' }, { key: 'Enter' }, { type: 'q' }],
      [{ run: 'cd ~ && head -n 5 permanence/note.txt' }],
      [{ run: 'cat *.txt' }],
      [{ start: 'more < note.txt' }, { see: 'Jeudi' }],
    ],
    nearMisses: [
      { does: [{ run: 'rm note.txt' }], hint: 'no-file-yet' },
      { does: [{ run: 'cd; cat note.txt' }], hint: 'not-here' },
      {
        does: [{ start: 'nano note.txt' }, { see: 'GNU nano' }, { key: 'Ctrl-X' }],
        hint: 'in-nano',
      },
      { does: [{ start: 'cat' }, { key: 'Ctrl-C' }], hint: 'forgot-name' },
      { does: [{ run: 'cat /etc/hostname' }], hint: 'other-file' },
      {
        does: [{ start: 'cat >> note.txt' }, { type: 'Vendredi' }, { key: 'Enter' }, { key: 'Ctrl-D' }],
        hint: 'written-not-read',
      },
      { does: [{ run: 'ls -l' }], hint: 'not-yet' },
    ],
  },
  'who-am-i': {
    ways: [
      [{ run: 'id -un' }, { answer: 'trainee' }],
      [{ run: 'echo $USER' }, { answer: ' Trainee ' }],
    ],
    nearMisses: [
      { does: [{ answer: 'whoami' }], hint: 'the-command' },
      { does: [{ answer: 'Poste' }], hint: 'the-machine' },
      { does: [{ answer: 'Camille' }], hint: 'another-name' },
      { does: [{ answer: 'uid=1000(trainee)' }], hint: 'too-much' },
      { does: [{ answer: '  ' }], hint: 'no-answer' },
    ],
  },
  'stop-a-program': {
    ways: [
      [{ start: 'yes' }, { see: 'y' }, { key: 'Ctrl-C' }],
      [{ start: 'sleep 1000' }, { key: 'Ctrl-C' }],
      [{ start: 'sleep 900' }, { key: 'Ctrl-Z' }, { run: 'kill %1' }],
      [{ run: 'timeout -s KILL 0.2 sleep 300; sleep 300 & sleep 0.1; kill %1; wait %1' }],
    ],
    nearMisses: [
      { does: [{ start: 'sleep 600' }], hint: 'still-runs' },
      { does: [{ start: 'sleep 600' }, { key: 'Ctrl-Z' }], hint: 'suspended' },
      { does: [{ run: 'sleep 0.1' }], hint: 'ended-by-itself' },
      { does: [{ run: 'sleep' }], hint: 'no-duration' },
      { does: [{ run: 'sleep600' }], hint: 'no-space' },
      { does: [{ key: 'Ctrl-C' }], hint: 'nothing-yet' },
    ],
  },
  'get-help': {
    ways: [
      [{ start: 'man ls' }, { see: 'LS(1)' }, { type: 'q' }],
      [{ run: 'help cd' }],
      [{ run: 'nano --help | head -5' }],
    ],
    nearMisses: [
      { does: [{ run: 'ls -help' }], hint: 'dashes' },
      { does: [{ run: 'ls —help' }], hint: 'dashes' },
      { does: [{ run: 'help' }], hint: 'of-which' },
      { does: [{ run: 'man sl' }], hint: 'unknown-command' },
      { does: [{ run: 'ls -l' }], hint: 'another-command' },
    ],
  },
});
