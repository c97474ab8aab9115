# Does a second server of this seat run, and answer where ssh knocks?
[[ $SERVER2 ]] && timeout 1 bash -c "exec 3<>/dev/tcp/$SERVER2/22" && exit 0
hint nothing-yet
