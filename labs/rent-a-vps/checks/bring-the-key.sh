# Did a key open the door? Else: what is wrong with the list of keys?
log=$(journalctl -q -t sshd -o cat --no-pager -n 300)
[[ $log == *'Accepted publickey for root'* ]] && exit 0
list=/root/.ssh/authorized_keys
[[ -s $list ]] || hint no-key
grep -Eq '^(.* )?(ssh-(ed25519|rsa)|ecdsa-|sk-)[^ ]* +AAAA' $list || hint not-a-key
for path in /root /root/.ssh $list; do
  [[ $(stat -c %A $path) == ?????w* || $(stat -c %A $path) == ????????w* ]] && hint open-to-others
done
hint not-used
