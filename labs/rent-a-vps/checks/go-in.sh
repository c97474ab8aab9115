# Did somebody come in through ssh? sshd's journal says so; our own knocks come from the machine itself, or hang up before saying who they are.
log=$(journalctl -q -t sshd -o cat --no-pager -n 400)
[[ $log == *'Accepted '* ]] && exit 0
knocks=$(grep -v '127\.0\.0\.1' <<<"$log" | grep -E 'nvalid user|Failed password for root|\[preauth\]' | tail -n 2)
last=${knocks##*$'\n'}
[[ $last == *nvalid\ user* ]] && hint other-user
# Who failed and then hung up was wrong about the password.
[[ $last == *'Failed password for root'* ]] && hint wrong-password
[[ $knocks == *'Failed password for root'* ]] && hint wrong-password
[[ $last ]] && hint gave-up
hint never-knocked
