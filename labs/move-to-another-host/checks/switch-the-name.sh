# Does the name lead to the second server, and to nothing else? Asked of the server that answers for it.
[[ $NAME ]] || hint no-name
[[ $SERVER2 ]] || hint no-server
leads=$(timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "$NAME")
[[ $leads == "$SERVER2" ]] && exit 0
[[ $leads == *"$SERVER"* ]] && hint not-yet
hint elsewhere
