// Which other ways are right, and which near misses are not? The first try keeps nginx as it came, the journal too; each goes back to it.
import { defineProof } from '../define-lab.ts';

export default defineProof({
  'cut-the-addresses': {
    ways: [
      // No address at all.
      {
        does: [
          {
            run: "ssh root@%server% 'cp /etc/nginx/nginx.conf neuf.conf; cp /etc/nginx/sites-available/default neuf.site; cp /var/log/nginx/access.log neuf.log'",
            seconds: 20,
          },
          {
            run: 'printf \'log_format nu "anonyme - - [$time_local] \\\\"$request\\\\" $status $body_bytes_sent \\\\"$http_referer\\\\" \\\\"$http_user_agent\\\\"";\\naccess_log /var/log/nginx/access.log nu;\\n\' | ssh root@%server% \'cat > /etc/nginx/conf.d/nu.conf; sed -i /access_log/d /etc/nginx/nginx.conf; : > /var/log/nginx/access.log; systemctl reload nginx\'',
            seconds: 20,
          },
        ],
        undo: [
          {
            run: "ssh root@%server% 'cp neuf.conf /etc/nginx/nginx.conf; cp neuf.site /etc/nginx/sites-available/default; rm -f /etc/nginx/conf.d/[a-q]*.conf /etc/nginx/conf.d/sobre.conf /var/log/nginx/visites.log; systemctl reset-failed nginx; systemctl restart nginx; cp neuf.log /var/log/nginx/access.log'",
            seconds: 20,
          },
        ],
      },
      // Half of it, in a journal of the site's own.
      {
        does: [
          {
            run: 'printf \'map $remote_addr $moitie { "~^(?<deux>[0-9]+\\\\.[0-9]+)" $deux.0.0; default "-"; }\\nlog_format court "$moitie - - [$time_local] \\\\"$request\\\\" $status $body_bytes_sent \\\\"$http_referer\\\\" \\\\"$http_user_agent\\\\"";\\n\' | ssh root@%server% \'cat > /etc/nginx/conf.d/court.conf; sed -i "s#listen 80 default_server;#& access_log /var/log/nginx/visites.log court;#" /etc/nginx/sites-available/default; : > /var/log/nginx/access.log; systemctl reload nginx\'',
            seconds: 20,
          },
        ],
        undo: [
          {
            run: "ssh root@%server% 'cp neuf.conf /etc/nginx/nginx.conf; cp neuf.site /etc/nginx/sites-available/default; rm -f /etc/nginx/conf.d/[a-q]*.conf /etc/nginx/conf.d/sobre.conf /var/log/nginx/visites.log; systemctl reset-failed nginx; systemctl restart nginx; cp neuf.log /var/log/nginx/access.log'",
            seconds: 20,
          },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'still-whole' },
      // Two journals in one file: the old one goes on.
      {
        does: [
          {
            run: 'printf \'map $remote_addr $coupee { "~^(?<debut>[0-9]+\\\\.[0-9]+\\\\.[0-9]+)\\\\." $debut.0; }\\nlog_format sobre "$coupee - - [$time_local] \\\\"$request\\\\" $status $body_bytes_sent \\\\"$http_referer\\\\" \\\\"$http_user_agent\\\\"";\\naccess_log /var/log/nginx/access.log sobre;\\n\' | ssh root@%server% \'cat > /etc/nginx/conf.d/sobre.conf; : > /var/log/nginx/access.log; systemctl reload nginx\'',
            seconds: 20,
          },
        ],
        hint: 'still-whole',
        undo: [
          {
            run: "ssh root@%server% 'cp neuf.conf /etc/nginx/nginx.conf; cp neuf.site /etc/nginx/sites-available/default; rm -f /etc/nginx/conf.d/[a-q]*.conf /etc/nginx/conf.d/sobre.conf /var/log/nginx/visites.log; systemctl reset-failed nginx; systemctl restart nginx; cp neuf.log /var/log/nginx/access.log'",
            seconds: 20,
          },
        ],
      },
      {
        does: [
          {
            run: 'printf \'map $remote_addr $coupee { "~^(?<debut>[0-9]+\\\\.[0-9]+\\\\.[0-9]+)\\\\." $debut.0; }\\nlog_format sobre "$coupee - - [$time_local] \\\\"$request\\\\" $status $body_bytes_sent \\\\"$http_referer\\\\" \\\\"$http_user_agent\\\\"";\\naccess_log /var/log/nginx/access.log sobre;\\n\' | ssh root@%server% \'cat > /etc/nginx/conf.d/sobre.conf; sed -i /access_log/d /etc/nginx/nginx.conf; systemctl reload nginx\'',
            seconds: 20,
          },
        ],
        hint: 'old-ones-stay',
        undo: [
          {
            run: "ssh root@%server% 'cp neuf.conf /etc/nginx/nginx.conf; cp neuf.site /etc/nginx/sites-available/default; rm -f /etc/nginx/conf.d/[a-q]*.conf /etc/nginx/conf.d/sobre.conf /var/log/nginx/visites.log; systemctl reset-failed nginx; systemctl restart nginx; cp neuf.log /var/log/nginx/access.log'",
            seconds: 20,
          },
        ],
      },
      {
        does: [
          {
            run: 'ssh root@%server% \'sed -i "s#access_log .*#access_log off;#" /etc/nginx/nginx.conf; systemctl reload nginx\'',
            seconds: 20,
          },
        ],
        hint: 'no-journal',
        undo: [
          {
            run: "ssh root@%server% 'cp neuf.conf /etc/nginx/nginx.conf; cp neuf.site /etc/nginx/sites-available/default; rm -f /etc/nginx/conf.d/[a-q]*.conf /etc/nginx/conf.d/sobre.conf /var/log/nginx/visites.log; systemctl reset-failed nginx; systemctl restart nginx; cp neuf.log /var/log/nginx/access.log'",
            seconds: 20,
          },
        ],
      },
      {
        does: [{ run: "ssh root@%server% 'systemctl stop nginx'", seconds: 20 }],
        hint: 'not-answering',
        undo: [
          { run: "ssh root@%server% 'systemctl reset-failed nginx; systemctl start nginx'", seconds: 20 },
        ],
      },
    ],
  },
  'bring-readers': {
    ways: [
      {
        does: [{ run: 'curl -d %name% http://www.journal-exemple.fr/annoncer' }],
        undo: [{ run: "sleep 12; ssh root@%server% 'truncate -s 0 /var/log/nginx/access.log'", seconds: 40 }],
      },
      // A site behind a padlock, which notes only those who followed its redirection: the crowd does, as browsers do.
      {
        does: [
          {
            run: "ssh root@%server% 'openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=exemple -keyout cadenas.key -out cadenas.pem 2> /dev/null; cp /etc/nginx/sites-available/default ouvert.site'",
            seconds: 30,
          },
          {
            run: "printf 'server { listen 80 default_server; access_log off; return 301 https://$host$request_uri; }\\nserver { listen 443 ssl; ssl_certificate /root/cadenas.pem; ssl_certificate_key /root/cadenas.key; root /var/www/html; }\\n' | ssh root@%server% 'cat > /etc/nginx/sites-available/default; systemctl reload nginx'",
            seconds: 20,
          },
          {
            run: "curl -s --data-urlencode 'adresse=http://www.%name%/index.html' http://www.journal-exemple.fr/annoncer",
          },
        ],
        undo: [
          {
            run: "sleep 14; ssh root@%server% 'cp ouvert.site /etc/nginx/sites-available/default; systemctl reload nginx; truncate -s 0 /var/log/nginx/access.log'",
            seconds: 40,
          },
        ],
      },
    ],
    nearMisses: [
      {
        does: [{ run: 'curl -s http://%name%/ http://%name%/ http://%name%/' }],
        hint: 'nobody',
        undo: [{ run: "ssh root@%server% 'truncate -s 0 /var/log/nginx/access.log'", seconds: 20 }],
      },
      {
        does: [{ run: 'curl -d adresse=http://personne-exemple.fr/ http://www.journal-exemple.fr/annoncer' }],
        hint: 'nobody',
      },
      {
        does: [{ run: 'for i in 1 2 3 4 5; do curl -s -A lecture-$i -o /dev/null http://%name%/; done' }],
        hint: 'only-a-few',
        undo: [{ run: "ssh root@%server% 'truncate -s 0 /var/log/nginx/access.log'", seconds: 20 }],
      },
      {
        does: [{ run: "ssh root@%server% 'systemctl stop nginx'", seconds: 20 }],
        hint: 'not-answering',
        undo: [
          { run: "ssh root@%server% 'systemctl reset-failed nginx; systemctl start nginx'", seconds: 20 },
        ],
      },
    ],
  },
  'make-a-report': {
    ways: [
      {
        does: [
          {
            run: "ssh root@%server% 'apt-get -qq install -y goaccess; goaccess /var/log/nginx/access.log --log-format=COMBINED -o visites.json'",
            seconds: 120,
          },
        ],
        undo: [
          {
            run: "ssh root@%server% 'apt-get -qq purge -y goaccess; rm -f /root/visites.* /tmp/visites.*'",
            seconds: 60,
          },
        ],
      },
      {
        does: [
          {
            run: "ssh root@%server% 'apt-get -qq install -y goaccess; goaccess --log-format=COMBINED -o /tmp/visites.csv - < /var/log/nginx/access.log'",
            seconds: 120,
          },
        ],
        undo: [
          {
            run: "ssh root@%server% 'apt-get -qq purge -y goaccess; rm -f /root/visites.* /tmp/visites.*'",
            seconds: 60,
          },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'no-goaccess' },
      {
        does: [
          { run: "ssh root@%server% 'apt-get -qq install -y goaccess; goaccess --version'", seconds: 120 },
        ],
        hint: 'nothing-yet',
        undo: [
          {
            run: "ssh root@%server% 'apt-get -qq purge -y goaccess; rm -f /root/visites.* /tmp/visites.*'",
            seconds: 60,
          },
        ],
      },
      {
        does: [
          {
            run: "ssh root@%server% 'apt-get -qq install -y goaccess; head -n 2 /var/log/nginx/access.log | goaccess --log-format=COMBINED -o visites.html -'",
            seconds: 120,
          },
        ],
        hint: 'almost-empty',
        undo: [
          {
            run: "ssh root@%server% 'apt-get -qq purge -y goaccess; rm -f /root/visites.* /tmp/visites.*'",
            seconds: 60,
          },
        ],
      },
    ],
  },
  'who-sends-them': {
    ways: [[{ answer: 'Jardiniers-exemple.fr' }], [{ answer: 'https://www.jardiniers-exemple.fr/forum' }]],
    nearMisses: [
      { does: [{ answer: '  ' }], hint: 'no-answer' },
      {
        does: [
          {
            run: "ssh root@%server% 'cp /var/log/nginx/access.log garde.log; truncate -s 0 /var/log/nginx/access.log'",
            seconds: 20,
          },
          { answer: 'jardiniers-exemple.fr' },
        ],
        hint: 'nobody-sends',
        undo: [{ run: "ssh root@%server% 'cat garde.log > /var/log/nginx/access.log'", seconds: 20 }],
      },
      { does: [{ answer: 'journal-exemple.fr' }], hint: 'another-one' },
      { does: [{ answer: 'http://%name%/' }], hint: 'your-own' },
      { does: [{ answer: 'un moteur de recherche' }], hint: 'no-site' },
    ],
  },
});
