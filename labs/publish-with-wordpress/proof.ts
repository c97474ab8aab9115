// Which other ways are right, and which near misses are not? What is published for a try is taken out of the database again.
import { defineProof } from '../define-lab.ts';

export default defineProof({
  'rent-it-ready': {
    ways: [
      {
        does: [
          { rent: { offer: 'nuage-exemple', host: 'ailleurs', system: 'wordpress' } },
          { record: { owner: '@', type: 'A', value: '%server%', ttl: '30' } },
        ],
        undo: [{ unrecord: { owner: '@', type: 'A' } }, { server: { host: 'ailleurs', do: 'delete' } }],
      },
      {
        does: [
          { rent: { offer: 'vps-rhin-exemple', host: 'presque', system: 'wordpress' } },
          { record: { owner: '@', type: 'A', value: '%server%', ttl: '10' } },
          { record: { owner: 'www', type: 'CNAME', value: '%name%' } },
        ],
        undo: [{ unrecord: { owner: '@', type: 'A' } }],
      },
    ],
    nearMisses: [
      {
        does: [{ run: 'ls' }],
        hint: 'not-pointed',
        undo: [{ server: { host: 'presque', do: 'delete' } }],
      },
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
      {
        does: [{ rent: { offer: 'vps-rhin-exemple', host: 'nu' } }],
        hint: 'bare-server',
        undo: [{ server: { host: 'nu', do: 'delete' } }],
      },
    ],
  },
  'connect-the-parts': {
    ways: [
      {
        does: [
          {
            run: 'ssh root@%server% "mariadb -e \\"CREATE DATABASE site; GRANT ALL ON site.* TO site@localhost IDENTIFIED BY \'un-secret-1234\'\\""',
            seconds: 20,
          },
          {
            run: "printf \"<?php\\ndefine('DB_NAME', 'site'); define('DB_USER', 'site'); define('DB_PASSWORD', 'un-secret-1234'); define('DB_HOST', 'localhost');\\ndefine('WP_CONTENT_DIR', '/var/lib/wordpress/wp-content');\\n\" | ssh root@%server% 'cat > /etc/wordpress/config-%name%.php'",
            seconds: 20,
          },
          {
            run: "printf 'server {\\n listen 80 default_server; root /usr/share/wordpress; index index.php;\\n location /wp-content/ { alias /var/lib/wordpress/wp-content/; }\\n location ~ \\\\.php$ { include snippets/fastcgi-php.conf; fastcgi_pass unix:/run/php/php8.2-fpm.sock; }\\n}\\n' | ssh root@%server% 'cat > /etc/nginx/sites-available/default; systemctl reset-failed nginx; systemctl restart nginx'",
            seconds: 20,
          },
        ],
        undo: [{ run: 'ssh root@%server% \'mariadb -e "DROP DATABASE site"\'', seconds: 20 }],
      },
      {
        does: [{ run: 'ssh root@%server% \'mariadb -e "CREATE DATABASE site"\'', seconds: 20 }],
        undo: [{ run: 'ssh root@%server% \'mariadb -e "DROP DATABASE site"\'', seconds: 20 }],
      },
    ],
    nearMisses: [
      { does: [{ run: 'curl -sI http://%name%' }], hint: 'no-database' },
      {
        does: [{ run: 'ssh root@%server% rm /etc/wordpress/config-%name%.php', seconds: 20 }],
        hint: 'no-config',
      },
      {
        does: [
          {
            run: 'ssh root@%server% \'echo "server { listen 80 default_server; root /nulle-part; }" > /etc/nginx/sites-available/default; systemctl reset-failed nginx; systemctl restart nginx\'',
            seconds: 20,
          },
        ],
        hint: 'broken',
      },
      {
        does: [
          {
            run: 'ssh root@%server% \'mkdir -p /nulle-part; echo "Welcome to nginx!" > /nulle-part/index.html\'',
            seconds: 20,
          },
        ],
        hint: 'still-nginx',
      },
    ],
  },
  'install-it': {
    ways: [
      {
        does: [
          {
            run: "curl -s -o /dev/null --data 'weblog_title=Essai&user_name=sacha&admin_password=une-phrase-longue-1234&admin_password2=une-phrase-longue-1234&admin_email=sacha@%name%&language=fr_FR' 'http://%name%/wp-admin/install.php?step=2'",
            seconds: 60,
          },
        ],
        undo: [
          { run: 'ssh root@%server% \'mariadb -e "DROP DATABASE site; CREATE DATABASE site"\'', seconds: 20 },
        ],
      },
      {
        does: [
          {
            run: "curl -s -o reponse.html --data-urlencode 'weblog_title=La permanence' -d 'user_name=sacha&admin_password=abc-1234&admin_password2=abc-1234&pw_weak=1&admin_email=sacha@%name%&blog_public=0&language=en_GB' 'http://%name%/wp-admin/install.php?step=2'",
            seconds: 60,
          },
        ],
        undo: [
          { run: 'ssh root@%server% \'mariadb -e "DROP DATABASE site; CREATE DATABASE site"\'', seconds: 20 },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'curl -s http://%name%/wp-admin/install.php | head -5' }], hint: 'not-installed' },
      {
        does: [{ run: 'ssh root@%server% systemctl stop nginx', seconds: 20 }],
        hint: 'not-answering',
        undo: [
          { run: "ssh root@%server% 'systemctl reset-failed nginx; systemctl start nginx'", seconds: 20 },
        ],
      },
    ],
  },
  'publish-a-position': {
    ways: [
      {
        does: [
          {
            run: "echo \"<?php \\$_SERVER['HTTP_HOST'] = '%name%'; require '/usr/share/wordpress/wp-load.php'; wp_insert_post(['post_title' => \\$argv[1], 'post_content' => str_repeat('Un mot. ', (int) \\$argv[2]), 'post_status' => \\$argv[3]]);\" | ssh root@%server% 'cat > essai.php'",
            seconds: 20,
          },
          { run: 'ssh root@%server% php essai.php Essai-un 60 publish', seconds: 30 },
        ],
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "DELETE FROM site.wp_posts WHERE post_title LIKE \\"Essai-%\\""\'',
            seconds: 20,
          },
        ],
      },
      {
        does: [{ run: 'ssh root@%server% php essai.php Essai-deux 100 publish', seconds: 30 }],
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "DELETE FROM site.wp_posts WHERE post_title LIKE \\"Essai-%\\""\'',
            seconds: 20,
          },
        ],
      },
    ],
    nearMisses: [
      {
        does: [{ run: 'ssh root@%server% php essai.php Essai-trois 60 draft', seconds: 30 }],
        hint: 'nothing-yet',
      },
      {
        does: [{ run: 'ssh root@%server% php essai.php Essai-court 2 publish', seconds: 30 }],
        hint: 'too-short',
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "DELETE FROM site.wp_posts WHERE post_title LIKE \\"Essai-%\\""\'',
            seconds: 20,
          },
        ],
      },
      {
        does: [{ run: 'ssh root@%server% systemctl stop nginx', seconds: 20 }],
        hint: 'not-answering',
        undo: [
          { run: "ssh root@%server% 'systemctl reset-failed nginx; systemctl start nginx'", seconds: 20 },
        ],
      },
    ],
  },
  'publish-a-reflection': {
    ways: [
      {
        does: [{ run: 'ssh root@%server% php essai.php Essai-long 200 publish', seconds: 30 }],
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "DELETE FROM site.wp_posts WHERE post_title LIKE \\"Essai-%\\""\'',
            seconds: 20,
          },
        ],
      },
      {
        does: [
          { run: 'ssh root@%server% php essai.php Essai-a1 60 publish', seconds: 30 },
          { run: 'ssh root@%server% php essai.php Essai-b2 60 publish', seconds: 30 },
        ],
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "DELETE FROM site.wp_posts WHERE post_title LIKE \\"Essai-%\\""\'',
            seconds: 20,
          },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'only-one' },
      {
        does: [{ run: 'ssh root@%server% systemctl stop nginx', seconds: 20 }],
        hint: 'not-answering',
        undo: [
          { run: "ssh root@%server% 'systemctl reset-failed nginx; systemctl start nginx'", seconds: 20 },
        ],
      },
    ],
  },
  'say-who-speaks': {
    ways: [
      {
        does: [
          {
            run: "ssh root@%server% \"php publier.php 'Legal notice' 'Camille Exemple' 2 page\"",
            seconds: 30,
          },
        ],
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "DELETE FROM site.wp_posts WHERE post_name LIKE \\"legal-no%\\""\'',
            seconds: 20,
          },
        ],
      },
      {
        does: [
          {
            run: "ssh root@%server% \"php publier.php 'Qui parle ici : mentions' 'Camille Exemple' 2 page\"",
            seconds: 30,
          },
        ],
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "DELETE FROM site.wp_posts WHERE post_name LIKE \\"qui-parle%\\""\'',
            seconds: 20,
          },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
      {
        does: [
          { run: "ssh root@%server% \"php publier.php 'Mentions utiles' 'Camille Exemple' 2\"", seconds: 30 },
        ],
        hint: 'an-article',
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "DELETE FROM site.wp_posts WHERE post_name LIKE \\"mentions-ut%\\""\'',
            seconds: 20,
          },
        ],
      },
      {
        does: [{ run: 'ssh root@%server% systemctl stop nginx', seconds: 20 }],
        hint: 'not-answering',
        undo: [
          { run: "ssh root@%server% 'systemctl reset-failed nginx; systemctl start nginx'", seconds: 20 },
        ],
      },
    ],
  },
  'let-all-read': {
    ways: [
      {
        does: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_posts SET post_content=CONCAT(\\"<h2>Pourquoi</h2>\\", post_content) WHERE post_type=\\"post\\" AND post_status=\\"publish\\" AND ID>1"\'',
            seconds: 20,
          },
        ],
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_posts SET post_content=REPLACE(post_content, \\"<h2>Pourquoi</h2>\\", \\"\\") WHERE ID>1"\'',
            seconds: 20,
          },
        ],
      },
      {
        does: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_posts SET post_content=CONCAT(\\"<!-- wp:heading --><h2>Ce que je ne sais pas</h2><!-- /wp:heading -->\\", post_content) WHERE post_type=\\"post\\" AND post_status=\\"publish\\" AND ID>1"\'',
            seconds: 20,
          },
        ],
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_posts SET post_content=REPLACE(post_content, \\"<!-- wp:heading --><h2>Ce que je ne sais pas</h2><!-- /wp:heading -->\\", \\"\\") WHERE ID>1"\'',
            seconds: 20,
          },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'no-heading' },
      {
        does: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_posts SET post_content=CONCAT(\\"<h4>Pourquoi</h4>\\", post_content) WHERE post_type=\\"post\\" AND post_status=\\"publish\\" AND ID>1"\'',
            seconds: 20,
          },
        ],
        hint: 'skips-a-level',
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_posts SET post_content=REPLACE(post_content, \\"<h4>Pourquoi</h4>\\", \\"\\") WHERE ID>1"\'',
            seconds: 20,
          },
        ],
      },
      {
        does: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_posts SET post_content=CONCAT(\\"<h1>Pourquoi</h1>\\", post_content) WHERE post_type=\\"post\\" AND post_status=\\"publish\\" AND ID>1"\'',
            seconds: 20,
          },
        ],
        hint: 'second-title',
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_posts SET post_content=REPLACE(post_content, \\"<h1>Pourquoi</h1>\\", \\"\\") WHERE ID>1"\'',
            seconds: 20,
          },
        ],
      },
      {
        does: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_posts SET post_content=CONCAT(\\"<h2>Pourquoi</h2><img src=/eau.png>\\", post_content) WHERE post_type=\\"post\\" AND post_status=\\"publish\\" AND ID>1"\'',
            seconds: 20,
          },
        ],
        hint: 'image-without-text',
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_posts SET post_content=REPLACE(post_content, \\"<h2>Pourquoi</h2><img src=/eau.png>\\", \\"\\") WHERE ID>1"\'',
            seconds: 20,
          },
        ],
      },
      {
        does: [{ run: 'ssh root@%server% systemctl stop nginx', seconds: 20 }],
        hint: 'not-answering',
        undo: [
          { run: "ssh root@%server% 'systemctl reset-failed nginx; systemctl start nginx'", seconds: 20 },
        ],
      },
    ],
  },
  'ask-nobody-else': {
    ways: [
      // The setting, where WordPress keeps it.
      {
        does: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_options SET option_value=0 WHERE option_name=\\"show_avatars\\""\'',
            seconds: 20,
          },
        ],
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_options SET option_value=1 WHERE option_name=\\"show_avatars\\""\'',
            seconds: 20,
          },
        ],
      },
      // No comment, no portrait.
      {
        does: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_comments SET comment_approved=0"\'',
            seconds: 20,
          },
        ],
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_comments SET comment_approved=1"\'',
            seconds: 20,
          },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'curl -s http://%name%/?p=1 | grep -c gravatar' }], hint: 'avatars' },
      {
        does: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_options SET option_value=0 WHERE option_name=\\"show_avatars\\"; UPDATE site.wp_posts SET post_content=CONCAT(post_content, \\"<img src=http://images-exemple.net/eau.png>\\") WHERE ID=1"\'',
            seconds: 20,
          },
        ],
        hint: 'another-host',
        undo: [
          {
            run: 'ssh root@%server% \'mariadb -e "UPDATE site.wp_options SET option_value=1 WHERE option_name=\\"show_avatars\\"; UPDATE site.wp_posts SET post_content=\\"Bonjour.\\" WHERE ID=1"\'',
            seconds: 20,
          },
        ],
      },
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
