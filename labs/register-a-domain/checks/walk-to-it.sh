# Was the way from the root to one of the seat's names walked?
[[ $NAME ]] || hint no-name
names=${NAMES//./\\.}
names="([^ ]*\\.)?(${names// /|})\\.?"
ran "(dig|kdig) (.* )?\\+trace (.* )?$names( .*)?" && exit 0
ran "(dig|kdig) (.* )?$names (.* )?\\+trace( .*)?" && exit 0
ran "drill (.* )?-T (.* )?$names( .*)?" && exit 0

recent 3
tried '(dig|kdig) (.* )?\+trace( .*)?' && hint another-name
tried "(dig|kdig|host|drill) (.* )?$names( .*)?" && hint without-trace
hint nothing-yet
