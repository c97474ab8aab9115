# Does www, before one of the seat's names, lead to one of its servers?
[[ $NAME ]] || hint no-name
[[ $SERVER ]] || hint no-server
leads=
for name in $NAMES; do
  for address in $(timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "www.$name"); do
    [[ " $SERVERS " == *" $address "* ]] && exit 0
    leads=1
  done
done
[[ $leads ]] && hint elsewhere
hint nothing-yet
