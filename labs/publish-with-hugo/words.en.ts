// What the lab "Publishing with hugo" says in English.
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Publishing without a database, with hugo',
  summary:
    'Text files, a program that makes pages of them, and nothing else to look after: the lightest site there is.',
  steps: {
    'install-hugo': {
      title: 'Install hugo on your server.',
      done: 'A single program, which runs only when you call it. The rest of the time there is nothing to attack.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, start yours, or rent one and take “Installing a web server” again.',
        ],
        'nothing-yet': [
          'hugo is installed like everything else, with `apt`, on the server.',
          'On the server: `apt update`, then `apt install hugo`.',
        ],
      },
      solution: '`apt install hugo` installs a program that is all of one piece.',
    },
    'make-a-site': {
      title: 'Make a site’s folder, and say what its pages look like.',
      done: 'The mould is ready. It takes six lines, and you understand them all.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, start yours, or rent one and take “Installing a web server” again.',
        ],
        'nothing-yet': [
          'There is no site’s folder on the server yet: hugo can prepare one.',
          'On the server: `hugo new site site`.',
        ],
        'no-layout': [
          'The folder exists, but nothing says yet what pages look like: it needs a layout.',
          'Write the lesson’s layout into `layouts/index.html`, and the same into `layouts/_default/single.html`.',
        ],
      },
      solution:
        '`hugo new site` prepares the folders; a page layout in `layouts` says where title and text go.',
    },
    'write-a-position': {
      title: 'Write a position, in a text file.',
      done: 'A file that you will be able to open in twenty years, with any program.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, start yours, or rent one and take “Installing a web server” again.',
        ],
        'nothing-yet': [
          'The folder `content` of your site is empty.',
          'On the server: `nano site/content/position.md`; a title between two lines of three dashes, then your text.',
        ],
        'a-draft': [
          'Your text is marked as a draft: hugo will not publish it.',
          'In the head of the file, delete the line `draft: true`, or write `false`.',
        ],
        'too-short': [
          'The file is there, but says next to nothing.',
          'Four short paragraphs: the act, the reason, the argument against, when you come back to it.',
        ],
      },
      solution: 'A `.md` file in `content`, with a head (a title at least), then text.',
    },
    'put-it-online': {
      title: 'Make the pages, and put them online under your name.',
      done: 'Your site is online, with a feed. It holds nothing but pages: no database, no account, nothing to guess.',
      hints: {
        'no-name': [
          'You hold no domain name yet.',
          'In the tab “Registrar”, register a name and make it lead to your server.',
        ],
        'not-answering': [
          'Your name does not answer: nginx is stopped, or the name does not lead to this server.',
          'On the server, `systemctl status nginx`; from your desktop, `dig +short` and your name.',
        ],
        'still-old': [
          'Your name still shows the old page, or a site without a text.',
          'On the server: `hugo -s site -d /var/www/html` writes the pages where nginx publishes them.',
        ],
      },
      solution:
        '`hugo -s site -d /var/www/html` reads the site’s folder and writes pages into the one that nginx publishes.',
    },
  },
});
