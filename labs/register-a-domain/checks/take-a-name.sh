# Does this seat hold a name?
[[ $NAME ]] && exit 0
hint nothing-yet
