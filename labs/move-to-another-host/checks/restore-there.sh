# Does the second server show the page of the first?
[[ $SERVER2 ]] || hint no-server
there=$(curl -s -m 3 -A boite-check "http://$SERVER2/") || hint closed
here=$(curl -s -m 3 -A boite-check "http://$SERVER/")
[[ $there && $there == "$here" ]] && exit 0
[[ $there == *'Welcome to nginx!'* ]] && hint still-default
hint other-page
