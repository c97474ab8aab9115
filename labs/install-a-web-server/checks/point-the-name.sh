# Does one of the seat's names lead to one of its servers? Asked of the server that answers for it: a resolver may remember an older answer.
[[ $NAME ]] || hint no-name
[[ $SERVER ]] || hint no-server
ask() { timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "$1"; }
leads=
for name in $NAMES; do
  for address in $(ask "$name"); do
    [[ " $SERVERS " == *" $address "* ]] && exit 0
    leads=1
  done
done
[[ $leads ]] && hint elsewhere
[[ $(ask "www.$NAME") ]] && hint only-www
hint nothing-yet
