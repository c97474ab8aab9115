# Was the film downloaded through each of the three boxes?
box= got= other= cut=
while IFS=$'\t' read -r code line; do
  line=${line,,}
  [[ $code == 0 && $line =~ ^box\ (aurore|boreal|cigale)$ ]] && box=${BASH_REMATCH[1]}
  [[ $line =~ ^(time\ )?(curl|wget)\  ]] || continue
  at=$box
  [[ $line =~ (aurore|boreal)\.acces-exemple\.net ]] && at=${BASH_REMATCH[1]}
  if [[ $line != *videos-exemple.fr/film* ]]; then other=1
  elif [[ $code != 0 ]]; then cut=1
  elif [[ $at && $got != *" $at "* ]]; then got+=" $at "
  fi
done <<<"$COMMANDS"
set -- $got
[[ $# == 3 ]] && exit 0
[[ $# == 2 ]] && hint two-boxes
[[ $# == 1 ]] && hint one-box
[[ $cut ]] && hint cut-short
[[ $other ]] && hint another-file
hint nothing-yet
