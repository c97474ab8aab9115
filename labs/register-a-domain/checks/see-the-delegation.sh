# Was it asked which servers answer for one of the seat's names?
[[ $NAME ]] || hint no-name
names=${NAMES//./\\.}
names="(${names// /|})\\.?"
asks='(dig|kdig|host|nslookup|drill)'
kind='(-t ?|-q=|-type=|-querytype=)?([Nn][Ss]|[Aa][Nn][Yy]|\+trace|\+nssearch)'
ran "$asks (.* )?$kind (.* )?$names( .*)?" && exit 0
ran "$asks (.* )?$names (.* )?$kind( .*)?" && exit 0

recent 3
tried "$asks (.* )?$names( .*)?" && hint without-type
tried "$asks .*" && hint another-name
hint nothing-yet
