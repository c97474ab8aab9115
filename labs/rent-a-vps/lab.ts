// How does one get a server of one's own and close its door? Rents it, enters, makes a key, brings it, fetches the updates, then shuts passwords out.
// Before each step the lesson shows: the hosts' tab, `ssh` and the fingerprint, `ssh-keygen`, `ssh-copy-id`, `apt`, sshd's settings and its reload.
import { defineLab } from '../define-lab.ts';

export default defineLab({
  minutes: 30,
  machines: { desktop: { kind: 'desktop' }, server: { kind: 'server' } },
  counters: ['hosts'],
  steps: [
    {
      id: 'rent-one',
      machine: 'desktop',
      hints: ['nothing-yet', 'not-answering'],
      solution: [{ rent: { offer: 'vps-ruche-exemple', host: 'mon-serveur' } }],
    },
    {
      id: 'go-in',
      machine: 'server',
      hints: ['no-server', 'never-knocked', 'other-user', 'wrong-password', 'gave-up'],
      solution: [
        { start: 'ssh root@%server%' },
        { see: 'password:', asked: { see: 'continue connecting', type: 'yes' } },
        { type: '%password%' },
        { key: 'Enter' },
        { see: 'root@%host%', seconds: 20 },
        { type: 'exit' },
        { key: 'Enter' },
      ],
    },
    {
      id: 'make-a-key',
      machine: 'desktop',
      hints: ['nothing-yet', 'half', 'elsewhere'],
      solution: [{ run: 'ssh-keygen -t ed25519 -N "" -f ~/.ssh/id_ed25519' }],
    },
    {
      id: 'bring-the-key',
      machine: 'server',
      hints: ['no-server', 'no-key', 'not-a-key', 'open-to-others', 'not-used'],
      solution: [
        { start: 'ssh-copy-id root@%server%' },
        { see: 'password:', asked: { see: 'continue connecting', type: 'yes' } },
        { type: '%password%' },
        { key: 'Enter' },
        { run: 'ssh root@%server% hostname', seconds: 20 },
      ],
    },
    {
      id: 'fetch-the-updates',
      machine: 'server',
      hints: ['no-server', 'nothing-yet'],
      solution: [{ run: "ssh root@%server% 'apt update && apt -y upgrade'", seconds: 60 }],
    },
    {
      id: 'keys-only',
      machine: 'server',
      hints: ['no-server', 'still-open', 'commented', 'other-file', 'root-only', 'no-keys', 'not-reloaded'],
      solution: [
        {
          run: "ssh root@%server% 'echo PasswordAuthentication no > /etc/ssh/sshd_config.d/00-cles.conf'",
          seconds: 20,
        },
        { run: "ssh root@%server% 'systemctl reload ssh'", seconds: 20 },
      ],
    },
  ],
});
