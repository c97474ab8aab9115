// Does a rented server behave like one? systemd, users, ssh, cron, its console, reboot and poweroff, as its owner would try them.
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { whyStopped } from '../../runner/machines/vps-marks.ts';
import {
  callServer,
  fulfilOrder,
  newRootPassword,
  trustAuthorities,
} from '../../runner/machines/vps-order.ts';
import { vpsLimits } from '../../runner/machines/vps-spec.ts';
import { Screen } from './support.ts';
import { withServers } from './vps-support.ts';

const { engine, servers, server, root, untilOff, boot, images } = withServers();

describe('one server, from its order on', () => {
  const password = newRootPassword();
  let id = '';
  beforeAll(async () => {
    id = await server();
    // Read at the end: cron counts in minutes.
    await root(id, `echo '* * * * * root date > /root/cron-est-passe' > /etc/cron.d/essai`);
  });

  test('is running, not degraded, with sshd and cron, in less than 40 MB', async () => {
    expect(
      await root(
        id,
        'for i in $(seq 50); do s=$(systemctl is-system-running); [ $s = running ] && break; sleep 0.1; done; echo $s',
      ),
    ).toBe('running');
    expect(await root(id, 'systemctl is-active ssh cron systemd-journald systemd-logind')).toBe(
      'active\nactive\nactive\nactive',
    );
    expect(await root(id, 'ps -p 1 -o comm=')).toBe('systemd');
    expect(await engine.memoryOf(id)).toBeLessThan(40e6);
  });

  test('takes its order: hostname, host key of its own, password, key, language, time zone', async () => {
    const key = `ssh-ed25519 ${'A'.repeat(68)} camille@poste`;
    const fingerprint = await fulfilOrder(engine, id, {
      language: 'en',
      rootPassword: password,
      sshKey: key,
    });
    expect(await root(id, 'ssh-keygen -l -f /etc/ssh/ssh_host_ed25519_key.pub')).toContain(fingerprint);
    expect(await root(id, 'cat /root/.ssh/authorized_keys')).toBe(key);
    expect(await root(id, 'hostname')).toBe('mon-serveur');
    expect(await root(id, 'date +%Z')).toMatch(/^CES?T$/);
    await fulfilOrder(engine, id, {
      language: 'fr',
      rootPassword: password,
      timeZone: 'America/New_York',
      mirror: 'deb.miroir-exemple.fr.test',
      acmeDirectory: 'https://acme.autorite-exemple.org/dir',
    });
    expect(await root(id, 'date +%Z')).toMatch(/^E[SD]T$/);
    expect(await root(id, 'cat /etc/apt/sources.list')).toContain(
      ' http://deb.miroir-exemple.fr.test/debian ',
    );
    expect(await root(id, 'cat ~/.config/letsencrypt/cli.ini')).toBe(
      'server = https://acme.autorite-exemple.org/dir',
    );
    await expect(
      fulfilOrder(engine, id, {
        language: 'fr',
        rootPassword: password,
        timeZone: 'UTC\npassword piege-1234',
      }),
    ).rejects.toThrow(RangeError);
    await expect(fulfilOrder(engine, id, { language: 'fr', rootPassword: 'a\nb' })).rejects.toThrow(
      RangeError,
    );
    expect(await root(id, 'bash -lc ". /etc/default/locale; export LANG; ls /rien" 2>&1 || true')).toMatch(
      /impossible/,
    );
  });

  test('the password is nowhere that the engine shows', async () => {
    const processes = await root(
      id,
      'cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline | tr "\\0" "\\n"; journalctl',
    );
    expect(processes).not.toContain(password);
    const facts = await engine.inspectMachine(id);
    expect(JSON.stringify(facts)).not.toContain(password);
  });

  test('trusts the authority of the class, then its next root and no longer the first', async () => {
    const authority = async (name: string) =>
      root(
        id,
        `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=${name}" -keyout /root/${name}.key 2>/dev/null | tee /root/${name}.pem`,
      );
    const verify = (name: string) =>
      root(
        id,
        `openssl verify -CApath /etc/ssl/certs /root/${name}.pem >/dev/null 2>&1 && openssl verify -CAfile /etc/ssl/certs/ca-certificates.crt /root/${name}.pem >/dev/null 2>&1 && echo oui || echo non`,
      );
    const first = await authority('premiere');
    const second = await authority('seconde');
    expect(await verify('premiere')).toBe('non');
    await trustAuthorities(engine, id, `${first}\n${second}\n`);
    expect([await verify('premiere'), await verify('seconde')]).toEqual(['oui', 'oui']);
    await trustAuthorities(engine, id, `${second}\n`);
    expect([await verify('premiere'), await verify('seconde')]).toEqual(['non', 'oui']);
    await root(id, 'update-ca-certificates 2>&1');
    expect(await verify('seconde')).toBe('oui');
    await expect(trustAuthorities(engine, id, 'rien')).rejects.toThrow(/authorities/);
  });

  test('its console is a login prompt; root logs in with the password of the order', async () => {
    const screen = new Screen(await engine.attach(id, { replay: true }));
    await screen.shell.resize(90, 30);
    screen.type('\r');
    let at = await screen.see(/mon-serveur login: /);
    screen.type('root\r');
    at = await screen.see(/Password: |Mot de passe/, at);
    screen.type('pas-le-bon\r');
    at = await screen.see(/incorrect/i, at, 20_000);
    at = await screen.see(/login: /, at, 20_000);
    screen.type('root\r');
    at = await screen.see(/Password: |Mot de passe/, at);
    screen.type(`${password}\r`);
    at = await screen.see(/root@mon-serveur:~# /, at);
    screen.type('stty size; echo "<$LANG>"\r');
    at = await screen.see(/30 90\s+<fr_FR.UTF-8>/, at);
    screen.type('exit\r');
    await screen.see(/mon-serveur login: /, at);
    screen.shell.release();
  });

  test('useradd, su and ssh with a password, as one user and another', async () => {
    await root(id, 'useradd -m -s /bin/bash camille && echo camille:secret-1234 | chpasswd');
    expect(await root(id, 'su - camille -c "id -un; pwd"')).toBe('camille\n/home/camille');
    const ssh = (user: string, secret: string) =>
      root(
        id,
        `printf '#!/bin/sh\\necho %s\\n' '${secret}' > /tmp/ask && chmod +x /tmp/ask &&
         SSH_ASKPASS=/tmp/ask SSH_ASKPASS_REQUIRE=force ssh -o StrictHostKeyChecking=accept-new -o PreferredAuthentications=password \
           ${user}@localhost 'id -un; tty; test -t 0; echo $SSH_CONNECTION | cut -d" " -f1' 2>/dev/null`,
      );
    expect(await ssh('camille', 'secret-1234')).toMatch(/^camille\n/);
    expect(await ssh('root', password)).toMatch(/^root\n/);
    await expect(ssh('root', 'pas-le-bon')).rejects.toThrow();
  });

  test('ssh with a key, and sudo', async () => {
    await root(
      id,
      `su - camille -c "mkdir -m 700 .ssh; ssh-keygen -q -t ed25519 -N '' -f .ssh/id_ed25519 && cp .ssh/id_ed25519.pub .ssh/authorized_keys"
       echo 'camille ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/camille`,
    );
    expect(
      await root(
        id,
        `su - camille -c "ssh -o StrictHostKeyChecking=accept-new camille@localhost sudo id -un" 2>/dev/null`,
      ),
    ).toBe('root');
  });

  test('ping works for a user without any capability', async () => {
    expect(await root(id, 'su - camille -c "ping -c 1 -W 2 127.0.0.1"')).toMatch(/1 received|1 reçus/);
  });

  test('a service of one’s own starts, fails, restarts and leaves its words in the journal', async () => {
    await root(
      id,
      `printf '[Service]\\nExecStart=/bin/sh -c "echo bonjour du service; exec sleep 1000"\\n[Install]\\nWantedBy=multi-user.target\\n' > /etc/systemd/system/essai.service
       systemctl daemon-reload && systemctl enable --now essai 2>/dev/null`,
    );
    expect(await root(id, 'systemctl is-active essai; sleep 0.3; journalctl -u essai -o cat')).toMatch(
      /active[\s\S]*bonjour du service/,
    );
    await root(
      id,
      'kill -9 $(systemctl show -p MainPID --value essai); for i in $(seq 50); do systemctl is-failed -q essai && break; sleep 0.1; done',
    );
    expect(await root(id, 'systemctl is-failed essai')).toBe('failed');
    expect(await root(id, 'systemctl restart essai && systemctl is-active essai')).toBe('active');
    expect(await root(id, 'journalctl --disk-usage')).toMatch(/\d/);
  });

  test('cron runs what a crontab says', async () => {
    expect(
      await root(
        id,
        'for i in $(seq 130); do [ -s /root/cron-est-passe ] && break; sleep 0.5; done; cat /root/cron-est-passe',
        { timeoutMs: 80_000 },
      ),
    ).toMatch(/\d\d:\d\d/);
  });

  test('reboot is told from poweroff; both keep the data, and the services that were enabled come back', async () => {
    await root(id, 'echo à garder > /root/donnees; hostname > /dev/null');
    const bootId = await root(id, 'systemd-analyze time >/dev/null; stat -c %Y /run/systemd');
    await engine.run(id, ['reboot']);
    await untilOff(id);
    expect(whyStopped(await servers.consoleTail(id))).toBe('reboot');
    await sleep(1000);
    expect((await boot(id)).state).toBe('running');
    expect(await root(id, 'cat /root/donnees; systemctl is-active essai ssh')).toBe(
      'à garder\nactive\nactive',
    );
    expect(await root(id, 'stat -c %Y /run/systemd')).not.toBe(bootId);

    await engine.run(id, ['poweroff']);
    await untilOff(id);
    expect(whyStopped(await servers.consoleTail(id))).toBe('off');
    expect((await boot(id)).state).toBe('running');
    expect(await root(id, 'cat /root/donnees; hostname')).toBe('à garder\nmon-serveur');

    await servers.stop(id, 10_000);
    expect(whyStopped(await servers.consoleTail(id))).toBe('off');
    await servers.stop(id, 1_000);
    expect((await boot(id)).state).toBe('running');
  });

  test('a server that was up before its order takes its name and its limits, and keeps the name through a reboot', async () => {
    // As the engine writes it on a network.
    await root(id, "printf '198.18.9.9\\tmon-serveur\\n' >> /etc/hosts");
    await servers.openCgroup(id, (await images()).helper ?? '', 'permanence');
    await callServer(engine, id, 'mon-serveur', 'permanence');
    await servers.limit(id, vpsLimits({ memoryMiB: 512, cpus: 0.5 }));
    const called = 'hostname; cat /etc/hostname';
    expect(await root(id, called)).toBe('permanence\npermanence');
    expect(await root(id, 'sudo -n true 2>&1; getent hosts permanence')).toMatch(
      /^198\.18\.9\.9\s+permanence$/,
    );
    expect(await root(id, 'cat /etc/ssh/ssh_host_ed25519_key.pub')).toMatch(/ root@permanence$/);
    const limit = 'cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null';
    expect(await root(id, `${limit}; true`)).toBe(String(512 * 1024 * 1024));
    const screen = new Screen(await engine.attach(id, { replay: true }));
    screen.type('\r');
    await screen.see(/permanence login: /);
    screen.shell.release();

    await engine.run(id, ['reboot']);
    await untilOff(id);
    await boot(id, 'permanence');
    await callServer(engine, id, 'mon-serveur', 'permanence');
    expect(await root(id, called)).toBe('permanence\npermanence');
    // Called so before its first program began.
    expect(await root(id, 'journalctl -b -o short')).not.toContain('mon-serveur');
  });

  test('a server killed from outside counts as a crash, and starts again', async () => {
    await servers.stop(id, 10_000);
    await boot(id);
    await root(id, 'systemctl mask --now ssh >/dev/null 2>&1; true');
    // The stop signal is masked away by a shutdown that never ends: the engine kills.
    await root(
      id,
      `printf '[Service]\\nType=oneshot\\nRemainAfterExit=yes\\nExecStart=/bin/true\\nExecStop=/bin/sleep 60\\nTimeoutStopSec=60\\n' > /etc/systemd/system/lent.service; systemctl daemon-reload; systemctl start lent`,
    );
    await servers.stop(id, 1_000);
    expect(whyStopped(await servers.consoleTail(id))).toBe('crash');
    expect((await boot(id)).state).toBe('running');
  });
});

test('a unit that fails makes a server degraded, and it is said', async () => {
  const id = await server();
  await root(
    id,
    `printf '[Service]\\nType=oneshot\\nExecStart=/bin/false\\n[Install]\\nWantedBy=multi-user.target\\n' > /etc/systemd/system/casse.service; systemctl enable casse 2>/dev/null`,
  );
  await engine.run(id, ['reboot']);
  await untilOff(id);
  expect((await boot(id)).state).toBe('degraded');
});

test('a server whose systemd is gone is an error in words, not a wait for ever', async () => {
  const id = await server();
  await root(
    id,
    'mv /usr/lib/boite/boot /usr/lib/boite/boot.vieux; printf "#!/bin/sh\\nexit 7\\n" > /usr/lib/boite/boot; chmod +x /usr/lib/boite/boot',
  );
  await servers.stop(id, 10_000);
  await expect(boot(id)).rejects.toThrow(/ended|does not run/);
});
