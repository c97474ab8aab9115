# Was the way from the root followed, server by server?
ran '(dig|kdig) (.* )?\+trace( .*)?' && exit 0
ran 'drill (.* )?-T( .*)?' && exit 0

recent 3
tried '(dig|kdig) (.* )?\+trace( .*)?' && hint failed
tried '(dig|kdig) (.* )?-?-?trace( .*)?' && hint without-plus
tried '(dig|kdig|host|nslookup|drill) .*' && hint without-trace
hint nothing-yet
