# Did a command show the help of another command?
ended '0|-|130|141' '[^ ]+ (.* )?--help( .*)?' && exit 0
ended '0|-|130|141' '(man|info|pinfo|apropos|whatis|tldr) .*[^ ].*' && exit 0
ran 'help [a-z].*' && exit 0
# Some programs show their help and still end with an error.
ended '[12]' '(ssh|ssh-keygen|nc|less|top|yes|dig) .*--help' && exit 0

tried_anything || hint nothing-yet
recent 3
tried '(man|help|info|--help)' && hint of-which
tried '[^ ]+ (.* )?((—|–|−|- )help|-help|–-help|help|-h|--Help|--HELP|\?|/\?)( .*)?' && hint dashes
tried '[^ ]*[^-]--help' && hint dashes
tried '(man|help) .*' && hint unknown-command
ended 127 '.*' && hint unknown-command
hint another-command
