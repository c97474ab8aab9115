// How does a page of one's own get onto the Web? Installs nginx, sees it answer, writes a page, points the name at the server, and asks by name.
// Before each step the lesson shows: `apt install nginx`, `curl` and the browser's tab, `/var/www/html/index.html`, the zone's A and CNAME records.
import { defineLab } from '../define-lab.ts';

export default defineLab({
  minutes: 25,
  machines: { desktop: { kind: 'desktop' }, server: { kind: 'server' } },
  counters: ['registrar', 'hosts', 'glass'],
  after: ['register-a-domain', 'rent-a-vps'],
  steps: [
    {
      id: 'install-it',
      machine: 'server',
      hints: ['no-server', 'nothing-yet', 'no-list', 'stopped'],
      solution: [{ run: "ssh root@%server% 'apt-get install -y nginx'", seconds: 120 }],
    },
    {
      id: 'see-it-by-address',
      machine: 'server',
      hints: ['no-server', 'nobody-came', 'from-inside'],
      solution: [{ run: 'curl http://%server%' }],
    },
    {
      id: 'write-your-page',
      machine: 'desktop',
      hints: ['no-server', 'no-answer', 'still-default', 'empty', 'forbidden'],
      solution: [
        { run: "echo '<h1>La permanence de Camille Exemple</h1>' > index.html" },
        { run: 'scp index.html root@%server%:/var/www/html/', seconds: 20 },
      ],
    },
    {
      id: 'point-the-name',
      machine: 'desktop',
      hints: ['no-name', 'no-server', 'nothing-yet', 'only-www', 'elsewhere'],
      solution: [{ record: { owner: '@', type: 'A', value: '%server%' } }],
    },
    {
      id: 'point-www',
      machine: 'desktop',
      hints: ['no-name', 'no-server', 'nothing-yet', 'elsewhere'],
      solution: [{ record: { owner: 'www', type: 'CNAME', value: '%name%' } }],
    },
    {
      id: 'see-it-by-name',
      machine: 'desktop',
      hints: ['no-name', 'nothing-yet', 'by-address', 'failed'],
      solution: [{ run: 'curl http://%name%' }],
    },
  ],
});
