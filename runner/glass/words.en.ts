// What do the pages of the glass browser say in English when a site does not come?
import type { GlassWords } from './words.fr.ts';

export const en: GlassWords = {
  locale: 'en-GB',
  simulated: 'Simulated Internet',
  try: 'What to try',
  again: 'Try again',
  uploads: 'Uploads',
  whoSaysNo: 'The server {server}, in charge of the zone "{zone}", says so.',
  errors: {
    'bad-address': {
      title: 'This is not the address of a site',
      what: 'An address is made of a name, such as camille-exemple.fr, sometimes followed by a path, such as /contact.html.',
      tries: ['Type the address again in the bar, without spaces.'],
    },
    'no-internet': {
      title: 'The small Internet is not there',
      what: 'The workshop has no small Internet at the moment: it may still be starting.',
      tries: ['Wait a few seconds, then try again.', 'If this lasts, tell your trainer.'],
    },
    outside: {
      title: 'This address is outside the small Internet',
      what: '{name} leads to no machine of the workshop. This browser does not go there: nothing was sent.',
      tries: [
        'If the name is yours, check the A record of its zone: it must hold the address of your server.',
      ],
    },
    'no-such-name': {
      title: '{name} does not exist',
      what: 'The directory of names (the DNS) answered: this name does not exist.',
      tries: [
        'Check the spelling of the name.',
        'If it is yours: is it registered? For a name such as www.{name}, does the zone have a record of that name?',
        'An answer "does not exist" is remembered for a while, too: after adding a record, wait a minute.',
        'To see each step from the terminal: `dig +trace {name}`',
      ],
    },
    'no-address': {
      title: '{name} exists, but has no address',
      what: 'The name is known, but no A record says which server it leads to.',
      tries: [
        'At the registrar, add an A record with the address of your server to the zone.',
        'From the terminal: `dig {name} A`',
      ],
    },
    'resolver-failed': {
      title: 'The directory cannot answer',
      what: 'The resolver {resolver} got no answer about {name}: the name servers of this zone are silent or contradict each other.',
      tries: [
        'Check the name servers given at the registrar.',
        'From the terminal: `dig +trace {name}` shows at which step it stops.',
      ],
    },
    refused: {
      title: 'The server refuses the connection',
      what: 'The machine {address} exists and answers, but no program listens there on port {port}.',
      tries: [
        'If the server is yours: is a web server installed and started? `systemctl status nginx`',
        'https is port 443: without a certificate installed, nothing listens there. Try http.',
      ],
    },
    unreachable: {
      title: 'No machine at this address',
      what: 'The name leads to the address {address}, but there is no machine there.',
      tries: [
        'Is the server running? Look at the host.',
        'Does the A record hold the server’s present address?',
      ],
    },
    timeout: {
      title: 'No answer in time',
      what: 'Somebody should answer at {name}, but nothing came: the machine is off, very busy, or makes you wait on purpose.',
      tries: ['Is the server running? Look at the host.', 'Try again in a moment.'],
    },
    'gateway-down': {
      title: 'The gateway does not answer',
      what: 'The way between this page and the small Internet does not work at the moment. Neither your site nor your name is to blame.',
      tries: ['Wait a few seconds, then try again.', 'If this lasts, tell your trainer.'],
    },
    'tls-not-spoken': {
      title: 'This server does not speak https here',
      what: 'The connection to port {port} of {address} was made, but what follows is not TLS, the protocol that encrypts the web.',
      tries: [
        'Try the same address with http.',
        'If the server is yours: `nginx -t`, then `journalctl -u nginx`.',
      ],
    },
    'tls-unknown-authority': {
      title: 'A certificate that nobody known has signed',
      what: 'The server shows a certificate signed by "{issuer}". That is no authority recognised here: anybody can make such a certificate, so it proves nothing.',
      tries: [
        'If the site is yours, ask the authority for a certificate: `certbot --nginx -d {name}`',
        'Never click through such a warning on a site that is not yours.',
      ],
    },
    'tls-other-name': {
      title: 'A certificate for another name',
      what: 'The server shows a valid certificate, but for {names}, not for {name}. Nothing proves that this server is {name}.',
      tries: [
        'If the site is yours, ask for a certificate that holds this name: `certbot --nginx -d {name}`',
        'With and without www are two names: one certificate can hold both (-d twice).',
      ],
    },
    'tls-expired': {
      title: 'A certificate that is no longer valid',
      what: 'The certificate of {name} was valid until {to}. After that date it proves nothing.',
      tries: ['If the site is yours, renew the certificate: `certbot renew`, then `systemctl reload nginx`.'],
    },
    'tls-not-yet': {
      title: 'A certificate that is not valid yet',
      what: 'The certificate of {name} is valid only from {from}.',
      tries: ['Is the server’s clock right? `date`'],
    },
    'bad-http': {
      title: 'An answer that is none',
      what: 'Somebody answers on port {port} of {address}, but what they say is not HTTP, the language of the web.',
      tries: ['Another program may be listening on this port: `ss -tlnp`'],
    },
    'headers-too-large': {
      title: 'Headers beyond measure',
      what: 'Before the page itself, a server sends a few lines of headers. This one sends too many to be honest; the connection was cut.',
      tries: ['If the site is yours, look at the cookies and headers that its configuration adds.'],
    },
    'no-answer': {
      title: 'Connection opened, then nothing',
      what: 'The server {address} accepted the connection, then answered nothing or hung up.',
      tries: ['Try again.', 'If the site is yours: `journalctl -u nginx -n 20`'],
    },
    'form-too-large': {
      title: 'Too much to send at once',
      what: 'This form (or this file) is over {max}: this browser sends no more than that.',
      tries: ['Choose a smaller file, or a reduced picture.'],
    },
    'too-many': {
      title: 'Too many requests at a time',
      what: 'This page asks for more things at once than this browser carries.',
      tries: ['Wait a moment, then try again.'],
    },
    'redirect-loop': {
      title: 'Sent from one address to the other, without end',
      what: 'Ten redirections in a row, and still no page: the site sends you to an address that sends you back, and so on.',
      tries: [
        'If the site is yours, look for the redirections in its configuration: `grep -rn "return 30" /etc/nginx/sites-enabled`',
        'A redirection from http to https stands on the http side only; one to www, on the side without www only.',
      ],
    },
  },
  cut: {
    'too-large': 'Page cut here: it is over the size that this browser carries.',
    'too-slow': 'Page cut here: the server takes too long to send the rest.',
    broken: 'Page cut here: the connection broke before the end.',
  },
  noKey: {
    title: 'This browser no longer knows you',
    what: 'The access to your glass browser has expired, or your real browser refuses the small cookie that serves as a key.',
    tries: [
      'Reload the page of the course, then open the tab "Browser" again.',
      'If your browser blocks all third-party cookies, allow them for this page.',
    ],
  },
  download: {
    title: 'A file to download',
    what: 'Here the site offers a file, not a page. This browser shows pages: it puts nothing on your computer.',
    tries: ["From the terminal, to have it on your machine of the workshop: `curl -OJ '{url}'`"],
  },
  nowhere: {
    title: 'This redirection leads nowhere',
    what: 'The site sends you to an address that is not that of a site of the small Internet.',
    tries: ['Go back, or type another address.'],
  },
};
