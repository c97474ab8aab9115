# Did a command show in which folder the shell stands?
ran 'pwd( .*)?' && exit 0
ran '(dirs|realpath|readlink)( .*)?' && exit 0
ran '(echo|printf) (.* )?[^\]*\$\{?PWD\}?.*' && exit 0

tried_anything || hint nothing-yet
recent 3
tried '[Pp][Ww][Dd]( .*)?' && hint capitals
ended 127 '.*' && hint unknown-command
hint another-command
