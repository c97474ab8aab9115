# Did a command show what is in the file, without opening it for writing?
[[ -s ~/permanence/note.txt ]] || hint no-file-yet

reader='(cat|less|more|head|tail|tac|nl|most|pg|fold|fmt|sort|uniq|grep|egrep|sed|awk|cut|strings|view|od|hexdump|xxd|pr|rev|zcat)'
# The file by its name, by a pattern, or as standard input.
file='[^ >]*(note[^ >]*|[*?][^ >]*)'
# 0: ended well; -: still shows it; 130: left with Ctrl-C; 141: its reader had enough.
ended '0|-|130|141' "$reader ([^>]* )?<?$file( [^>]*)?( 2>.*)?" && exit 0
ran '<[^ ]*note.*|(echo|printf) .*(<|cat ).*note.*' && exit 0

# Opened again after having been written: meant to read it.
[[ $COMMANDS =~ nano[^$'\n']*note.*nano[^$'\n']*note ]] && edited=1
recent 3
tried 'cat .*>.*note.*' && hint written-not-read
ended '[1-9][0-9]*' "$reader .*note.*" && hint not-here
# Still waiting for words, or left with Ctrl-C or Ctrl-D: whatever became of it.
tried "$reader" && hint forgot-name
tried "$reader .*" && hint other-file
[[ ${edited-} ]] && hint in-nano
hint not-yet
