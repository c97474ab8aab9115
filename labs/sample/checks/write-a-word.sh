# Is something written in ~/mot.txt? A check looks at the state of the machine: any right way leads there.
cd || exit
[[ -d mot.txt ]] && hint a-folder
if [[ -f mot.txt ]]; then
  grep -q '[^[:space:]]' mot.txt && exit 0
  hint empty
fi

# Not done: the most precise hint first.
shopt -s nullglob
for file in *.txt mot note; do [[ -f $file ]] && hint other-name; done
hint nothing-yet
