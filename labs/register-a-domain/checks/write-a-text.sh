# Does one of the seat's names carry a text? Asked of the server that answers for it: a resolver may remember that there was none.
[[ $NAME ]] || hint no-name
ask() { timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net "$@"; }
for name in $NAMES; do
  [[ $(ask TXT "$name") == *'"'* ]] && exit 0
done
[[ $(ask TXT "www.$NAME") == *'"'* ]] && hint elsewhere
hint nothing-yet
