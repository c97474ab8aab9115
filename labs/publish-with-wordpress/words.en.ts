// What does the lab "Publishing with WordPress" say in English?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Publishing with WordPress',
  summary:
    'A WordPress of your own, under your name: a database, a wizard, a position, a reflection, the page that says who speaks, and nobody else in the know.',
  steps: {
    'rent-it-ready': {
      title: 'Rent a server with the system “WordPress”, and make your name lead to it.',
      done: 'All the programs are there, none is set up. That is for you.',
      hints: {
        'no-name': [
          'You hold no domain name yet.',
          'In the tab “Registrar”, search for a free name and register it.',
        ],
        'nothing-yet': [
          'You have no running server. This lesson’s is ordered with a system that comes well stocked.',
          'In the tab “Hosts”, rent a server and choose the system “WordPress”.',
        ],
        'bare-server': [
          'Your server runs, but no web server answers on it: it was probably ordered bare.',
          'Give it back, and rent another one with the system “WordPress”.',
        ],
        'not-pointed': [
          'The server is ready. It needs your name.',
          'At the registrar’s, in the zone: `@`, type `A`, this server’s address.',
        ],
      },
      solution: 'A server ordered with the system “WordPress”, and an A line in the zone.',
    },
    'connect-the-parts': {
      title: 'Connect the parts: a database, a configuration, an nginx site.',
      done: 'WordPress answers under your name. All it needs now is you.',
      hints: {
        'no-name': [
          'You hold no domain name yet.',
          'In the tab “Registrar”, search for a free name and register it.',
        ],
        'still-nginx': [
          'nginx still shows its first page: it does not know that this name should serve WordPress.',
          'Check `/etc/nginx/sites-enabled/site`, above all `server_name`, then `systemctl reload nginx`.',
        ],
        'no-config': [
          'WordPress answers, but finds no configuration for this name: the file is called otherwise, or missing.',
          'It must be called exactly `/etc/wordpress/config-`, your name, then `.php`.',
        ],
        'no-database': [
          'WordPress has read its configuration, but the database will not let it in: it does not exist, or the password differs.',
          'Compare the database’s name and the password in the `mariadb` command and in the configuration file.',
        ],
        broken: [
          'The server does not give WordPress: there is a mistake in the nginx site, or PHP does not run.',
          'On the server, `nginx -t` checks the settings and says on which line to look.',
        ],
      },
      solution:
        'A database made by `mariadb`, a file `config-….php` that holds its key, an nginx site that hands pages to PHP.',
    },
    'install-it': {
      title: 'Go through the installation wizard.',
      done: 'Your site is born, with an administrator’s account that is yours.',
      hints: {
        'no-name': [
          'You hold no domain name yet.',
          'In the tab “Registrar”, search for a free name and register it.',
        ],
        'not-answering': [
          'Your site does not answer at the moment, or not as a WordPress does.',
          'On the server, `systemctl status nginx` and `systemctl status mariadb` tell what is missing; `systemctl start` starts it again.',
        ],
        'not-installed': [
          'The wizard is waiting: it wants a title, an account name, a password and a mail address.',
          'Open your name in the tab “Browser”, and answer its questions.',
        ],
      },
      solution:
        'The wizard makes the tables of the database and the first account; it will never come by again.',
    },
    'publish-a-position': {
      title: 'Publish a position.',
      done: 'It is online, dated, at your own place, and the site’s feed announces it already.',
      hints: {
        'no-name': [
          'You hold no domain name yet.',
          'In the tab “Registrar”, search for a free name and register it.',
        ],
        'not-answering': [
          'Your site does not answer at the moment, or not as a WordPress does.',
          'On the server, `systemctl status nginx` and `systemctl status mariadb` tell what is missing; `systemctl start` starts it again.',
        ],
        'nothing-yet': [
          'Your site’s feed announces no article of yours. A draft is not published.',
          'In the dashboard, “Posts”, “Add new”, then “Publish”, twice: WordPress asks you to confirm.',
        ],
        'too-short': [
          'The article is published, but says next to nothing yet.',
          'A position takes four short paragraphs: the act, the reason, the argument against, when you come back to it.',
        ],
      },
      solution:
        'An article published from the dashboard; it appears at once on the home page and in the feed.',
    },
    'publish-a-reflection': {
      title: 'Publish a reflection.',
      done: 'Two texts, two forms. Your site has begun to think.',
      hints: {
        'no-name': [
          'You hold no domain name yet.',
          'In the tab “Registrar”, search for a free name and register it.',
        ],
        'not-answering': [
          'Your site does not answer at the moment, or not as a WordPress does.',
          'On the server, `systemctl status nginx` and `systemctl status mariadb` tell what is missing; `systemctl start` starts it again.',
        ],
        'only-one': [
          'The feed announces only one text of yours that says something.',
          'Another article: a question that you really ask yourself, what you read, the objection, where you stand.',
        ],
      },
      solution:
        'A second article; one category for positions, another for reflections, and everybody finds their way.',
    },
    'say-who-speaks': {
      title: 'Add the legal notice page.',
      done: 'People know who speaks, and from whose place. It is a duty, and a courtesy.',
      hints: {
        'no-name': [
          'You hold no domain name yet.',
          'In the tab “Registrar”, search for a free name and register it.',
        ],
        'not-answering': [
          'Your site does not answer at the moment, or not as a WordPress does.',
          'On the server, `systemctl status nginx` and `systemctl status mariadb` tell what is missing; `systemctl start` starts it again.',
        ],
        'nothing-yet': [
          'No page of your site bears a legal notice. A page is not an article: it has no date.',
          'In the dashboard, “Pages”, “Add new”, title “Legal notice”: who publishes, and the host’s name.',
        ],
        'an-article': [
          'Your notice is an article: it will slide down the list, then vanish from the front page.',
          'Make it again under “Pages”, then put the article into the bin.',
        ],
      },
      solution:
        'A page “Legal notice”: who directs the publication, how to reach them, the host and its address.',
    },
    'let-all-read': {
      title: 'Give one of your texts at least one heading.',
      done: 'One can now go through your text without seeing it. It is also what helps to read it fast.',
      hints: {
        'no-name': [
          'You hold no domain name yet.',
          'In the tab “Registrar”, search for a free name and register it.',
        ],
        'not-answering': [
          'Your site does not answer at the moment, or not as a WordPress does.',
          'On the server, `systemctl status nginx` and `systemctl status mariadb` tell what is missing; `systemctl start` starts it again.',
        ],
        'no-heading': [
          'None of your articles has a heading. A line in bold is not one: a synthetic voice does not tell it apart.',
          'In the editor, one more block, “Heading”, then “Update”.',
        ],
        'skips-a-level': [
          'There is a heading, but of too low a level: whoever listens looks for the one above, and does not find it.',
          'In the block, choose `H2`: the title of the article is of level 1 already.',
        ],
        'second-title': [
          'Your text bears a second main title: a page has only one, the article’s.',
          'In the block of the heading, choose `H2` in the place of `H1`.',
        ],
        'image-without-text': [
          'A picture in your articles has no alternative text at all: whoever does not see it will know nothing of it.',
          'Choose the picture in the editor, and fill in “Alternative text”, on the right.',
        ],
      },
      solution: 'A block “Heading” of level 2, between two paragraphs, in the article published last.',
    },
    'ask-nobody-else': {
      title: 'See to it that your pages call nobody else.',
      done: 'Whoever reads you is seen by you alone. That is why your site needs no banner.',
      hints: {
        'no-name': [
          'You hold no domain name yet.',
          'In the tab “Registrar”, search for a free name and register it.',
        ],
        'not-answering': [
          'Your site does not answer at the moment, or not as a WordPress does.',
          'On the server, `systemctl status nginx` and `systemctl status mariadb` tell what is missing; `systemctl start` starts it again.',
        ],
        avatars: [
          'A page still has a picture fetched from `gravatar.com`. Look beside the name of whoever comments.',
          'In the dashboard, “Settings”, “Discussion”: clear the box “Show Avatars”, near the bottom, and save.',
        ],
        'another-host': [
          'One of your pages fetches a picture, a style or a program from somebody else.',
          'The command of the lesson names them; take out what calls them, or copy the picture to your own place.',
        ],
      },
      solution: 'Without portraits beside comments, WordPress asks nobody for anything; one box to clear.',
    },
  },
});
