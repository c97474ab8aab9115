// Which other ways are right, and which near misses are not? nginx's own file and certbot's folders are put back after each try.
import { defineProof } from '../define-lab.ts';

export default defineProof({
  'install-certbot': {
    ways: [
      {
        does: [{ run: "ssh root@%server% 'apt-get -qq install -y python3-certbot-nginx'", seconds: 180 }],
        undo: [
          { run: "ssh root@%server% 'apt-get -qq purge -y certbot python3-certbot-nginx'", seconds: 60 },
        ],
      },
      {
        does: [
          { run: "ssh root@%server% 'apt-get -qq install -y certbot'", seconds: 180 },
          { run: "ssh root@%server% 'apt-get -qq install -y python3-certbot-nginx'", seconds: 180 },
        ],
        undo: [
          { run: "ssh root@%server% 'apt-get -qq purge -y certbot python3-certbot-nginx'", seconds: 60 },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
      {
        does: [{ run: "ssh root@%server% 'install -m 755 /bin/true /usr/bin/certbot'" }],
        hint: 'no-plugin',
        undo: [{ run: "ssh root@%server% 'rm /usr/bin/certbot'" }],
      },
    ],
  },
  'ask-for-it': {
    ways: [
      {
        does: [
          { run: 'ssh root@%server% cp /etc/nginx/sites-available/default /root/avant' },
          {
            run: "ssh root@%server% 'certbot --nginx --domains www.%name%,%name% --no-redirect --register-unsafely-without-email --agree-tos -n'",
            seconds: 120,
          },
        ],
        undo: [
          {
            run: "ssh root@%server% 'cp /root/avant /etc/nginx/sites-available/default; rm -rf /etc/letsencrypt/{live,archive,renewal}/*; systemctl reset-failed nginx; systemctl restart nginx'",
          },
        ],
      },
      {
        does: [
          {
            run: "ssh root@%server% 'certbot certonly --webroot -w /var/www/html -d %name% -d www.%name% --register-unsafely-without-email --agree-tos -n'",
            seconds: 120,
          },
          {
            run: "ssh root@%server% 'certbot install --nginx --cert-name %name% -n --redirect'",
            seconds: 60,
          },
        ],
        undo: [
          {
            run: "ssh root@%server% 'cp /root/avant /etc/nginx/sites-available/default; rm -rf /etc/letsencrypt/{live,archive,renewal}/*; systemctl reset-failed nginx; systemctl restart nginx'",
          },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'curl https://%name%' }], hint: 'closed' },
      {
        does: [
          {
            run: 'ssh root@%server% \'openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=moi -keyout /root/k.pem -out /root/c.pem -days 5; printf "server { listen 443 ssl; ssl_certificate /root/c.pem; ssl_certificate_key /root/k.pem; }" > /etc/nginx/conf.d/moi.conf; systemctl reset-failed nginx; systemctl restart nginx\'',
          },
        ],
        hint: 'not-trusted',
        undo: [
          {
            run: "ssh root@%server% 'rm /etc/nginx/conf.d/moi.conf; systemctl reset-failed nginx; systemctl restart nginx'",
          },
        ],
      },
      {
        does: [
          {
            run: "ssh root@%server% 'certbot --nginx -d www.%name% --register-unsafely-without-email --agree-tos -n'",
            seconds: 120,
          },
        ],
        hint: 'only-www',
        undo: [
          {
            run: "ssh root@%server% 'cp /root/avant /etc/nginx/sites-available/default; rm -rf /etc/letsencrypt/{live,archive,renewal}/*; systemctl reset-failed nginx; systemctl restart nginx'",
          },
        ],
      },
      {
        does: [
          {
            run: "ssh root@%server% 'certbot --nginx -d %name% --register-unsafely-without-email --agree-tos -n'",
            seconds: 120,
          },
        ],
        hint: 'only-bare',
        undo: [
          {
            run: "ssh root@%server% 'cp /root/avant /etc/nginx/sites-available/default; rm -rf /etc/letsencrypt/{live,archive,renewal}/*; systemctl reset-failed nginx; systemctl restart nginx'",
          },
        ],
      },
    ],
  },
  'read-who-vouches': {
    ways: [[{ answer: 'pebble' }], [{ answer: 'CN = Pebble Intermediate CA 3c1f20' }]],
    nearMisses: [
      { does: [{ answer: ' ' }], hint: 'no-answer' },
      { does: [{ answer: 'CN=%name%' }], hint: 'the-subject' },
      { does: [{ answer: 'Camille' }], hint: 'another-authority' },
    ],
  },
  'see-the-redirection': {
    ways: [[{ run: 'curl -sL www.%name%' }], [{ run: 'curl http://%name%/ --verbose -o /dev/null' }]],
    nearMisses: [
      { does: [{ run: 'pwd' }, { run: 'ls' }, { run: 'pwd' }], hint: 'nothing-yet' },
      { does: [{ run: 'curl http://%name%' }], hint: 'page-only' },
      { does: [{ run: 'curl -I https://%name%' }], hint: 'already-https' },
    ],
  },
  'renew-it': {
    ways: [
      {
        does: [
          {
            run: "ssh root@%server% 'certbot renew --force-renewal --no-random-sleep-on-renew --cert-name %name%'",
            seconds: 120,
          },
        ],
        undo: [
          {
            run: 'ssh root@%server% \'cd /etc/letsencrypt/archive/%name% && rm *2.pem && cd ../../live/%name% && for f in cert chain fullchain privkey; do ln -sf ../../archive/%name%/"$f"1.pem $f.pem; done\'',
          },
        ],
      },
      {
        does: [
          {
            run: "ssh root@%server% 'certbot --nginx --force-renewal -d %name% -d www.%name% -n'",
            seconds: 120,
          },
        ],
        undo: [
          {
            run: 'ssh root@%server% \'cd /etc/letsencrypt/archive/%name% && rm *2.pem && cd ../../live/%name% && for f in cert chain fullchain privkey; do ln -sf ../../archive/%name%/"$f"1.pem $f.pem; done\'',
          },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ssh root@%server% certbot certificates', seconds: 20 }], hint: 'nothing-yet' },
      {
        does: [{ run: "ssh root@%server% 'certbot renew --no-random-sleep-on-renew'", seconds: 60 }],
        hint: 'not-due',
      },
    ],
  },
});
