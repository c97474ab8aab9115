# Is the desktop plugged into one of the three boxes?
[[ $(<~/.box) =~ ^'# box '(aurore|boreal|cigale) ]] && exit 0

tried_anything || hint nothing-yet
recent 3
ended 2 'box .+' && hint unknown-box
tried 'box' && hint listed-only
hint another-command
