# Was the registry asked what it tells the world about one of the seat's names?
[[ $NAME ]] || hint no-name
names=${NAMES//./\\.}
names="(${names// /|})\\.?"
ran "whois (.* )?$names( .*)?" && exit 0
ran "(curl|wget) .*rdap\\.registre-exemple\\.net(:[0-9]+)?/domain/$names/?( .*)?" && exit 0

recent 3
tried 'whois .*|(curl|wget) .*rdap.*' && hint another-name
hint nothing-yet
