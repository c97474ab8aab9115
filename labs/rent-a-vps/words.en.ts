// What the lab "Renting a server" says in English.
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Renting a server and closing its door',
  summary:
    'You compare, rent and enter; then you change the lock: a key in the place of the password, and updates.',
  steps: {
    'rent-one': {
      title: 'Rent a virtual server from the host of your choice.',
      done: 'A machine has just come up, with an address of its own, reachable from everywhere. It is yours, and so is the responsibility.',
      hints: {
        'nothing-yet': [
          'This step is done at the counter: the tab “Hosts”, beside the terminal.',
          'Choose an offer of a virtual server, give the machine a name such as `mon-serveur`, then rent it.',
        ],
        'not-answering': [
          'Your server runs, but does not answer at the front door: it is still starting, or its SSH service is stopped.',
          'Wait a few seconds. If nothing comes, reboot it from the tab “Hosts”.',
        ],
      },
      solution:
        'At the hosts’ counter: choose an offer, name the machine, rent it. A few seconds later it runs.',
    },
    'go-in': {
      title: 'Enter your server with `ssh`, from your desktop.',
      done: 'You are in. The prompt showed another name: what you typed there ran somewhere else.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if yours is off, press “Start”.',
        ],
        'never-knocked': [
          'Nobody has knocked at your server’s door yet. The command that opens a terminal far away is `ssh`.',
          'Type `ssh root@` followed, without a space, by the address that the tab “Hosts” gives.',
        ],
        'other-user': [
          'You knocked under your own user name, which the server does not know. For now it only knows `root`.',
          'Add `root@` right before the address, without a space.',
        ],
        'wrong-password': [
          'The server recognised `root`, but not the password. Nothing shows while you type it: that is on purpose.',
          'Copy the password in the tab “Hosts” with “Show”, then paste it with Ctrl-Shift-V, and Enter.',
        ],
        'gave-up': [
          'The connection began, then stopped before the password. The question about the fingerprint wants a whole word.',
          'Try again; compare the fingerprint with the one in the tab “Hosts”, then type `yes` and Enter.',
        ],
      },
      solution:
        '`ssh root@` and the address: check the fingerprint, answer `yes`, give the password. `exit` takes you out again.',
    },
    'make-a-key': {
      title: 'On your desktop, make a pair of SSH keys.',
      done: 'Two files: a private key that will never leave this place, and a public key that you could write on the board.',
      hints: {
        'nothing-yet': [
          'There is no key yet in the folder where `ssh` looks for them. Check, too, that you are on your own desktop.',
          'Type `ssh-keygen -t ed25519`, then Enter three times.',
        ],
        half: [
          'Half of the pair is missing: a public key is useless without its private key, and the other way round.',
          'Delete what is left with `rm ~/.ssh/id_*`, then run `ssh-keygen -t ed25519`.',
        ],
        elsewhere: [
          'There is a key, but not where `ssh` looks by itself: the folder `.ssh` of your home.',
          'Do it again with `ssh-keygen -t ed25519` and accept the proposed place with Enter.',
        ],
      },
      solution:
        '`ssh-keygen` writes two files into `~/.ssh`: the private key, and the public key whose name ends with `.pub`.',
    },
    'bring-the-key': {
      title: 'Bring your public key to the server, then enter without a password.',
      done: 'The door opened without a question: it recognised your key.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if yours is off, press “Start”.',
        ],
        'no-key': [
          'The server does not know any key yet. One command brings it and puts it in the right place.',
          'From your desktop: `ssh-copy-id root@` followed by the server’s address; it asks for the password one last time.',
        ],
        'not-a-key': [
          'The server’s list of keys exists, but no line of it looks like a public key.',
          'A public key is one line that begins with `ssh-ed25519` or `ssh-rsa`. Let `ssh-copy-id` copy it.',
        ],
        'open-to-others': [
          'The key is there, but its folder is open to everybody: out of caution, the server refuses to read it.',
          'On the server: `chmod 700 /root/.ssh`, then `chmod 600 /root/.ssh/authorized_keys`.',
        ],
        'not-used': [
          'The key is in place. What is left is to check that it opens: enter once more.',
          'From your desktop, `ssh root@` followed by the address: this time no password must be asked for.',
        ],
      },
      solution:
        '`ssh-copy-id` adds your public key to the server’s list `authorized_keys`; the next connection uses it.',
    },
    'fetch-the-updates': {
      title: 'On the server, ask for the list of updates, and install them.',
      done: 'Your server knows what has come out since it was made. Do this every week, or make it automatic.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if yours is off, press “Start”.',
        ],
        'nothing-yet': [
          'The server has not asked yet what is new. Without that list it believes that everything is up to date.',
          'On the server, type `apt update`, then `apt upgrade`.',
        ],
      },
      solution: '`apt update` fetches the signed list of packages; `apt upgrade` installs what has changed.',
    },
    'keys-only': {
      title: 'Close the door to passwords: let keys alone open it.',
      done: 'From now on guessing is useless. Keep your key well, and let a second one in: that of a person you trust.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if yours is off, press “Start”.',
        ],
        'still-open': [
          'The server still accepts passwords. The setting is called `PasswordAuthentication`.',
          'On the server, write `PasswordAuthentication no` into `/etc/ssh/sshd_config.d/00-cles.conf`, then reload the service.',
        ],
        commented: [
          'The line is written, but it begins with a hash sign: the server takes it for a comment.',
          'Remove the `#` at its beginning, save, then reload the service.',
        ],
        'other-file': [
          'You wrote “no”, but another file says “yes” before yours, and the first one read is the one that counts.',
          'The files of `/etc/ssh/sshd_config.d` are read in alphabetical order: call yours `00-cles.conf`.',
        ],
        'root-only': [
          'You protected `root`, which is good already. Another account could still enter with a password.',
          'Add the line `PasswordAuthentication no` to `/etc/ssh/sshd_config.d/00-cles.conf`, then reload.',
        ],
        'no-keys': [
          'Careful: this setting refuses keys as well. Do not close your session!',
          'Remove the line `PubkeyAuthentication no`; the console of the tab “Hosts” is the last resort.',
        ],
        'not-reloaded': [
          'The setting is written, but the service still runs with the old one: it does not read its file again by itself.',
          'On the server, type `systemctl reload ssh`.',
        ],
      },
      solution:
        'One line, `PasswordAuthentication no`, in a file read before the others, then `systemctl reload ssh` to make it count.',
    },
  },
});
