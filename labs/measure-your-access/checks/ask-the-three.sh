# Was the newspaper's address asked for through each of the three boxes?
box= asked= other=
while IFS=$'\t' read -r code line; do
  line=${line,,}
  [[ $code == 0 && $line =~ ^box\ (aurore|boreal|cigale)$ ]] && box=${BASH_REMATCH[1]}
  [[ $line =~ ^(dig|kdig|host|nslookup|drill|getent|resolvectl)\  ]] || continue
  # Through the box that is plugged in, or by naming another's resolver.
  at=$box
  [[ $line =~ (aurore|boreal|cigale)\.acces-exemple\.net ]] && at=${BASH_REMATCH[1]}
  if [[ $line != *journal-exemple.fr* ]]; then other=1
  elif [[ $at && $asked != *" $at "* ]]; then asked+=" $at "
  fi
done <<<"$COMMANDS"
set -- $asked
[[ $# == 3 ]] && exit 0
[[ $# == 2 ]] && hint two-boxes
[[ $# == 1 ]] && hint one-box
[[ $other ]] && hint another-name
hint no-question
