# Is the answer the holder of mairie-exemple.fr, as WHOIS shows it?
answer=${ANSWER,,}
[[ $answer =~ saint-exemple|commune ]] && exit 0
[[ $answer =~ [^[:space:]] ]] || hint no-answer
[[ $answer =~ bureau ]] && hint the-registrar
[[ $answer =~ ^[[:space:]]*(dom|ctc|ano)[0-9] ]] && hint a-handle
[[ $answer =~ mairie-exemple ]] && hint the-name
hint another-holder
