// How does one count readers without following anybody? Cuts addresses in nginx's journal, announces the site to the newspaper, which brings a small crowd, and reads goaccess's report.
// Before each step the lesson shows: a line of the journal, three directives of nginx, the newspaper's page for announcing, `apt install goaccess` and its report, where to read who sends visitors.
import { defineLab } from '../define-lab.ts';

export default defineLab({
  minutes: 25,
  machines: { desktop: { kind: 'desktop' }, server: { kind: 'server' } },
  counters: ['registrar', 'hosts', 'glass'],
  after: ['install-a-web-server'],
  steps: [
    {
      id: 'cut-the-addresses',
      machine: 'server',
      hints: ['no-server', 'not-answering', 'no-journal', 'still-whole', 'old-ones-stay'],
      solution: [
        {
          run: 'printf \'map $remote_addr $coupee {\\n  ~^(?<debut>[0-9]+\\\\.[0-9]+\\\\.[0-9]+)\\\\. $debut.0;\\n  ~^(?<debut6>[0-9a-f]+:[0-9a-f]+): $debut6::;\\n}\\nlog_format sobre \'"\'"\'$coupee - - [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"\'"\'"\';\\naccess_log /var/log/nginx/access.log sobre;\\n\' > sobre.conf',
        },
        { run: 'scp sobre.conf root@%server%:/etc/nginx/conf.d/sobre.conf', seconds: 20 },
        {
          run: 'ssh root@%server% "sed -i /access_log/d /etc/nginx/nginx.conf; nginx -t && systemctl reload nginx"',
          seconds: 20,
        },
        { run: "ssh root@%server% 'truncate -s 0 /var/log/nginx/access.log'", seconds: 20 },
      ],
    },
    {
      id: 'bring-readers',
      machine: 'server',
      hints: ['no-server', 'not-answering', 'nobody', 'only-a-few'],
      solution: [
        { run: "curl -d 'adresse=http://%name%/' http://www.journal-exemple.fr/annoncer" },
        { run: 'sleep 12; ssh root@%server% wc -l /var/log/nginx/access.log', seconds: 40 },
      ],
    },
    {
      id: 'make-a-report',
      machine: 'server',
      hints: ['no-server', 'no-goaccess', 'nothing-yet', 'almost-empty'],
      solution: [
        { run: "ssh root@%server% 'apt-get install -y goaccess'", seconds: 120 },
        {
          run: "ssh root@%server% 'goaccess /var/log/nginx/access.log --log-format=COMBINED -o /var/www/html/visites.html'",
          seconds: 30,
        },
      ],
    },
    {
      id: 'who-sends-them',
      machine: 'server',
      asksAnswer: true,
      hints: ['no-server', 'nobody-sends', 'no-answer', 'another-one', 'your-own', 'no-site'],
      solution: [
        {
          run: 'ssh root@%server% "cut -d \'\\"\' -f 4 /var/log/nginx/access.log | cut -d / -f 3 | sort | uniq -c | sort -n"',
          seconds: 20,
        },
        { answer: 'www.jardiniers-exemple.fr' },
      ],
    },
  ],
});
