# Is the answer the number of words in ~/mot.txt? The answer is compared with the machine, not with a number written here.
cd || exit
[[ -f mot.txt ]] || hint no-file
answer=${ANSWER//[[:space:].]/}
# Builtins are quicker than programs; and `wc`, in the bare environment of checks, would not count a word like « à ».
read -ra words -d '' <mot.txt
[[ $answer == "${#words[@]}" ]] && exit 0

[[ -z $answer ]] && hint no-answer
[[ $answer == *mot* ]] && hint too-much
[[ $answer =~ ^[0-9]+$ ]] && hint another-number
hint in-letters
