# Does a visit leave a line in the journal without the whole address of who came, and are the whole addresses written before gone?
shopt -s nullglob
(exec 3<>/dev/tcp/127.0.0.1/80) || hint not-answering
journals=(/var/log/nginx/*.log /var/log/apache2/*access*.log)

# The server asks itself at its own address, and looks how that is noted; once for each start of its workers, so that the journal does not fill with us.
seen=/run/boite-visites
workers=$(pgrep -f 'nginx: worker|apache2')
read -r known <"$seen"
if [[ $known != "${workers//$'\n'/ } "* ]]; then
  own=$(hostname -I)
  own=${own%% *}
  mark=boite-check-$RANDOM$RANDOM
  curl -sk -m 4 -o /dev/null -A "$mark" "http://$own/" || hint not-answering
  noted=
  for try in 1 2 3 4 5 6 7 8; do
    noted=$(grep -hsF "$mark" "${journals[@]}" </dev/null) && break
    sleep 0.1
  done
  known="${workers//$'\n'/ } cut"
  [[ $noted ]] || known="${workers//$'\n'/ } nothing"
  [[ $noted == *"$own"* ]] && known="${workers//$'\n'/ } whole"
  printf '%s\n' "$known" >"$seen"
fi
[[ $known == *nothing ]] && hint no-journal
[[ $known == *whole ]] && hint still-whole

# What stands at the beginning of a line: four numbers of which the last is not 0, or an IPv6 address that is not cut.
for journal in "${journals[@]}" /var/log/nginx/*access*.log.* /var/log/apache2/*access*.log.*; do
  [[ $journal == *error* ]] && continue
  # Our own looks are nobody's visits.
  zgrep -shvF boite-check "$journal" </dev/null | grep -qE '^([0-9]{1,3}\.){3}[1-9][0-9]{0,2} |^[0-9a-f]{1,4}:[0-9a-f:]*[0-9a-f] ' && hint old-ones-stay
done
exit 0
