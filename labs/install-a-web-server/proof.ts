// Which other ways are right, and which near misses are not? The key made before opens the server: one command there, one to take it back.
import { defineProof } from '../define-lab.ts';

export default defineProof({
  'install-it': {
    ways: [
      {
        does: [
          { start: 'ssh root@%server%' },
          { see: 'root@mon-serveur', seconds: 20 },
          { type: 'apt install nginx && exit' },
          { key: 'Enter' },
          { see: '/n]', seconds: 30 },
          { key: 'Enter' },
          { run: 'true', seconds: 120 },
        ],
        undo: [{ run: "ssh root@%server% 'apt-get -qq purge -y nginx nginx-common'", seconds: 60 }],
      },
      {
        does: [
          { run: "ssh root@%server% 'apt-get -qq update && apt-get -qq install -y nginx'", seconds: 120 },
        ],
        undo: [{ run: "ssh root@%server% 'apt-get -qq purge -y nginx nginx-common'", seconds: 60 }],
      },
    ],
    nearMisses: [
      { does: [{ run: "ssh root@%server% 'apt search nginx'", seconds: 20 }], hint: 'nothing-yet' },
      {
        does: [{ run: "ssh root@%server% 'rm -rf /var/lib/apt/lists/*; apt-get install -y nginx'" }],
        hint: 'no-list',
        undo: [{ run: "ssh root@%server% 'apt-get -qq update'", seconds: 60 }],
      },
      {
        does: [{ run: "ssh root@%server% 'install -m 755 /bin/true /usr/sbin/nginx'" }],
        hint: 'stopped',
        undo: [{ run: "ssh root@%server% 'rm /usr/sbin/nginx'" }],
      },
    ],
  },
  'see-it-by-address': {
    ways: [
      {
        does: [{ run: 'curl -sI %server% | head -1' }],
        undo: [{ run: "ssh root@%server% 'truncate -s 0 /var/log/nginx/access.log'" }],
      },
      {
        does: [{ run: 'curl -s -o page.html http://%server%/index.html' }],
        undo: [{ run: "ssh root@%server% 'truncate -s 0 /var/log/nginx/access.log'" }],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'nobody-came' },
      {
        does: [{ run: "ssh root@%server% 'curl -s localhost'" }],
        hint: 'from-inside',
        undo: [{ run: "ssh root@%server% 'truncate -s 0 /var/log/nginx/access.log'" }],
      },
    ],
  },
  'write-your-page': {
    ways: [
      {
        does: [{ run: "echo Bonjour | ssh root@%server% 'cat > /var/www/html/index.nginx-debian.html'" }],
        undo: [
          {
            run: 'ssh root@%server% \'echo "Welcome to nginx!" > /var/www/html/index.nginx-debian.html\'',
          },
        ],
      },
      {
        does: [
          { start: 'ssh -t root@%server% nano /var/www/html/index.html' },
          { see: 'GNU nano', seconds: 20 },
          { type: '<h1>Bonjour</h1>' },
          { key: 'Ctrl-O' },
          { key: 'Enter' },
          { key: 'Ctrl-X' },
          { run: 'true' },
        ],
        undo: [{ run: 'ssh root@%server% rm /var/www/html/index.html' }],
      },
    ],
    nearMisses: [
      { does: [{ run: "echo '<h1>Bonjour</h1>' > index.html" }], hint: 'still-default' },
      {
        does: [{ run: "ssh root@%server% 'touch /var/www/html/index.html'" }],
        hint: 'empty',
        undo: [{ run: 'ssh root@%server% rm /var/www/html/index.html' }],
      },
      {
        does: [
          {
            run: "ssh root@%server% 'echo Bonjour > /var/www/html/index.html; chmod 600 /var/www/html/index.html'",
          },
        ],
        hint: 'forbidden',
        undo: [{ run: 'ssh root@%server% rm /var/www/html/index.html' }],
      },
      {
        does: [{ run: "ssh root@%server% 'systemctl stop nginx'" }],
        hint: 'no-answer',
        undo: [{ run: "ssh root@%server% 'systemctl reset-failed nginx; systemctl start nginx'" }],
      },
    ],
  },
  'point-the-name': {
    ways: [
      {
        does: [{ record: { owner: '@', type: 'A', value: '%server%', ttl: '60' } }],
        undo: [{ unrecord: { owner: '@', type: 'A' } }],
      },
      {
        does: [
          { record: { owner: '@', type: 'A', value: ' %server% ' } },
          { record: { owner: '@', type: 'TXT', value: 'Vendredi aussi' } },
        ],
        undo: [{ unrecord: { owner: '@', type: 'A' } }],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
      {
        does: [{ record: { owner: 'www', type: 'A', value: '%server%' } }],
        hint: 'only-www',
        undo: [{ unrecord: { owner: 'www', type: 'A' } }],
      },
      {
        does: [{ record: { owner: '@', type: 'A', value: '198.51.100.7' } }],
        hint: 'elsewhere',
        undo: [{ unrecord: { owner: '@', type: 'A' } }],
      },
    ],
  },
  'point-www': {
    ways: [
      {
        does: [{ record: { owner: 'www', type: 'A', value: '%server%' } }],
        undo: [{ unrecord: { owner: 'www', type: 'A' } }],
      },
      {
        does: [{ record: { owner: '*', type: 'A', value: '%server%' } }],
        undo: [{ unrecord: { owner: '*', type: 'A' } }],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
      {
        does: [{ record: { owner: 'www', type: 'A', value: '198.51.100.7' } }],
        hint: 'elsewhere',
        undo: [{ unrecord: { owner: 'www', type: 'A' } }],
      },
    ],
  },
  'see-it-by-name': {
    ways: [[{ run: 'curl -s www.%name% | head -3' }], [{ run: 'curl -sI http://%name%/' }]],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
      { does: [{ run: 'curl http://%server%' }], hint: 'by-address' },
      { does: [{ run: 'curl http://%name%:81' }], hint: 'failed' },
    ],
  },
});
