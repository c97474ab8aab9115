// How does one publish on a WordPress of one's own? Rents a server where it waits, connects it to a database and a name, installs it, publishes two texts and a legal page, and keeps it from calling others.
// Before each step the lesson shows: the « WordPress » system at the hosts' tab, the three settings (database, configuration, nginx), the wizard's page, « Articles » and « Pages », the editor's block for headings, the command that lists who is called, and « Réglages », « Discussion ».
import { defineLab } from '../define-lab.ts';

export default defineLab({
  minutes: 55,
  machines: { desktop: { kind: 'desktop' } },
  counters: ['registrar', 'hosts', 'glass'],
  after: ['register-a-domain'],
  steps: [
    {
      id: 'rent-it-ready',
      machine: 'desktop',
      hints: ['no-name', 'nothing-yet', 'bare-server', 'not-pointed'],
      solution: [
        { rent: { offer: 'vps-rhin-exemple', host: 'mon-site', system: 'wordpress' } },
        { record: { owner: '@', type: 'A', value: '%newest%' } },
        { run: '[ -e ~/.ssh/id_ed25519 ] || ssh-keygen -q -t ed25519 -N "" -f ~/.ssh/id_ed25519' },
        { start: 'ssh-copy-id -o StrictHostKeyChecking=accept-new root@%newest%' },
        { see: 'password:' },
        { type: '%newpassword%' },
        { key: 'Enter' },
        { run: 'ssh root@%newest% hostname', seconds: 20 },
      ],
    },
    {
      id: 'connect-the-parts',
      machine: 'desktop',
      hints: ['no-name', 'still-nginx', 'no-config', 'no-database', 'broken'],
      solution: [
        {
          run: 'ssh root@%newest% "mariadb -e \\"CREATE DATABASE site; GRANT ALL ON site.* TO site@localhost IDENTIFIED BY \'un-secret-1234\'\\""',
          seconds: 20,
        },
        {
          run: "printf \"<?php\\ndefine('DB_NAME', 'site'); define('DB_USER', 'site'); define('DB_PASSWORD', 'un-secret-1234'); define('DB_HOST', 'localhost');\\ndefine('WP_CONTENT_DIR', '/var/lib/wordpress/wp-content'); define('WP_HTTP_BLOCK_EXTERNAL', true); define('WPLANG', 'fr_FR');\\n\" > config.php",
        },
        { run: 'scp config.php root@%newest%:/etc/wordpress/config-%name%.php', seconds: 20 },
        {
          run: "printf 'server {\\n listen 80; server_name %name% www.%name%; root /usr/share/wordpress; index index.php;\\n location /wp-content/ { alias /var/lib/wordpress/wp-content/; }\\n location / { try_files $uri $uri/ /index.php?$args; }\\n location ~ \\\\.php$ { include snippets/fastcgi-php.conf; fastcgi_pass unix:/run/php/php8.2-fpm.sock; }\\n}\\n' > site.conf",
        },
        { run: 'scp site.conf root@%newest%:/etc/nginx/sites-enabled/site', seconds: 20 },
        { run: 'ssh root@%newest% systemctl reload nginx', seconds: 20 },
      ],
    },
    {
      id: 'install-it',
      machine: 'desktop',
      hints: ['no-name', 'not-answering', 'not-installed'],
      solution: [
        {
          run: "curl -s -o /dev/null -d 'weblog_title=Camille+Exemple&user_name=camille&admin_password=une-phrase-longue-1234&admin_password2=une-phrase-longue-1234&pw_weak=1&admin_email=camille@%name%&language=fr_FR' 'http://%name%/wp-admin/install.php?step=2'",
          seconds: 60,
        },
      ],
    },
    {
      id: 'publish-a-position',
      machine: 'desktop',
      hints: ['no-name', 'not-answering', 'nothing-yet', 'too-short'],
      solution: [
        {
          run: "echo \"<?php \\$_SERVER['HTTP_HOST'] = '%name%'; require '/usr/share/wordpress/wp-load.php'; wp_insert_post(['post_title' => \\$argv[1], 'post_content' => str_repeat(\\$argv[2] . ' ', (int) \\$argv[3]), 'post_status' => 'publish', 'post_type' => \\$argv[4] ?? 'post']);\" > publier.php",
        },
        { run: 'scp publier.php root@%newest%:', seconds: 20 },
        {
          run: "ssh root@%newest% \"php publier.php 'Loi sur le partage de l’eau : j’ai voté pour' 'On ne partage pas ce que l’on ne mesure pas.' 8\"",
          seconds: 30,
        },
      ],
    },
    {
      id: 'publish-a-reflection',
      machine: 'desktop',
      hints: ['no-name', 'not-answering', 'only-one'],
      solution: [
        {
          run: "ssh root@%newest% \"php publier.php 'Faut-il publier qui consomme l’eau ?' 'Je ne sais pas encore, et voici ce que j’ai lu.' 8\"",
          seconds: 30,
        },
      ],
    },
    {
      id: 'say-who-speaks',
      machine: 'desktop',
      hints: ['no-name', 'not-answering', 'nothing-yet', 'an-article'],
      solution: [
        {
          run: "ssh root@%newest% \"php publier.php 'Mentions légales' 'Camille Exemple, directrice de la publication. Hébergeur : Rhin Exemple.' 2 page\"",
          seconds: 30,
        },
      ],
    },
    {
      id: 'let-all-read',
      machine: 'desktop',
      hints: [
        'no-name',
        'not-answering',
        'no-heading',
        'skips-a-level',
        'second-title',
        'image-without-text',
      ],
      solution: [
        {
          run: "echo \"<?php \\$_SERVER['HTTP_HOST'] = '%name%'; require '/usr/share/wordpress/wp-load.php'; \\$p = get_posts(['numberposts' => 1])[0]; wp_update_post(['ID' => \\$p->ID, 'post_content' => '<h2>Ce que j’ai lu</h2>' . \\$p->post_content]);\" > titre.php",
        },
        { run: 'scp titre.php root@%newest%:', seconds: 20 },
        { run: "ssh root@%newest% 'php titre.php'", seconds: 30 },
      ],
    },
    {
      id: 'ask-nobody-else',
      machine: 'desktop',
      hints: ['no-name', 'not-answering', 'avatars', 'another-host'],
      solution: [
        {
          run: "echo \"<?php \\$_SERVER['HTTP_HOST'] = '%name%'; require '/usr/share/wordpress/wp-load.php'; update_option('show_avatars', '');\" > avatars.php",
        },
        { run: 'scp avatars.php root@%newest%:', seconds: 20 },
        { run: "ssh root@%newest% 'php avatars.php'", seconds: 30 },
      ],
    },
  ],
});
