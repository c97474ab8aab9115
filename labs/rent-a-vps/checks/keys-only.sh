# Are passwords refused at the door, and keys not? The settings first (cheap), then the running server itself.
settings=$(sshd -T 2>/dev/null)
if [[ $settings == *'passwordauthentication yes'* ]]; then
  [[ $settings == *'permitrootlogin yes'* ]] || hint root-only
  grep -Eiqs '^[[:space:]]*PasswordAuthentication[[:space:]]+no' /etc/ssh/sshd_config /etc/ssh/sshd_config.d/* && hint other-file
  grep -Eiqs '^[[:space:]]*#[[:space:]]*PasswordAuthentication[[:space:]]+no' /etc/ssh/sshd_config /etc/ssh/sshd_config.d/* && hint commented
  hint still-open
fi
[[ $settings == *'pubkeyauthentication no'* ]] && hint no-keys
said=$(timeout 4 ssh -F none -o BatchMode=yes -o PreferredAuthentications=none -o PubkeyAuthentication=no -o StrictHostKeyChecking=no \
  -o UserKnownHostsFile=/dev/null -o ConnectTimeout=3 root@127.0.0.1 2>&1)
[[ $said == *'('*password* ]] && hint not-reloaded
[[ $said == *'('*publickey* ]] && exit 0
hint not-reloaded
