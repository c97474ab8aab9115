# Is one server left, the one to which the name leads?
[[ $NAME ]] || hint no-name
leads=$(timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "$NAME")
[[ $leads && " $SERVERS " == *" $leads "* ]] || hint astray
# The probe's first answer came from the house that was left.
old=$(grep -m 1 ' 200$' ~/sonde.txt)
old=${old%% *}
[[ $old && $old != "$leads" ]] || hint not-moved
[[ " $SERVERS " == *" $old "* ]] && hint still-two
exit 0
