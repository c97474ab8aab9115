# Is the answer the box whose resolver denies the newspaper?
answer=${ANSWER,,}
[[ $answer =~ [^[:space:]] ]] || hint no-answer
[[ $answer == *aurore* || $answer == *cigale* ]] && hint another-box
[[ $answer =~ bor(e|é|É)al ]] && exit 0
hint no-box
