// Which other ways are right, and which near misses are not? Folders and pages that were tried are removed from the server again.
import { defineProof } from '../define-lab.ts';

export default defineProof({
  'install-hugo': {
    ways: [
      {
        does: [{ run: "ssh root@%server% 'apt-get -qq update; apt-get -qq install -y hugo'", seconds: 120 }],
        undo: [{ run: "ssh root@%server% 'apt-get -qq purge -y hugo'", seconds: 60 }],
      },
      {
        does: [{ run: "ssh root@%server% 'apt-get install -y --no-install-recommends hugo'", seconds: 120 }],
        undo: [{ run: "ssh root@%server% 'apt-get -qq purge -y hugo'", seconds: 60 }],
      },
    ],
    nearMisses: [
      { does: [{ run: "ssh root@%server% 'apt search hugo'", seconds: 20 }], hint: 'nothing-yet' },
    ],
  },
  'make-a-site': {
    ways: [
      {
        does: [
          {
            run: "ssh root@%server% 'hugo new site /srv/permanence; echo Bonjour > /srv/permanence/layouts/index.html'",
            seconds: 20,
          },
        ],
        undo: [{ run: 'ssh root@%server% rm -r /srv/permanence', seconds: 20 }],
      },
      {
        does: [
          {
            run: "ssh root@%server% 'mkdir -p essai/layouts/_default essai/content; touch essai/config.yaml; echo Bonjour > essai/layouts/_default/baseof.html'",
            seconds: 20,
          },
        ],
        undo: [{ run: 'ssh root@%server% rm -r essai', seconds: 20 }],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ssh root@%server% hugo version', seconds: 20 }], hint: 'nothing-yet' },
      {
        does: [{ run: 'ssh root@%server% hugo new site vide', seconds: 20 }],
        hint: 'no-layout',
        undo: [{ run: 'ssh root@%server% rm -r vide', seconds: 20 }],
      },
    ],
  },
  'write-a-position': {
    ways: [
      {
        does: [
          {
            run: "(printf -- '+++\\ntitle = \"Une réflexion\"\\n+++\\n'; yes 'Je ne sais pas encore. ' | head -12) | ssh root@%server% 'mkdir -p site/content/textes; cat > site/content/textes/reflexion.md'",
            seconds: 20,
          },
        ],
        undo: [{ run: 'ssh root@%server% rm -r site/content/textes', seconds: 20 }],
      },
      {
        does: [
          {
            run: 'ssh root@%server% \'hugo -s site new essai.md; sed -i "s/draft: true/draft: false/" site/content/essai.md; yes Bonjour | head -40 >> site/content/essai.md\'',
            seconds: 20,
          },
        ],
        undo: [{ run: 'ssh root@%server% rm site/content/essai.md', seconds: 20 }],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
      {
        does: [{ run: 'ssh root@%server% hugo -s site new brouillon.md', seconds: 20 }],
        hint: 'a-draft',
        undo: [{ run: 'ssh root@%server% rm site/content/brouillon.md', seconds: 20 }],
      },
      {
        does: [{ run: "ssh root@%server% 'echo Bientôt > site/content/court.md'", seconds: 20 }],
        hint: 'too-short',
        undo: [{ run: 'ssh root@%server% rm site/content/court.md', seconds: 20 }],
      },
    ],
  },
  'put-it-online': {
    ways: [
      {
        does: [{ run: "ssh root@%server% 'cd site && hugo && cp -r public/. /var/www/html/'", seconds: 30 }],
        undo: [
          {
            run: "ssh root@%server% 'rm -rf /var/www/html/* site/public; echo Ancienne > /var/www/html/index.html'",
            seconds: 20,
          },
        ],
      },
      {
        does: [
          {
            run: "ssh root@%server% 'hugo --minify --source site --destination /var/www/html --cleanDestinationDir'",
            seconds: 30,
          },
        ],
        undo: [
          {
            run: "ssh root@%server% 'rm -rf /var/www/html/* site/public; echo Ancienne > /var/www/html/index.html'",
            seconds: 20,
          },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ssh root@%server% hugo -s site', seconds: 20 }], hint: 'still-old' },
      {
        does: [{ run: 'ssh root@%server% systemctl stop nginx', seconds: 20 }],
        hint: 'not-answering',
        undo: [
          { run: "ssh root@%server% 'systemctl reset-failed nginx; systemctl start nginx'", seconds: 20 },
        ],
      },
    ],
  },
});
