# Is one server left, the one to which the name leads?
[[ $NAME ]] || hint no-name
leads=$(timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "$NAME")
[[ $leads && " $SERVERS " == *" $leads "* ]] || hint astray
[[ $SERVERS == "$leads" ]] && exit 0
hint still-two
