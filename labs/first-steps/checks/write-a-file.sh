# Is there something written in ~/permanence/note.txt?
[[ -d ~/permanence ]] || hint no-folder-yet
cd ~/permanence || hint no-folder-yet
if [[ -f note.txt ]]; then
  grep -q '[^[:space:]]' note.txt && exit 0
  program_runs nano && hint not-saved
  hint empty
fi
[[ -d note.txt ]] && hint a-folder

shopt -s nullglob nocaseglob
for file in *note* note; do [[ -f $file ]] && hint near-name; done
for file in ~/note* ~/*/note* /tmp/note*; do [[ -f $file ]] && hint wrong-place; done
program_runs nano && hint not-saved
ran 'nano( .*)?' && hint left-without-saving
for file in *; do [[ -f $file ]] && hint other-name; done
hint no-file-yet
