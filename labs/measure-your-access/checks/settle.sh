# Is the desktop plugged into the box that neither lies nor slows, and does it find the newspaper?
box=$(<~/.box)
[[ $box == '# box aurore'* ]] && hint on-aurore
[[ $box == '# box boreal'* ]] && hint on-boreal
[[ $box == '# box cigale'* && $(timeout 4 dig +short +time=1 www.journal-exemple.fr) =~ [0-9] ]] && exit 0
hint on-none
