// Are packages installed offline, from the workshop's own mirror, signed, by one server and by several? And does the mirror give, and only give?
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { freshId, objectName } from '../../runner/machines/names.ts';
import { MIRROR_NAME, mirrorSpec } from '../../runner/machines/vps-mirror.ts';
import { withServers } from './vps-support.ts';

const { engine, instance, images, server, root } = withServers();

const SUBNET = '198.19.240.0/24';
const MIRROR = '198.19.240.2';
let network = '';
let mirror = '';

beforeAll(async () => {
  network = await engine.createNetwork({ name: objectName(instance, 'net'), subnet: SUBNET, labels: {} });
  mirror = await engine.createMachine(
    mirrorSpec({
      image: (await images()).mirror ?? '',
      name: objectName(instance, 'mirror', freshId()),
      workshop: 'test',
      network: { id: network, address: MIRROR },
      dns: ['198.19.240.3'],
    }),
  );
  await engine.startMachine(mirror);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { exitCode } = await engine.run(mirror, ['bash', '-c', ': < /dev/tcp/127.0.0.1/80']);
    if (exitCode === 0) return;
    await sleep(50);
  }
  throw new Error('The mirror does not answer.');
}, 600_000);

/** A server that finds the mirror by name; there is no DNS in this test. */
async function customer(): Promise<string> {
  const id = await server({ network: { id: network, address: undefined } });
  await root(id, `echo "${MIRROR} ${MIRROR_NAME}" >> /etc/hosts`);
  return id;
}

test('the servers’ list of sources names this mirror, with its key, and nothing else', async () => {
  const path = new URL('../../labs/machines/vps/root/etc/apt/sources.list', import.meta.url);
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  expect(lines).toEqual([
    `deb [signed-by=/usr/share/keyrings/miroir-exemple.gpg] http://${MIRROR_NAME}/debian bookworm main`,
  ]);
});

test('apt update, apt install nginx: a web server answers; everything came from the mirror', async () => {
  const id = await customer();
  expect(await root(id, 'apt-get update 2>&1')).not.toMatch(/^(W|E):/m);
  expect(await root(id, 'apt-get -s upgrade | tail -1')).toMatch(/^0 (upgraded|mis à jour)/);
  const began = performance.now();
  await root(id, 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y nginx 2>&1');
  const seconds = (performance.now() - began) / 1000;
  expect(await root(id, 'systemctl is-active nginx; curl -s http://localhost/')).toMatch(
    /^active\n[\s\S]*Welcome to nginx/,
  );
  expect(seconds, 'seconds for apt update and apt install nginx').toBeLessThan(60);
  expect(await root(id, 'apt-cache policy nginx')).toContain(MIRROR_NAME);
});

test('apt search finds what a class needs; each can be installed on a bare server', async () => {
  const id = await customer();
  await root(id, 'apt-get update -qq');
  expect(await root(id, 'apt search goaccess 2>/dev/null')).toMatch(/goaccess\/stable.*\n.*log analyzer/);
  const wanted = [
    'nginx',
    'certbot python3-certbot-nginx',
    'wordpress',
    'wordpress nginx mariadb-server php-fpm php-mysql',
    'hugo',
    'rsync',
    'borgbackup',
    'git',
    'nano',
    'vim',
    'htop',
    'tree',
    'goaccess',
    'curl',
    'dnsutils',
    'whois',
    'mariadb-server',
    'php-fpm',
    'tmux',
    'man-db',
    'openssh-server',
  ];
  for (const packages of wanted)
    expect(await root(id, `apt-get -s install -y ${packages} 2>&1`), packages).not.toMatch(
      /^E:|unmet|non satisfaites/m,
    );
});

test('a package that was changed on its way, or an index without the key, is refused', async () => {
  const id = await customer();
  await root(id, 'apt-get update -qq');
  await root(
    id,
    'cp /usr/share/keyrings/miroir-exemple.gpg /root/cle; : > /usr/share/keyrings/miroir-exemple.gpg; rm -rf /var/lib/apt/lists/*',
  );
  expect(
    (await engine.run(id, ['apt-get', '-o', 'APT::Update::Error-Mode=any', 'update'], { timeoutMs: 60_000 }))
      .exitCode,
  ).not.toBe(0);
  await root(
    id,
    'cp /root/cle /usr/share/keyrings/miroir-exemple.gpg; apt-get update -qq; cd /tmp; apt-get download -q tree; ls tree_*',
  );
  await root(
    id,
    `sed -i 's/^SHA256: ./SHA256: 0/; s/^MD5sum: ./MD5sum: 0/; s/^SHA1: ./SHA1: 0/; s/^SHA512: ./SHA512: 0/' /var/lib/apt/lists/*Packages; rm -f /var/cache/apt/*.bin`,
  );
  expect(
    (await engine.run(id, ['apt-get', 'install', '-y', 'tree'], { timeoutMs: 60_000 })).exitCode,
  ).not.toBe(0);
});

test('the mirror gives and takes nothing: other methods and other paths are refused, its files stay as they are (T-25)', async () => {
  const id = await customer();
  const hash = () =>
    engine.run(mirror, ['sh', '-c', 'cd /srv && find . -type f | sort | xargs sha256sum | sha256sum'], {
      timeoutMs: 60_000,
    });
  const before = await hash();
  const code = (args: string) => root(id, `curl -s -o /dev/null -w '%{http_code}' --path-as-is ${args}`);
  const index = `http://${MIRROR_NAME}/debian/dists/bookworm/InRelease`;
  expect(await code(index)).toBe('200');
  for (const method of ['PUT', 'DELETE', 'POST', 'PATCH', 'MKCOL', 'TRACE', 'PROPFIND'])
    expect(await code(`-X ${method} ${method === 'TRACE' ? '' : '-d x'} ${index}`), method).toMatch(
      /^4\d\d$/,
    );
  for (const path of [
    '/../../etc/passwd',
    '/debian/%2e%2e/%2e%2e/etc/passwd',
    '/debian//../../../etc/passwd',
    '/etc/passwd',
    '/build',
    '/debian/nothing.deb',
  ])
    expect(await code(`http://${MIRROR_NAME}${path}`), path).toMatch(/^4\d\d$/);
  expect(
    (await engine.run(mirror, ['sh', '-c', 'touch /srv/archive/x || touch /etc/x || touch /usr/x'])).exitCode,
  ).not.toBe(0);
  expect((await hash()).output).toBe(before.output);
  const status = await engine.run(mirror, ['sh', '-c', 'grep -E "^CapEff|^NoNewPrivs|^Uid" /proc/1/status']);
  expect(status.output).toMatch(/^Uid:\t33\t[\s\S]*CapEff:\t0{16}\nNoNewPrivs:\t1\n$/);
  // The key that signed is gone: nothing that could sign again is in the image.
  const keys =
    'find / -xdev \\( -name "private-keys*" -o -name "secring*" -o -name "*.key" -o -name gpg -o -name .gnupg \\) 2>/dev/null; true';
  expect((await engine.run(mirror, ['sh', '-c', keys])).output).toBe('');
});
