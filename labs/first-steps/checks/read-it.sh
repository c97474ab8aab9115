# Did a command show what is in the file, without opening it for writing?
[[ -s ~/permanence/agenda.txt ]] || hint no-file-yet

reader='(cat|less|more|head|tail|tac|nl|most|pg|fold|fmt|sort|uniq|grep|egrep|sed|awk|cut|strings|view|od|hexdump|xxd|pr|rev|zcat)'
# The file by its name, by a pattern, or as standard input.
file='[^ >]*(agenda[^ >]*|[*?][^ >]*)'
# 0: ended well; -: still shows it; 130: left with Ctrl-C; 141: its reader had enough.
ended '0|-|130|141' "$reader ([^>]* )?<?$file( [^>]*)?( 2>.*)?" && exit 0
ran '<[^ ]*agenda.*|(echo|printf) .*(<|cat ).*agenda.*' && exit 0

# Opened again after having been written: meant to read it.
[[ $COMMANDS =~ nano[^$'\n']*agenda.*nano[^$'\n']*agenda ]] && edited=1
recent 3
tried 'cat .*>.*agenda.*' && hint written-not-read
ended '[1-9][0-9]*' "$reader .*agenda.*" && hint not-here
runs "$reader" && hint forgot-name
ended '130' "$reader" && hint forgot-name
tried "$reader .*" && hint other-file
[[ ${edited-} ]] && hint in-nano
hint not-yet
