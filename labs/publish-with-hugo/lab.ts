// How does one publish without a database? Installs hugo on the server, makes a site of text files, writes a position, and puts the pages online.
// Before each step the lesson shows: `apt install hugo`, `hugo new site`, a layout of six lines, a Markdown file with its front matter, `hugo -s … -d …`.
import { defineLab } from '../define-lab.ts';

export default defineLab({
  minutes: 25,
  machines: { desktop: { kind: 'desktop' }, server: { kind: 'server' } },
  counters: ['registrar', 'hosts', 'glass'],
  after: ['install-a-web-server'],
  steps: [
    {
      id: 'install-hugo',
      machine: 'server',
      hints: ['no-server', 'nothing-yet'],
      solution: [{ run: "ssh root@%server% 'apt-get install -y hugo'", seconds: 120 }],
    },
    {
      id: 'make-a-site',
      machine: 'server',
      hints: ['no-server', 'nothing-yet', 'no-layout'],
      solution: [
        { run: "ssh root@%server% 'hugo new site site'", seconds: 20 },
        {
          run: 'echo \'<html lang="fr"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>{{ .Content }}{{ range site.RegularPages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}</body></html>\' > page.html',
        },
        { run: 'scp page.html root@%server%:site/layouts/index.html', seconds: 20 },
        {
          run: "ssh root@%server% 'mkdir -p site/layouts/_default; cp site/layouts/index.html site/layouts/_default/single.html'",
          seconds: 20,
        },
      ],
    },
    {
      id: 'write-a-position',
      machine: 'server',
      hints: ['no-server', 'nothing-yet', 'a-draft', 'too-short'],
      solution: [
        {
          run: "(printf -- '---\\ntitle: Loi sur le partage de l’eau\\n---\\n\\n'; for i in 1 2 3 4; do echo 'On ne partage pas ce que l’on ne mesure pas : j’ai voté pour.'; done) > position.md",
        },
        { run: 'scp position.md root@%server%:site/content/position.md', seconds: 20 },
      ],
    },
    {
      id: 'put-it-online',
      machine: 'desktop',
      hints: ['no-name', 'not-answering', 'still-old'],
      solution: [{ run: "ssh root@%server% 'hugo -s site -d /var/www/html -b http://%name%/'", seconds: 30 }],
    },
  ],
});
