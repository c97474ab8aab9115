# Did a command list the contents of a folder?
ran '(ls|ll|la|l|dir|vdir|tree|find|du)( .*)?' && exit 0
ran '(echo|printf) .*[*].*' && exit 0

tried_anything || hint nothing-yet
recent 3
tried '([Ll][Ss]|LL|DIR|TREE)( .*)?' && hint capitals
ended 127 '.*' && hint unknown-command
hint another-command
