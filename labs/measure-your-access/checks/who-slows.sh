# Is the answer the box that lets the film through drop by drop?
answer=${ANSWER,,}
[[ $answer =~ [^[:space:]] ]] || hint no-answer
[[ $answer =~ bor(e|é|É)al ]] && hint the-liar
[[ $answer == *cigale* ]] && hint another-box
[[ $answer == *aurore* ]] && exit 0
hint no-box
