// What the lab "Installing a web server" says in English.
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Installing a web server, and giving it a name',
  summary: 'A program that serves pages, a page of your own, and your name leading to it: your site exists.',
  steps: {
    'install-it': {
      title: 'Install the web server nginx on your server.',
      done: 'nginx runs already, and will start by itself at each boot. Door 80, the door of the Web, is open.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if yours is off, press “Start”.',
        ],
        'nothing-yet': [
          'Nobody answers at the door of the Web yet. On Debian, `apt` installs programs.',
          'Enter the server with `ssh`, type `apt update`, then `apt install nginx`, and accept with Enter.',
        ],
        'no-list': [
          'The server has no list of available programs: it does not know what nginx is.',
          'On the server, type `apt update` first, then install again.',
        ],
        stopped: [
          'The program is installed but does not answer: it is stopped, or a setting keeps it from starting.',
          'On the server, `systemctl status nginx` tells why; `systemctl start nginx` starts it again.',
        ],
      },
      solution: '`apt install nginx` fetches the program and what it needs, installs it and starts it.',
    },
    'see-it-by-address': {
      title: 'From your desktop, ask for the page that your server serves, by its address.',
      done: 'A page has crossed the network. It is nginx’s, not yours yet, but it comes from your place.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if yours is off, press “Start”.',
        ],
        'nobody-came': [
          'Your server’s journal of visits is empty: nobody has asked for a page yet.',
          'From your desktop, `curl http://` followed by the server’s address; or type that address into a browser of the small Internet.',
        ],
        'from-inside': [
          'There was a visit, but from the server itself: it does not prove that the door is open to the world.',
          'Leave the server with `exit`, then ask again from your desktop, with the address.',
        ],
      },
      solution:
        '`curl` fetches the page at this address and shows it: text and tags, which a browser would draw.',
    },
    'write-your-page': {
      title: 'Put your own page in the place of the welcome page.',
      done: 'Your page is online. Nobody had to give you leave.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if yours is off, press “Start”.',
        ],
        'no-answer': [
          'Your server gives no page at all any more: nginx is probably stopped.',
          'On the server, `systemctl status nginx` tells why, and `systemctl restart nginx` starts it again.',
        ],
        'still-default': [
          'The server still shows the page that came with nginx. Yours must be on the server, in the folder that it publishes.',
          'On the server: `nano /var/www/html/index.html`, a few words, then Ctrl-O, Enter, Ctrl-X.',
        ],
        empty: [
          'The page exists, but it is empty: the file was not saved with its text.',
          'Open `/var/www/html/index.html` again, write a sentence, save with Ctrl-O and Enter.',
        ],
        forbidden: [
          'The server finds the page but may not read it: error 403.',
          'On the server: `chmod 644 /var/www/html/index.html` lets everybody read the file.',
        ],
      },
      solution:
        'nginx publishes the folder `/var/www/html`; a file `index.html` in it becomes the home page. `scp` brings it from your desktop.',
    },
    'point-the-name': {
      title: 'Make your name lead to your server: an `A` record.',
      done: 'The name leads to the machine. On the day you change machines, you will change this line and nothing else.',
      hints: {
        'no-name': [
          'You hold no domain name yet.',
          'In the tab “Registrar”, search for a free name and register it.',
        ],
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if yours is off, press “Start”.',
        ],
        'nothing-yet': [
          'Your name leads to no address yet. You write that in its zone, at the registrar’s.',
          'Name: `@`; type: `A`; value: your server’s address. Then “Add”.',
        ],
        'only-www': [
          'You have set up `www`, which is the next step. The bare name still leads nowhere.',
          'Add a line with `@` in the field “Name”.',
        ],
        elsewhere: [
          'Your name leads to an address, but not to your server’s.',
          'Change the `A` line: the exact address is in the tab “Hosts”, with a button to copy it.',
        ],
      },
      solution: 'In the zone, a line of type A on `@`, with the server’s address.',
    },
    'point-www': {
      title: 'Make `www`, in front of your name, lead to the same place.',
      done: 'Both lead to your door. Your visitors will type one or the other without thinking.',
      hints: {
        'no-name': [
          'You hold no domain name yet.',
          'In the tab “Registrar”, search for a free name and register it.',
        ],
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, rent a virtual server; if yours is off, press “Start”.',
        ],
        'nothing-yet': [
          'With `www` in front, your name leads nowhere yet: it is another name, which needs a line of its own.',
          'Name: `www`; type: `CNAME` (“like that other name”); value: your whole name. Then “Add”.',
        ],
        elsewhere: [
          'The line `www` exists, but it does not lead to you.',
          'Change it: type `CNAME`, value: your whole name, with nothing in front.',
        ],
      },
      solution:
        'A CNAME line says “see that other name”: if the address changes one day, `www` follows by itself.',
    },
    'see-it-by-name': {
      title: 'Ask for your page by its name, from your desktop.',
      done: 'Your page, under your name, on your machine. An hour ago none of this existed.',
      hints: {
        'no-name': [
          'You hold no domain name yet.',
          'In the tab “Registrar”, search for a free name and register it.',
        ],
        'nothing-yet': [
          'The same request as by address, but with the name.',
          'From your desktop: `curl http://` followed by your name.',
        ],
        'by-address': [
          'By address it works. What is left is to check that the name leads there.',
          'Put your domain name in the place of the four numbers.',
        ],
        failed: [
          'The request left and brought nothing back: the name does not lead to you yet, or something is too much in the address.',
          'Check with `dig +short` and your name; if the answer is an old one, wait a few seconds and try again.',
        ],
      },
      solution: '`curl http://` and the name: the resolver finds the address, then the page comes.',
    },
  },
});
