# Is there something written in ~/permanence/agenda.txt?
[[ -d ~/permanence ]] || hint no-folder-yet
cd ~/permanence || hint no-folder-yet
if [[ -f agenda.txt ]]; then
  grep -q '[^[:space:]]' agenda.txt && exit 0
  program_runs nano && hint not-saved
  hint empty
fi
[[ -d agenda.txt ]] && hint a-folder

shopt -s nullglob nocasematch
for file in *agenda* agenda; do [[ -f $file ]] && hint near-name; done
for file in ~/agenda* ~/*/agenda* /tmp/agenda*; do [[ -f $file ]] && hint wrong-place; done
program_runs nano && hint not-saved
ran 'nano( .*)?' && hint left-without-saving
for file in *; do [[ -f $file ]] && hint other-name; done
hint no-file-yet
