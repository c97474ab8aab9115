# Is the desktop plugged into the box that neither lies nor slows, and is that the one chosen? (Everybody passes by it while comparing.)
answer=${ANSWER,,}
[[ $answer =~ [^[:space:]] ]] || hint no-answer
[[ $answer == *cigale* ]] || hint another-box
box=$(<~/.box)
[[ $box == '# box aurore'* ]] && hint on-aurore
[[ $box == '# box boreal'* ]] && hint on-boreal
[[ $box == '# box cigale'* && $(timeout 4 dig +short +time=1 www.journal-exemple.fr) =~ [0-9] ]] && exit 0
hint on-none
