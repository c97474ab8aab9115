# Was a running program stopped by the trainee? 130: by Ctrl-C (128 + SIGINT); 131: by Ctrl-\; 137, 143: by kill.
ended 130 '.*' && exit 0
ended '131|137|143' '(sleep|yes|top|watch|tail|cat) ?.*' && exit 0
# Put aside by Ctrl-Z, then ended by its number.
ended 148 '.*' && ran 'kill .*%.*' && exit 0

recent 3
runs '(sleep|yes|top|watch|tail|ping|cat)( .*)?' && hint still-runs
ended 148 '.*' && hint suspended
ended 0 'sleep .*' && hint ended-by-itself
ended '[1-9][0-9]*' 'sleep' && hint no-duration
tried 'sleep[0-9].*' && hint no-space
hint nothing-yet
