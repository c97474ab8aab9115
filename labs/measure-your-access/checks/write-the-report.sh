# Does rapport.txt say which box denies what, which box slows what, and by how much, without lending intentions?
[[ -f ~/rapport.txt ]] || hint no-file
text=$(<~/rapport.txt)
text=${text,,}
[[ $text =~ [^[:space:]] ]] || hint empty
[[ $text =~ exprès|expres|volontairement|délibérément|deliberately|'on purpose'|intentionally|scandale|scandal|malhonn|dishonest ]] && hint accuses
[[ $text =~ bor(e|é|É)al && $text == *journal* ]] || hint no-lie
[[ $text == *aurore* && $text =~ vid(e|é)o|film ]] || hint no-slowness
[[ $text =~ [0-9] ]] || hint no-measure
exit 0
