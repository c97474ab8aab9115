# Does a server of this seat run, and does it answer where ssh knocks?
for address in $SERVERS; do
  timeout 1 bash -c "exec 3<>/dev/tcp/$address/22" && exit 0
done
[[ $SERVER ]] && hint not-answering
hint nothing-yet
