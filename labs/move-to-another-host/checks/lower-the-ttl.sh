# Does the name's address live thirty seconds at most? Asked of the server that answers for it.
[[ $NAME ]] || hint no-name
read -r _ ttl _ <<<"$(timeout 3 dig +noall +answer +time=1 +tries=1 @ns1.bureau-exemple.net A "$NAME")"
[[ $ttl ]] || hint leads-nowhere
((ttl <= 30)) && exit 0
hint still-long
