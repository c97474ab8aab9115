# Is the answer what the registry shows in the place of a person's name?
answer=${ANSWER,,}
answer=${answer//[[:space:]]/}
[[ $answer =~ ano[-_]?nymous|diffusionrestreinte ]] && exit 0
[[ -z $answer ]] && hint no-answer
[[ $answer =~ dominique ]] && hint a-guess
[[ $answer =~ bureau ]] && hint the-registrar
hint another-word
