# Was the newspaper's address asked of a server that answers for its zone, or followed from the root?
asks='(dig|kdig|host|nslookup|drill)'
source='@?ns[12]\.bureau-exemple\.net\.?'
name='(www\.)?journal-exemple\.fr\.?'
ran "$asks (.* )?$source( .*)? $name( .*)?" && exit 0
ran "$asks (.* )?$name( .*)? $source( .*)?" && exit 0
ran "(dig|kdig) (.* )?\+trace( .*)? $name( .*)?" && exit 0
ran "(dig|kdig) (.* )?$name( .*)? \+trace( .*)?" && exit 0

recent 3
tried "$asks (.* )?@?ns.*" && { ran "$asks (.* )?$source( .*)?" && hint another-name; hint failed; }
# A server was named, and nobody answers there.
tried "$asks (.* )?@.*" && ! ran "$asks (.* )?@.*" && hint failed
tried "$asks .*" && hint a-resolver
hint nothing-yet
