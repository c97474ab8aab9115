// What the lab "Getting a certificate" says in English.
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Getting a certificate, and keeping it',
  summary:
    'The padlock, by your own hand: prove that the name is yours, encrypt the page, and renew without thinking of it.',
  steps: {
    'install-certbot': {
      title: 'Install certbot and its nginx plug-in on the server.',
      done: 'The tool is there. It can speak to a certificate authority, and set nginx up for you.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, start yours, or rent one and take the lesson before again.',
        ],
        'nothing-yet': [
          'The tool that asks for certificates is called certbot; it is installed like nginx, with `apt`.',
          'On the server: `apt update`, then `apt install certbot python3-certbot-nginx`.',
        ],
        'no-plugin': [
          'certbot is there, but not the part that lets it set nginx up.',
          'On the server: `apt install python3-certbot-nginx`.',
        ],
      },
      solution: '`apt install certbot python3-certbot-nginx`: the tool, and the part that teaches it nginx.',
    },
    'ask-for-it': {
      title: 'Ask for a certificate for your name, with and without `www`.',
      done: 'Your page now comes in an envelope, and the signature is recognised. It cost you one command.',
      hints: {
        'no-name': [
          'You hold no domain name yet, and a certificate is about a name.',
          'In the tab “Registrar”, register a name, then make it lead to your server.',
        ],
        closed: [
          'Nobody answers yet at door 443, the door of `https`, under your name.',
          'On the server: `certbot --nginx`, then `-d` and your name, then `-d` and the same name with `www.` in front.',
        ],
        'not-trusted': [
          'Somebody answers at door 443, but with a certificate that nothing here vouches for under your name.',
          'Let `certbot --nginx` do it: it gets a certificate signed by the authority, and replaces that one.',
        ],
        'only-www': [
          'The certificate covers `www`, but not your bare name: whoever leaves it out would meet a warning.',
          'Run certbot again with both names: `-d` your name, `-d` the same with `www.`; it will offer to expand.',
        ],
        'only-bare': [
          'The certificate covers your name, but not `www` in front: whoever types it would meet a warning.',
          'Run certbot again with both names: `-d` your name, `-d` the same with `www.`; it will offer to expand.',
        ],
      },
      solution:
        '`certbot --nginx -d … -d www.…` proves to the authority that both names lead here, gets the certificate and sets nginx up.',
    },
    'read-who-vouches': {
      title: 'Who vouches for your certificate? Read its issuer.',
      done: 'This is the authority that your machine has decided to believe. Elsewhere it would be another one, in the same way.',
      answerLabel: 'Issuer',
      hints: {
        'no-answer': [
          'The certificate tells it itself. `curl` shows it when you ask it to be talkative, with `-v`.',
          'From your desktop: `curl -v https://` and your name; look for the “issuer” line.',
        ],
        'the-subject': [
          'That is whom the certificate was made for: you. We want to know who signed it.',
          'The line right below, “issuer”, names the authority.',
        ],
        'another-authority': [
          'That is not the name on the certificate. Read the “issuer” line again.',
          'Copy what follows `CN=` on that line.',
        ],
      },
      solution:
        'The “issuer” line names the authority: here Pebble, the practice authority of this small Internet.',
    },
    'see-the-redirection': {
      title: 'See what happens to somebody who still types `http`, without the “s”.',
      done: 'Code 301: “moved for good”. Nobody will stay on the open version out of habit.',
      hints: {
        'no-name': [
          'You hold no domain name yet, and a certificate is about a name.',
          'In the tab “Registrar”, register a name, then make it lead to your server.',
        ],
        'nothing-yet': [
          'Ask for the old address, the one with `http`, and look at the server’s answer rather than at the page.',
          'From your desktop: `curl -I http://` followed by your name.',
        ],
        'already-https': [
          'This address is the right one already. What happens with the old one?',
          'The same request with `http://`, without the “s”.',
        ],
        'page-only': [
          'You received a small page, but did not see the order that came with it: it is in the headers.',
          'Add the option `-I`, which shows the headers of the answer.',
        ],
      },
      solution: '`curl -I` shows the headers: a code 301, and a “Location” line that sends on to `https`.',
    },
    'renew-it': {
      title: 'Renew your certificate without waiting for its end.',
      done: 'A second certificate is in place. The server will do this by itself, looking twice a day whether it is time.',
      hints: {
        'no-server': [
          'You have no running server at the moment.',
          'In the tab “Hosts”, start yours, or rent one and take the lesson before again.',
        ],
        'nothing-yet': [
          'certbot can renew everything that it has got, with one word: “renew”.',
          'On the server: `certbot renew --force-renewal`.',
        ],
        'not-due': [
          'certbot looked, and found that nothing was pressing: that is what it normally does, every day.',
          'For this try only, insist: add `--force-renewal`.',
        ],
      },
      solution: '`certbot renew --force-renewal` asks for a certificate at once, and reloads nginx.',
    },
  },
});
