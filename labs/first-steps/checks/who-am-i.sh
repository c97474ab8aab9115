# Is the answer the trainee's user name?
answer=${ANSWER//[[:space:]\"\'\`.]/}
answer=${answer,,}
name=${USER,,}
machine=${HOSTNAME,,}
[[ $answer == "$name" ]] && exit 0

[[ -z $answer ]] && hint no-answer
[[ $answer =~ ^(whoami|quisuisje|qui|who|id|id-un|echo\$user|logname|user|\$user)\??$ ]] && hint the-command
# The name in the prompt, in either language.
[[ $answer == "$machine" || $answer =~ ^(poste|desktop)$ ]] && hint the-machine
[[ $answer == *"$name"* ]] && hint too-much
hint another-name
