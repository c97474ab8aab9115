// What the lab "Moving to another host" says in English.
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Moving to another host',
  summary:
    'Copy, prepare the name, rent elsewhere, restore, switch, count absences, hand back the keys: a site that moves house without anybody noticing.',
  steps: {
    'copy-the-site': {
      title: 'Copy your site to your desktop.',
      done: 'You hold an exact copy, at your place. As long as it exists, nothing that follows is serious.',
      hints: {
        'no-server': [
          'You have no running server: there is nothing to move.',
          'Take the lesson “Installing a web server” again, or start your server in the tab “Hosts”.',
        ],
        'nothing-yet': [
          'There is no copy on your desktop yet. The command that copies from one machine to another is `scp`.',
          'From your desktop: `scp -r root@`, the address, `:/var/www/html`, a space, and the name of a folder.',
        ],
        'not-the-same': [
          'There is a copy, but it does not hold the page that your server shows now.',
          'Delete it and start again; the folder to copy, on the server, is `/var/www/html`.',
        ],
      },
      solution:
        '`scp -r` copies a whole folder from one machine to another, through the door that your key opens.',
    },
    'lower-the-ttl': {
      title: 'Lower the time to live of your name’s address to 30 seconds at most.',
      done: 'The network’s memories will be short. In real life you do this a few days ahead.',
      hints: {
        'no-name': [
          'You hold no domain name yet: a move begins with a site that has one.',
          'Take the lessons “Registering a name” and “Installing a web server” first.',
        ],
        'leads-nowhere': [
          'Your name leads to no address any more: the A line has gone from its zone.',
          'Put it back: `@`, type `A`, your server’s address, and a time of 10 seconds.',
        ],
        'still-long': [
          'The time to live is still too long. It is set line by line, in the zone.',
          'At the registrar’s, under your name, change the line `@` of type `A`: time to live, 10.',
        ],
      },
      solution: 'In the zone you change the A line without touching the address: only the time changes.',
    },
    'rent-elsewhere': {
      title: 'Rent a second server, from another host, and bring your key to it.',
      done: 'The new house exists. The old one is still open: nobody has noticed anything.',
      hints: {
        'nothing-yet': [
          'You have one running server only. Moving takes two at the same time.',
          'In the tab “Hosts”, rent from another host than the first; then `ssh-copy-id root@` and its new address.',
        ],
      },
      solution: 'A second server, from another host; `ssh-copy-id` puts your key on it.',
    },
    'restore-there': {
      title: 'Restore your site on the new server.',
      done: 'The same page answers at both addresses. Your copy has proved itself.',
      hints: {
        'no-server': [
          'The second server is missing, or it is off.',
          'The tab “Hosts” should show two that run.',
        ],
        closed: [
          'The new server serves no page yet: it needs a web server.',
          'Install nginx there: `apt update`, then `apt install nginx`.',
        ],
        'still-default': [
          'The new server answers, with the page that came with nginx. Yours is missing.',
          'From your desktop: `scp -r`, the folder of your copy followed by `/.`, then the new server’s `/var/www/html/`.',
        ],
        'other-page': [
          'The two servers do not show the same page.',
          'Take your copy and bring it as it is into `/var/www/html` of the new server.',
        ],
      },
      solution: 'Install nginx, then `scp -r` brings the copy; compare the two pages with `curl`.',
    },
    'start-the-probe': {
      title: 'Post a witness: it knocks at your door every two seconds and notes who answers.',
      done: 'The witness is in place and forgets nothing. Whatever happens now, you will know.',
      hints: {
        'no-name': [
          'You hold no domain name yet: a move begins with a site that has one.',
          'Take the lessons “Registering a name” and “Installing a web server” first.',
        ],
        'nothing-yet': [
          'The file `sonde.txt` does not exist yet, or it is empty.',
          'The loop is in the lesson: send it to the terminal as it is, in one piece.',
        ],
        'only-failures': [
          'The witness knocks, but nobody has answered yet: the name is misspelt, or leads nowhere.',
          'Stop it with `kill %1`, check `curl http://` and your name, then start the loop again.',
        ],
        asleep: [
          'The witness has fallen asleep: its last line is a while ago.',
          'Start the loop again, with the `&` at its end, which lets it run while you work.',
        ],
      },
      solution:
        'A loop asks for the page every two seconds and notes in `sonde.txt` the address that answered and the code.',
    },
    'switch-the-name': {
      title: 'Switch: make your name lead to the new server.',
      done: 'One line has changed. The network’s memories run out, each in its own time, and your readers follow.',
      hints: {
        'no-name': [
          'You hold no domain name yet: a move begins with a site that has one.',
          'Take the lessons “Registering a name” and “Installing a web server” first.',
        ],
        'no-server': [
          'The second server is missing, or it is off.',
          'The tab “Hosts” should show two that run.',
        ],
        'not-yet': [
          'Your name still leads to the old server.',
          'In the zone, change the line `@` of type `A`: the new server’s address, and nothing else.',
        ],
        elsewhere: [
          'Your name leads to an address that is not the new server’s.',
          'Copy the address from the tab “Hosts”, and correct the line `@` of type `A`.',
        ],
      },
      solution: 'A single line of the zone: the old address gives way to the new one.',
    },
    'count-the-gap': {
      title: 'Wait until the witness sees the new server, and count the absences.',
      done: 'Less than a minute without an answer, and probably not a second. That is how to move house.',
      hints: {
        'nothing-yet': [
          'The witness’s notebook is empty: it must have seen the old server, then the new one.',
          'Start the loop of the witness step again, wait, then read `sonde.txt`.',
        ],
        'still-old': [
          'The witness still sees the old server only: the resolver remembers the old address.',
          'A minute’s patience; `tail sonde.txt` shows the last lines. Check that the loop runs.',
        ],
        'fails-now': [
          'The witness’s last attempts failed: the site does not answer well at the moment.',
          'Check the new server: `curl -I http://` and its address should give a code 200.',
        ],
        'too-long': [
          'The site was away for more than a minute in a row. It happens; let us find out why.',
          'Delete `sonde.txt`, take the name back to the old server, then switch again with the new one ready first.',
        ],
      },
      solution:
        'In `sonde.txt` the address changes from one line to the next; lines without code 200 are absences.',
    },
    'give-it-back': {
      title: 'Give the old server back.',
      done: 'One house only, the new one. The old host keeps nothing, and your next departure will frighten you less.',
      hints: {
        'no-name': [
          'You hold no domain name yet: a move begins with a site that has one.',
          'Take the lessons “Registering a name” and “Installing a web server” first.',
        ],
        astray: [
          'Your name leads to none of your running servers: give nothing back before that is mended.',
          'In the zone, the line `@` of type `A` must carry the address of the server that you keep.',
        ],
        'not-moved': [
          'Nothing shows yet that you have moved: the witness’s notebook is empty, or knows one address only.',
          'Go back to the witness step: it must see the old server, then the new one, before you give the old one back.',
        ],
        'still-two': [
          'You still rent two servers, and you pay for both.',
          'In the tab “Hosts”, give back the one to which your name no longer leads: read twice which it is.',
        ],
      },
      solution: 'The old one goes last, when the witness no longer calls there and the copy has been tried.',
    },
  },
});
