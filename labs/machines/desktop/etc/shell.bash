# What does every interactive shell of a trainee start with? Prompt, history, no frozen screen, and the OSC 133 marks
# that tell the page where a command begins and ends (kitty's form: C carries the command line, percent-encoded).
[[ $- == *i* ]] || return 0
[[ -z ${__boite_loaded-} ]] || return 0
__boite_loaded=1

# Ctrl-S would freeze the terminal until Ctrl-Q, which nobody new to it can guess.
stty -ixon 2>/dev/null

# Their commands lie where every Linux has them, written as they come: on this machine, with their other files, for whoever takes their work home.
HISTSIZE=500
HISTFILE=~/.bash_history
unset HISTCONTROL HISTTIMEFORMAT HISTIGNORE
shopt -s checkwinsize cmdhist
alias ls='ls --color=auto' grep='grep --color=auto'
[[ -z ${BASH_COMPLETION_VERSINFO-} && -r /usr/share/bash-completion/bash_completion ]] && . /usr/share/bash-completion/bash_completion

# The access box that this desktop is plugged into (`box` writes ~/.box): its way out for pages in clear is a variable of the shell.
__boite_box() { unset http_proxy; [[ -r ~/.box ]] && . ~/.box; return 0; }
box() { command box "$@" && __boite_box; }
__boite_box

__boite_open=$'\e]133;' __boite_close=$'\a'

# History numbers of this command and of the one before: the same when the history did not keep it.
__boite_number=0
__boite_before=0
__boite_ran=

# Prints $1 percent-encoded, byte by byte, 2048 bytes at most (RFC 3986 section 2.1).
__boite_encode() {
  local LC_ALL=C text=${1:0:2048} out= i c
  for ((i = 0; i < ${#text}; i++)); do
    c=${text:i:1}
    case $c in
      [a-zA-Z0-9./_-]) out+=$c ;;
      *) printf -v c '%d' "'$c"; printf -v c '%%%02X' $((c & 255)); out+=$c ;;
    esac
  done
  printf '%s' "$out"
}

# Before a command: mark C with the command line (empty when the history did not keep it).
__boite_before_command() {
  local line number
  line=$(LC_ALL=C HISTTIMEFORMAT='' builtin history 1)
  line=${line#"${line%%[! ]*}"}
  number=${line%%[!0-9]*}
  line=${line#"$number"}
  line=${line#[ *]}
  line=${line# }
  [[ $number == "$__boite_number" && $number != "$__boite_before" ]] || line=
  printf '%sC;cmdline_url=%s%s' "$__boite_open" "$(__boite_encode "$line")" "$__boite_close"
}

# Before a prompt: mark D with the exit code, when a command ran.
__boite_before_prompt() {
  local code=$?
  [[ -n $__boite_ran ]] && printf '%sD;%s%s' "$__boite_open" "$code" "$__boite_close"
  __boite_ran=
  builtin history -a 2>/dev/null
  return $code
}

PROMPT_COMMAND=(__boite_before_prompt)
# The first part prints nothing: it notes what the $( ) after it, a child, cannot. `\!` stands for this command's number only
# in PS0 (bash 5.2 counts one less for it in ${…@P}).
PS0='${PS0:$((__boite_before = __boite_number, __boite_number = \!, __boite_ran = 1, 0)):0}$(__boite_before_command)'
PS1='\['"${__boite_open}A$__boite_close"'\]\[\e[1;32m\]\u@\h\[\e[0m\]:\[\e[1;34m\]\w\[\e[0m\]\$ \['"${__boite_open}B$__boite_close"'\]'
PS2='> '
