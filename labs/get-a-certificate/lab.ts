// How does a site get its padlock? Installs certbot, asks for a certificate for both names, reads who vouches, sees visitors sent to https, renews.
// Before each step the lesson shows: `apt install`, `certbot --nginx -d … -d www.…`, `curl -v` (issuer), `curl -I`, `certbot renew --force-renewal`.
import { defineLab } from '../define-lab.ts';

export default defineLab({
  minutes: 20,
  machines: { desktop: { kind: 'desktop' }, server: { kind: 'server' } },
  counters: ['registrar', 'hosts', 'glass'],
  after: ['install-a-web-server'],
  steps: [
    {
      id: 'install-certbot',
      machine: 'server',
      hints: ['no-server', 'nothing-yet', 'no-plugin'],
      solution: [
        { run: "ssh root@%server% 'apt-get install -y certbot python3-certbot-nginx'", seconds: 180 },
      ],
    },
    {
      id: 'ask-for-it',
      machine: 'desktop',
      hints: ['no-name', 'closed', 'not-trusted', 'only-www', 'only-bare'],
      solution: [
        {
          run: "ssh root@%server% 'certbot --nginx -d %name% -d www.%name% -m camille@%name% --agree-tos --no-eff-email -n'",
          seconds: 120,
        },
      ],
    },
    {
      id: 'read-who-vouches',
      machine: 'desktop',
      asksAnswer: true,
      hints: ['no-answer', 'the-subject', 'another-authority'],
      solution: [{ run: 'curl -vI https://%name% 2>&1 | grep issuer' }, { answer: 'Pebble Intermediate CA' }],
    },
    {
      id: 'see-the-redirection',
      machine: 'desktop',
      hints: ['no-name', 'nothing-yet', 'already-https', 'page-only'],
      solution: [{ run: 'curl -I http://%name%' }],
    },
    {
      id: 'renew-it',
      machine: 'server',
      hints: ['no-server', 'nothing-yet', 'not-due'],
      solution: [
        {
          run: "ssh root@%server% 'certbot renew --force-renewal --no-random-sleep-on-renew'",
          seconds: 120,
        },
      ],
    },
  ],
});
