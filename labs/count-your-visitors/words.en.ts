// What does the lab "Counting without following" say in English?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Counting your readers without following them',
  summary:
    'A log of visits that no longer knows who came, a small passing crowd, a table: who sends you readers?',
  steps: {
    'cut-the-addresses': {
      title: 'Make the log of visits forget the end of each address, and empty it of what it knew already.',
      done: 'The log knows that somebody came, and no longer knows who. What one does not have cannot be stolen.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if it is off, press “Start”.',
        ],
        'not-answering': [
          'The web server does not answer: it is stopped, or a mistake keeps it from starting.',
          'On the server, `nginx -t` says on which line to look, and `systemctl restart nginx` starts it again.',
        ],
        'no-journal': [
          'No visit is noted any more: there will be nothing to count.',
          'You need a line `access_log`, followed by the file and the name of your format, then `systemctl reload nginx`.',
        ],
        'still-whole': [
          'A visit has just been noted with its whole address. The new format is not in use, or the old one still writes beside it.',
          'Check that the original line `access_log` has left `/etc/nginx/nginx.conf`, then `nginx -t` and `systemctl reload nginx`.',
        ],
        'old-ones-stay': [
          'New visits are cut, but the log keeps the whole addresses from before.',
          'On the server, `truncate -s 0 /var/log/nginx/access.log` empties it without removing it.',
        ],
      },
      solution:
        'A log format in which the address loses its end, put in the place of the original one; nginx reads it again, and the old log is emptied.',
    },
    'bring-readers': {
      title: 'Announce your site to the newspaper, and wait for your readers.',
      done: 'They came, more than forty of them, and a dozen robots along with them.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if it is off, press “Start”.',
        ],
        'not-answering': [
          'The web server does not answer: your readers would find the door closed.',
          'On the server, `systemctl status nginx` says why, and `systemctl restart nginx` starts it again.',
        ],
        nobody: [
          'The log shows nobody yet, or only you.',
          'In the tab “Browser”, `www.journal-exemple.fr/annoncer`: give the address of your site. Read what the page answers.',
        ],
        'only-a-few': [
          'A few visits are there. A crowd keeps one waiting a moment.',
          'Wait ten seconds; if nobody comes, announce your site to the newspaper again, and read its answer.',
        ],
      },
      solution:
        'A text published at home, relayed elsewhere: the newspaper announces it, and its readers follow the link.',
    },
    'make-a-report': {
      title: 'Install goaccess, and draw a report from the log.',
      done: 'A whole table, without adding anything to your pages or asking your readers for anything.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if it is off, press “Start”.',
        ],
        'no-goaccess': [
          'The program that counts is not on the server yet.',
          'On the server: `apt update`, which brings the list of programs, then `apt install goaccess`.',
        ],
        'nothing-yet': [
          'goaccess is there, and has written no report yet.',
          'Give it the log, the format `COMBINED`, and a file to write to: `-o /var/www/html/visites.html`.',
        ],
        'almost-empty': [
          'This report counts next to nobody: it was made before your readers came, or it read another log.',
          'Run the same command again, with the log in which visits are noted.',
        ],
      },
      solution: 'goaccess reads the log once and writes a page, which any browser shows.',
    },
    'who-sends-them': {
      title: 'Find in the report which site sent you the most readers.',
      done: 'It was not the one that you would have thought. That is why one counts.',
      answerLabel: 'The site that sends you the most readers',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if it is off, press “Start”.',
        ],
        'nobody-sends': [
          'The log shows no visitor who came from another site.',
          'Announce your site to the newspaper, wait for your readers, then make the report again.',
        ],
        'no-answer': [
          'The field is empty.',
          'In the report, the table “Referring Sites” lists them by number of visits.',
        ],
        'another-one': [
          'This site does send you people, but another one sends more.',
          'Look at the first line of the table “Referring Sites”, and its column “Hits”.',
        ],
        'your-own': [
          'That is your own site: those readers were at your place already.',
          'Look for the first site in the table that is not yours.',
        ],
        'no-site': [
          'No reader came from there.',
          'The answer is the name of a site, written out in full in the table “Referring Sites”.',
        ],
      },
      solution:
        'Each request says which page it comes from. Sort them, count them: the gardeners come before the newspaper.',
    },
  },
});
