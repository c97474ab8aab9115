// Which other ways are right, and which near misses are not? What is tried on a server is taken back on it, its journal too: the checks read it.
import { defineProof } from '../define-lab.ts';

export default defineProof({
  'rent-one': {
    ways: [
      {
        does: [{ rent: { offer: 'vps-rhin-exemple', host: 'rhin' } }],
        undo: [{ server: { host: 'rhin', do: 'delete' } }],
      },
      {
        does: [{ rent: { offer: 'nuage-exemple', host: 'nuage', system: 'debian' } }],
        undo: [{ server: { host: 'nuage', do: 'delete' } }],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'nothing-yet' },
      {
        does: [
          { rent: { offer: 'vps-rhin-exemple', host: 'muet' } },
          { start: 'ssh -o StrictHostKeyChecking=no root@%server% systemctl stop ssh' },
          { see: 'password:' },
          { type: '%password%' },
          { key: 'Enter' },
          { run: 'true' },
        ],
        hint: 'not-answering',
        undo: [{ server: { host: 'muet', do: 'delete' } }],
      },
    ],
  },
  'go-in': {
    ways: [
      {
        does: [
          { start: 'ssh -o StrictHostKeyChecking=accept-new root@%server%' },
          { see: 'password:' },
          { type: '%password%' },
          { key: 'Enter' },
          { see: 'root@mon-serveur', seconds: 20 },
          { key: 'Ctrl-D' },
        ],
        undo: [
          { start: "ssh root@%server% 'journalctl --rotate --vacuum-size=1'" },
          { see: 'password:' },
          { type: '%password%' },
          { key: 'Enter' },
          { run: 'true', seconds: 20 },
        ],
      },
      {
        does: [
          { start: 'ssh -o StrictHostKeyChecking=no -l root %server% uptime' },
          { see: 'password:' },
          { type: '%password%' },
          { key: 'Enter' },
          { run: 'true', seconds: 20 },
        ],
        undo: [
          { start: "ssh root@%server% 'journalctl --rotate --vacuum-size=1'" },
          { see: 'password:' },
          { type: '%password%' },
          { key: 'Enter' },
          { run: 'true', seconds: 20 },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ls' }], hint: 'never-knocked' },
      {
        does: [
          { start: 'ssh root@%server%' },
          { see: 'continue connecting' },
          { type: 'no' },
          { key: 'Enter' },
        ],
        hint: 'gave-up',
      },
      {
        does: [
          { start: 'ssh -o StrictHostKeyChecking=no %server%' },
          { see: 'password:' },
          { key: 'Ctrl-C' },
        ],
        hint: 'other-user',
      },
      {
        does: [
          { start: 'ssh -o StrictHostKeyChecking=no root@%server%' },
          { see: 'password:' },
          { type: 'azerty' },
          { key: 'Enter' },
          { see: 'try again' },
        ],
        hint: 'wrong-password',
      },
    ],
  },
  'make-a-key': {
    ways: [
      [
        { start: 'ssh-keygen -t ed25519' },
        { see: 'Enter file' },
        { key: 'Enter' },
        { see: 'passphrase' },
        { key: 'Enter' },
        { see: 'again' },
        { key: 'Enter' },
        { run: 'ls ~/.ssh' },
      ],
      [{ run: 'ssh-keygen -q -t rsa -b 2048 -N "deux mots" -f ~/.ssh/id_rsa' }],
    ],
    nearMisses: [
      { does: [{ run: 'ls -a ~/.ssh' }], hint: 'nothing-yet' },
      { does: [{ run: 'touch ~/.ssh/id_ed25519.pub' }], hint: 'half' },
      { does: [{ run: 'ssh-keygen -q -t ed25519 -N "" -f ~/ma-cle' }], hint: 'elsewhere' },
    ],
  },
  'bring-the-key': {
    ways: [
      {
        does: [
          {
            start:
              "cat ~/.ssh/id_ed25519.pub | ssh root@%server% 'mkdir -p .ssh && cat >> .ssh/authorized_keys'",
          },
          { see: 'password:' },
          { type: '%password%' },
          { key: 'Enter' },
          { run: 'ssh root@%server% true', seconds: 20 },
        ],
        undo: [
          {
            run: "ssh root@%server% 'rm .ssh/authorized_keys; journalctl -q --rotate --vacuum-size=1'",
            seconds: 20,
          },
        ],
      },
      {
        does: [
          { start: 'ssh-copy-id -i ~/.ssh/id_ed25519.pub root@%server%' },
          { see: 'password:' },
          { type: '%password%' },
          { key: 'Enter' },
          { run: 'scp root@%server%:/etc/hostname .', seconds: 20 },
        ],
        undo: [
          {
            run: "ssh root@%server% 'rm .ssh/authorized_keys; journalctl -q --rotate --vacuum-size=1'",
            seconds: 20,
          },
        ],
      },
    ],
    nearMisses: [
      { does: [{ run: 'cat ~/.ssh/id_ed25519.pub' }], hint: 'no-key' },
      {
        does: [
          { start: "ssh root@%server% 'echo ma clé > .ssh/authorized_keys'" },
          { see: 'password:' },
          { type: '%password%' },
          { key: 'Enter' },
          { run: 'true', seconds: 20 },
        ],
        hint: 'not-a-key',
      },
      {
        does: [
          { start: 'ssh-copy-id root@%server%' },
          { see: 'password:' },
          { type: '%password%' },
          { key: 'Enter' },
          { run: 'true', seconds: 20 },
        ],
        hint: 'not-used',
      },
      {
        does: [
          { start: "ssh -o PubkeyAuthentication=no root@%server% 'chmod 777 .ssh'" },
          { see: 'password:' },
          { type: '%password%' },
          { key: 'Enter' },
          { run: 'true', seconds: 20 },
        ],
        hint: 'open-to-others',
        undo: [
          { start: "ssh -o PubkeyAuthentication=no root@%server% 'chmod 700 .ssh; rm .ssh/authorized_keys'" },
          { see: 'password:' },
          { type: '%password%' },
          { key: 'Enter' },
          { run: 'true', seconds: 20 },
        ],
      },
    ],
  },
  'fetch-the-updates': {
    ways: [
      {
        does: [{ run: 'ssh root@%server% apt-get -q update', seconds: 60 }],
        undo: [{ run: "ssh root@%server% 'rm -rf /var/lib/apt/lists/*'" }],
      },
      {
        does: [
          { start: 'ssh root@%server%' },
          { see: 'root@mon-serveur', seconds: 20 },
          { type: 'apt update && exit' },
          { key: 'Enter' },
          { run: 'true', seconds: 60 },
        ],
        undo: [{ run: "ssh root@%server% 'rm -rf /var/lib/apt/lists/*'" }],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ssh root@%server% apt-get -q upgrade', seconds: 20 }], hint: 'nothing-yet' },
    ],
  },
  'keys-only': {
    ways: [
      {
        does: [
          {
            run: "ssh root@%server% 'sed -i s/^PasswordAuth.*/PasswordAuthentication\\ no/ /etc/ssh/sshd_config.d/boite.conf; systemctl restart ssh'",
          },
        ],
        undo: [
          {
            run: "ssh root@%server% 'sed -i s/^PasswordAuth.*/PasswordAuthentication\\ yes/ /etc/ssh/sshd_config.d/boite.conf; systemctl restart ssh'",
          },
        ],
      },
      {
        does: [
          {
            run: 'ssh root@%server% \'printf "PermitRootLogin prohibit-password\\nPasswordAuthentication no\\n" > /etc/ssh/sshd_config.d/01-a.conf; service ssh reload\'',
          },
        ],
        undo: [{ run: "ssh root@%server% 'rm /etc/ssh/sshd_config.d/01-a.conf; systemctl reload ssh'" }],
      },
    ],
    nearMisses: [
      { does: [{ run: 'ssh root@%server% cat /etc/ssh/sshd_config.d/boite.conf' }], hint: 'still-open' },
      {
        does: [
          {
            run: 'ssh root@%server% \'echo "#PasswordAuthentication no" > /etc/ssh/sshd_config.d/00-cles.conf\'',
          },
        ],
        hint: 'commented',
        undo: [{ run: "ssh root@%server% 'rm /etc/ssh/sshd_config.d/00-cles.conf'" }],
      },
      {
        does: [
          { run: "ssh root@%server% 'echo PasswordAuthentication no > /etc/ssh/sshd_config.d/zz-cles.conf'" },
        ],
        hint: 'other-file',
        undo: [{ run: "ssh root@%server% 'rm /etc/ssh/sshd_config.d/zz-cles.conf'" }],
      },
      {
        does: [
          {
            run: "ssh root@%server% 'echo PermitRootLogin prohibit-password > /etc/ssh/sshd_config.d/00-cles.conf; systemctl reload ssh'",
          },
        ],
        hint: 'root-only',
        undo: [{ run: "ssh root@%server% 'rm /etc/ssh/sshd_config.d/00-cles.conf; systemctl reload ssh'" }],
      },
      {
        does: [
          {
            run: 'ssh root@%server% \'printf "PasswordAuthentication no\\nPubkeyAuthentication no\\n" > /etc/ssh/sshd_config.d/00-cles.conf\'',
          },
        ],
        hint: 'no-keys',
        undo: [{ run: "ssh root@%server% 'rm /etc/ssh/sshd_config.d/00-cles.conf'" }],
      },
      {
        does: [
          { run: "ssh root@%server% 'echo PasswordAuthentication no > /etc/ssh/sshd_config.d/00-cles.conf'" },
        ],
        hint: 'not-reloaded',
        undo: [{ run: "ssh root@%server% 'rm /etc/ssh/sshd_config.d/00-cles.conf'" }],
      },
    ],
  },
});
