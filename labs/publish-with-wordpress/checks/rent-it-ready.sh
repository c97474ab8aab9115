# Does one of the seat's names lead to one of its servers, and is that one stocked for WordPress: does its web server show the host's word, or a WordPress?
[[ $NAME ]] || hint no-name
[[ $SERVER ]] || hint nothing-yet
stocked=
for address in $SERVERS; do
  [[ $(curl -sL -m 3 -A boite-check --connect-to "::$address:" "http://$NAME/") == *[wW]ord[pP]ress* ]] && stocked+=" $address "
done
[[ $stocked ]] || hint bare-server
for name in $NAMES; do
  for address in $(timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "$name"); do
    [[ $stocked == *" $address "* ]] && exit 0
  done
done
hint not-pointed
