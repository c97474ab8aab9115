# Which checks pass right now? Lives in the machine, one per machine: requests come in on stdin, one line per check goes out.
#
# In:  `<verb> <name> <length>`, then a line of that many characters: its text, in the form that printf %b reads.
#   script <step>      remember the check of this step        forget -    forget every script
#   commands -         what was observed: see `ran` below      raw -       the same, as typed
#   answer -           the short answer                        fact <NAME>  a variable that checks may read
#                                                              check <n>   run these steps' checks, in order
# Out: `<n> <step> <exit code, or "late" or "long"> <last line of its output>`, then `<n> end`.
#
# Started by `env -i` with nothing of the trainee's environment. Each check runs in a fork of this shell (no exec: forty
# machines must be cheap) and in its own process group, so that everything it started dies with it.
exec 2>/dev/null
set -m
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
unset HOME
HOME=~
USER=$(id -un)
export PATH LC_ALL HOME USER
readonly BOITE_SECONDS=${1:-10} BOITE_MAX_BYTES=65536

declare -A BOITE_SCRIPTS=()
COMMANDS= BOITE_RAW= ANSWER=
# One anonymous pipe for the output of every check, open at both ends: no file, nothing to clean.
exec {BOITE_PIPE}<> <(:)

# Ends a check: not passed, and why.
hint() {
  printf 'hint: %s\n' "$1"
  exit 1
}

# COMMANDS: one simple command per line, `<exit code, or - while it runs><tab><words joined by one space>`.
# Quotes, paths of programs and `sudo` are already taken away; the runner does it (simple-commands.ts).

# Was a command observed that ended with an exit code matching $1, and that matches the extended regular expression $2 from
# end to end? (`.*` and `[^…]` stay within one command.)
ended() {
  local pattern=${2//.\*/[^]*}
  pattern=${pattern//'[^'/$'[^\n'}
  [[ $COMMANDS =~ $'\n'($1)$'\t'($pattern)$'\n' ]]
}
# … that succeeded?
ran() { ended 0 "$1"; }
# … that still runs?
runs() { ended - "$1"; }
# … whatever became of it?
tried() { ended '[0-9]+|-' "$1"; }
# From here on `ran`, `ended`… look at the last $1 commands only: a hint answers the latest attempt.
recent() {
  local lines
  ((${#COMMANDS} > 1)) || return 0
  mapfile -t lines <<<"${COMMANDS:1:-1}"
  printf -v COMMANDS '%s\n' "${lines[@]:$((${#lines[@]} > $1 ? ${#lines[@]} - $1 : 0))}"
  COMMANDS=$'\n'$COMMANDS
}
# Was any command observed at all?
tried_anything() { [[ -n $BOITE_RAW ]]; }

# Does one of the trainee's shells stand in this folder now? (PID 1 is the supervisor, not a shell of theirs.)
shell_in() {
  local process line
  for process in /proc/[0-9]*; do
    [[ $process != /proc/1 && $process/cwd -ef $1 ]] || continue
    { read -r line <"$process/stat"; } 2>/dev/null || continue
    # name in parentheses, then state, parent, group, session, terminal (0: none)
    [[ $line =~ ^[0-9]+' (bash) '[^' ']+' '[0-9]+' '[0-9]+' '[0-9]+' '[1-9] ]] && return 0
  done
  return 1
}

# Is a program of this name running?
program_runs() {
  local process name
  for process in /proc/[0-9]*/comm; do
    { read -r name <"$process"; } 2>/dev/null && [[ $name == "$1" ]] && return 0
  done
  return 1
}

# Runs the check of step $2 and prints its line for request $1.
boite_check() {
  local output='' status='' pid rest
  (
    set +m
    trap 'status=$?; printf "\n%s\0" "$status"' EXIT
    exec >&"$BOITE_PIPE" 2>&1 {BOITE_PIPE}>&-
    eval "${BOITE_SCRIPTS[$2]}"
  ) <<<"$BOITE_RAW" &
  pid=$!
  if IFS= read -r -d '' -n "$BOITE_MAX_BYTES" -t "$BOITE_SECONDS" -u "$BOITE_PIPE" output; then
    if ((${#output} < BOITE_MAX_BYTES)); then
      status=${output##*$'\n'}
      output=${output%$'\n'*}
    else
      status=long
    fi
  else
    status=late
  fi
  kill -KILL -- "-$pid"
  wait "$pid"
  if [[ $status == l* ]]; then
    # What it wrote after we stopped listening must not become the next check's output.
    exec {BOITE_PIPE}>&-
    exec {BOITE_PIPE}<> <(:)
  fi
  while [[ $output == *$'\n' ]]; do output=${output%$'\n'}; done
  rest=${output##*$'\n'}
  rest=${rest:0:300}
  printf '%s %s %s %s\n' "$1" "$2" "$status" "${rest//[[:cntrl:]]/?}"
}

while read -r verb name length; do
  IFS= read -rN "$length" text
  read -r _
  case $verb in
    script) printf -v "BOITE_SCRIPTS[$name]" '%b' "$text" ;;
    forget) BOITE_SCRIPTS=() ;;
    commands) printf -v COMMANDS '\n%b' "$text" ;;
    raw) printf -v BOITE_RAW '%b' "$text" ;;
    answer) printf -v ANSWER '%b' "$text" ;;
    fact) [[ $name =~ ^(NAMES?|SERVERS?|SERVER_NAME|SERVER2|PSEUDONYM)$ ]] && printf -v "$name" '%b' "$text" ;;
    check)
      for step in $text; do boite_check "$name" "$step"; done
      printf '%s end\n' "$name"
      ;;
  esac
done
