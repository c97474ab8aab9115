// How does a site move without being missed? Copies it, lowers the name's TTL, rents elsewhere, restores, watches, switches, counts, gives the old server back.
// Before each step the lesson shows: `scp -r`, the TTL of the zone's A line, a second rental and `ssh-copy-id`, the probe's loop, `cat sonde.txt`.
import { defineLab } from '../define-lab.ts';

export default defineLab({
  minutes: 35,
  machines: { desktop: { kind: 'desktop' } },
  counters: ['registrar', 'hosts', 'glass'],
  after: ['install-a-web-server'],
  steps: [
    {
      id: 'copy-the-site',
      machine: 'desktop',
      hints: ['no-server', 'nothing-yet', 'not-the-same'],
      solution: [{ run: 'scp -r root@%server%:/var/www/html copie', seconds: 20 }],
    },
    {
      id: 'lower-the-ttl',
      machine: 'desktop',
      hints: ['no-name', 'leads-nowhere', 'still-long'],
      solution: [{ record: { owner: '@', type: 'A', value: '%server%', ttl: '10' } }],
    },
    {
      id: 'rent-elsewhere',
      machine: 'desktop',
      hints: ['nothing-yet'],
      solution: [
        { rent: { offer: 'vps-rhin-exemple', host: 'nouveau' } },
        { start: 'ssh-copy-id -o StrictHostKeyChecking=accept-new root@%server2%' },
        { see: 'password:' },
        { type: '%password2%' },
        { key: 'Enter' },
        { run: 'ssh root@%server2% hostname', seconds: 20 },
      ],
    },
    {
      id: 'restore-there',
      machine: 'desktop',
      hints: ['no-server', 'closed', 'still-default', 'other-page'],
      solution: [
        { run: "ssh root@%server2% 'apt-get -qq update && apt-get -qq install -y nginx'", seconds: 120 },
        { run: 'scp -r copie/. root@%server2%:/var/www/html/', seconds: 20 },
      ],
    },
    {
      id: 'start-the-probe',
      machine: 'desktop',
      hints: ['no-name', 'nothing-yet', 'only-failures', 'asleep'],
      solution: [
        {
          run: "while sleep 2; do curl -s -m 2 -o /dev/null -w '%{remote_ip} %{http_code}\\n' http://%name%/ >> ~/sonde.txt; done &",
        },
        { run: 'sleep 3; cat ~/sonde.txt' },
      ],
    },
    {
      id: 'switch-the-name',
      machine: 'desktop',
      hints: ['no-name', 'no-server', 'not-yet', 'elsewhere'],
      solution: [{ record: { owner: '@', type: 'A', value: '%server2%', ttl: '10' } }],
    },
    {
      id: 'count-the-gap',
      machine: 'desktop',
      hints: ['nothing-yet', 'still-old', 'fails-now', 'too-long'],
      solution: [
        {
          run: "until tail -n 1 ~/sonde.txt | grep -q '^%server2% 200'; do curl -s -m 2 -o /dev/null -w '%{remote_ip} %{http_code}\\n' http://%name%/ >> ~/sonde.txt; sleep 2; done",
          seconds: 100,
        },
        { run: 'kill %1; sort ~/sonde.txt | uniq -c' },
      ],
    },
    {
      id: 'give-it-back',
      machine: 'desktop',
      hints: ['no-name', 'astray', 'not-moved', 'still-two'],
      solution: [{ server: { host: '%host%', do: 'delete' } }],
    },
  ],
});
