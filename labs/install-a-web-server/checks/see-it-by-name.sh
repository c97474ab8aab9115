# Was the page asked for by name?
[[ $NAME ]] || hint no-name
names=${NAMES//./\\.}
names="(https?://)?(www\\.)?(${names// /|})\\.?(:80)?(/[^ ]*)?"
ran "(curl|wget|w3m|lynx|links) (.* )?$names( .*)?" && exit 0

recent 3
tried "(curl|wget|w3m|lynx|links) (.* )?$names( .*)?" && hint failed
tried "(curl|wget) .*(${NAMES// /|}).*" && hint failed
tried '(curl|wget) .*[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+.*' && hint by-address
hint nothing-yet
