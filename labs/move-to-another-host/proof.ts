// Which other ways are right, and which near misses are not? Servers that were tried are given back, nginx is taken off the second one again.
import { defineProof } from '../define-lab.ts';

export default defineProof({
  'copy-the-site': {
    ways: [
      [{ run: "ssh root@%server% 'tar cz -C /var/www html' > site.tar.gz", seconds: 20 }],
      [{ run: 'mkdir copie && scp root@%server%:/var/www/html/index.html copie/', seconds: 20 }],
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
      { does: [{ run: 'mkdir copie && echo Bonjour > copie/index.html' }], hint: 'not-the-same' },
    ],
  },
  'lower-the-ttl': {
    ways: [
      {
        does: [{ record: { owner: '@', type: 'A', value: '%server%', ttl: '30' } }],
        undo: [{ record: { owner: '@', type: 'A', value: '%server%', ttl: '60' } }],
      },
      {
        does: [{ record: { owner: '@', type: 'A', value: '%server%', ttl: '5' } }],
        undo: [{ record: { owner: '@', type: 'A', value: '%server%', ttl: '60' } }],
      },
    ],
    nearMisses: [
      {
        does: [{ record: { owner: '@', type: 'A', value: '%server%', ttl: '45' } }],
        hint: 'still-long',
      },
      {
        does: [{ unrecord: { owner: '@', type: 'A' } }],
        hint: 'leads-nowhere',
        undo: [{ record: { owner: '@', type: 'A', value: '%server%', ttl: '60' } }],
      },
    ],
  },
  'rent-elsewhere': {
    ways: [
      {
        does: [{ rent: { offer: 'nuage-exemple', host: 'ailleurs' } }],
        undo: [{ server: { host: 'ailleurs', do: 'delete' } }],
      },
      {
        does: [{ rent: { offer: 'vps-rhin-exemple', host: 'ailleurs', system: 'debian' } }],
        undo: [{ server: { host: 'ailleurs', do: 'delete' } }],
      },
    ],
    nearMisses: [{ does: [{ run: 'ls' }], hint: 'nothing-yet' }],
  },
  'restore-there': {
    ways: [
      {
        does: [
          { run: "ssh root@%server2% 'apt-get -qq update && apt-get -qq install -y nginx'", seconds: 120 },
          {
            run: "ssh root@%server% 'tar c -C /var/www html' | ssh root@%server2% 'tar x -C /var/www'",
            seconds: 20,
          },
        ],
        undo: [{ run: 'ssh root@%server2% rm /var/www/html/index.html' }],
      },
      {
        does: [{ run: 'scp copie/index.html root@%server2%:/var/www/html/', seconds: 20 }],
        undo: [
          {
            run: "ssh root@%server2% 'apt-get -qq purge -y nginx nginx-common; rm -rf /var/www/html'",
            seconds: 60,
          },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'closed' },
      {
        does: [{ run: "ssh root@%server2% 'apt-get -qq install -y nginx'", seconds: 120 }],
        hint: 'still-default',
      },
      {
        does: [{ run: "ssh root@%server2% 'echo Bientôt > /var/www/html/index.html'" }],
        hint: 'other-page',
        undo: [{ run: 'ssh root@%server2% rm /var/www/html/index.html' }],
      },
    ],
  },
  'start-the-probe': {
    ways: [
      [{ run: "curl -s -o /dev/null -w '%{remote_ip} %{http_code}\\n' http://%name%/ >> ~/sonde.txt" }],
      [
        {
          run: "for i in 1 2; do curl -s -o /dev/null -w '%{remote_ip} %{http_code}\\n' www.%name% >> ~/sonde.txt; sleep 2; done",
          seconds: 15,
        },
      ],
    ],
    nearMisses: [
      { does: [{ run: 'curl -sI http://%name%' }], hint: 'nothing-yet' },
      { does: [{ run: "echo ' 000' > ~/sonde.txt" }], hint: 'only-failures' },
      {
        does: [{ run: "echo '%server% 200' > ~/sonde.txt; touch -d '1 minute ago' ~/sonde.txt" }],
        hint: 'asleep',
      },
    ],
  },
  'switch-the-name': {
    ways: [
      {
        does: [{ record: { owner: '@', type: 'A', value: '%server2%', ttl: '60' } }],
        undo: [{ record: { owner: '@', type: 'A', value: '%server%', ttl: '10' } }],
      },
      {
        does: [
          { unrecord: { owner: '@', type: 'A' } },
          { record: { owner: '@', type: 'A', value: '%server2%', ttl: '5' } },
        ],
        undo: [{ record: { owner: '@', type: 'A', value: '%server%', ttl: '10' } }],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'not-yet' },
      {
        does: [{ record: { owner: '@', type: 'A', value: '198.51.100.7', ttl: '10' } }],
        hint: 'elsewhere',
        undo: [{ record: { owner: '@', type: 'A', value: '%server%', ttl: '10' } }],
      },
    ],
  },
  'count-the-gap': {
    ways: [
      [{ run: "printf '%server% 200\\n 000\\n 000\\n%server2% 200\\n' > ~/sonde.txt" }],
      [{ run: "printf '%server% 200\\n%server2% 200\\n%server2% 200\\n' > ~/sonde.txt" }],
    ],
    nearMisses: [
      { does: [{ run: 'rm ~/sonde.txt' }], hint: 'nothing-yet' },
      { does: [{ run: "echo '%server% 200' > ~/sonde.txt" }], hint: 'still-old' },
      { does: [{ run: "printf '%server% 200\\n%server2% 404\\n' > ~/sonde.txt" }], hint: 'fails-now' },
      {
        does: [
          {
            run: "(echo '%server% 200'; for i in {1..40}; do echo ' 000'; done; echo '%server2% 200') > ~/sonde.txt",
          },
        ],
        hint: 'too-long',
      },
    ],
  },
  'give-it-back': {
    ways: [
      {
        does: [{ server: { host: 'mon-serveur', do: 'delete' } }],
        undo: [{ rent: { offer: 'vps-ruche-exemple', host: 'mon-serveur' } }],
      },
      {
        does: [
          { server: { host: 'mon-serveur', do: 'stop' } },
          { server: { host: 'mon-serveur', do: 'delete' } },
        ],
        undo: [{ rent: { offer: 'vps-ruche-exemple', host: 'mon-serveur' } }],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'still-two' },
      { does: [{ run: 'rm ~/sonde.txt' }], hint: 'not-moved' },
      {
        does: [{ record: { owner: '@', type: 'A', value: '198.51.100.7', ttl: '10' } }],
        hint: 'astray',
        undo: [{ record: { owner: '@', type: 'A', value: '%server%', ttl: '10' } }],
      },
    ],
  },
});
