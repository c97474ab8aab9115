# Does one of the seat's servers show a page that is not the one that came with the program?
[[ $SERVER ]] || hint no-server
why=no-answer
for address in $SERVERS; do
  page=$(curl -s -m 3 -A boite-check -w '\n%{http_code}' "http://$address/") || continue
  code=${page##*$'\n'}
  page=${page%$'\n'*}
  if [[ $code == 403 ]]; then
    why=forbidden
  elif [[ $page == *'Welcome to nginx!'* || $page == *'Apache2 Debian Default Page'* || $code == 404 ]]; then
    why=still-default
  elif [[ ! $page =~ [^[:space:]] ]]; then
    why=empty
  elif [[ $code == 200 ]]; then
    exit 0
  fi
done
hint "$why"
