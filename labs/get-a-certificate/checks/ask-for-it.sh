# Does one of the seat's names, with and without www, answer over https with a certificate that is trusted here?
[[ $NAME ]] || hint no-name
ask() { curl -sS -m 4 -A boite-check -o /dev/null "https://$1/" 2>/dev/null; }
why=closed
for name in $NAMES; do
  ask "$name"
  bare=$?
  ((bare == 0 || bare == 60)) || continue
  if ask "www.$name"; then
    ((bare == 0)) && exit 0
    why=only-www
  elif ((bare == 0)); then
    why=only-bare
  else
    why=not-trusted
  fi
done
hint "$why"
