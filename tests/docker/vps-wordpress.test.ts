// Can a class set WordPress up on the second image at once, offline? Everything is installed, nothing is set up; the setting up is done here as a person would.
import { expect, test } from 'vitest';
import { withServers } from './vps-support.ts';

const { engine, images, server, root } = withServers();

const SETUP = `
mariadb -e "CREATE DATABASE site; CREATE USER site@localhost IDENTIFIED BY 'secret-1234'; GRANT ALL ON site.* TO site@localhost"
cat > /etc/wordpress/config-camille-exemple.fr.php <<'PHP'
<?php
define('DB_NAME', 'site'); define('DB_USER', 'site'); define('DB_PASSWORD', 'secret-1234'); define('DB_HOST', 'localhost');
define('WP_CONTENT_DIR', '/var/lib/wordpress/wp-content'); define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
PHP
chown root:www-data /etc/wordpress/config-camille-exemple.fr.php; chmod 640 /etc/wordpress/config-camille-exemple.fr.php
cat > /etc/nginx/sites-enabled/camille-exemple.fr <<'NGINX'
server {
  listen 80; server_name camille-exemple.fr; root /usr/share/wordpress; index index.php;
  location /wp-content/ { alias /var/lib/wordpress/wp-content/; }
  location / { try_files $uri $uri/ /index.php?$args; }
  location ~ \\.php$ { include snippets/fastcgi-php.conf; fastcgi_pass unix:/run/php/php8.2-fpm.sock; }
}
NGINX
nginx -t 2>&1 && systemctl restart nginx`;

test('nginx, PHP and MariaDB run; WordPress is installed in French in a few requests, within the memory of the smallest offer', async () => {
  const id = await server({ image: (await images())['vps-wordpress'] ?? '' });
  expect(await root(id, 'systemctl is-active nginx php8.2-fpm mariadb; systemctl --failed --no-legend')).toBe(
    'active\nactive\nactive',
  );
  await root(id, SETUP);
  const curl = (args: string) =>
    root(id, `curl -s --max-time 60 --resolve camille-exemple.fr:80:127.0.0.1 ${args}`, {
      timeoutMs: 90_000,
    });
  expect(await curl('http://camille-exemple.fr/wp-admin/install.php')).toMatch(/WordPress/);
  const installed = await curl(
    "-d 'weblog_title=Camille&user_name=camille&admin_password=secret-5678-abcd&admin_password2=secret-5678-abcd&pw_weak=1&admin_email=camille@camille-exemple.fr&language=fr_FR' 'http://camille-exemple.fr/wp-admin/install.php?step=2'",
  );
  expect(installed).toMatch(/wp-login\.php/);
  const page = await curl('http://camille-exemple.fr/');
  expect(page).toMatch(/<html lang="fr-FR"/);
  expect(page).toMatch(/<title>Camille/);
  expect(await engine.memoryOf(id)).toBeLessThan(256e6);
  expect(await root(id, 'ps -p 1 -o comm=; grep -c oom_kill /proc/vmstat')).toMatch(/^systemd/);
});
