# Is the answer a name that nobody holds and that anybody may register? Asked of the registry itself.
name=${ANSWER//[[:space:]]/}
name=${name,,}
name=${name%.}
[[ -z $name ]] && hint no-answer
[[ $name == ?*.?* ]] || hint no-ending
said=$(timeout 3 whois -h whois.registre-exemple.net -- "$name" 2>&1)
[[ $said == *': RESERVED'* || $said == *'NOT AVAILABLE'* ]] && hint reserved
[[ $said =~ 'NOT FOUND'|AVAILABLE|'No match for'|'Domain not found' ]] && exit 0
[[ $said == *Expiry* ]] && hint taken
hint unreadable
