# Is the answer the authority that signed? In this box it is Pebble, the practice authority.
answer=${ANSWER,,}
[[ $answer == *pebble* ]] && exit 0
[[ $answer =~ [^[:space:]] ]] || hint no-answer
for name in ${NAMES,,}; do [[ $answer == *"$name"* ]] && hint the-subject; done
hint another-authority
