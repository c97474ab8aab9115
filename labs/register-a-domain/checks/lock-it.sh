# Does the registry say that one of the seat's names is locked against transfers?
[[ $NAME ]] || hint no-name
for name in $NAMES; do
  [[ $(timeout 3 whois -h whois.registre-exemple.net -- "$name") == *clientTransferProhibited* ]] && exit 0
done
hint not-locked
