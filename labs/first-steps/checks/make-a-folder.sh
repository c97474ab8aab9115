# Is there a folder `permanence` in the home folder?
cd || exit
[[ -d permanence ]] && exit 0
[[ -e permanence ]] && hint a-file

shopt -s nullglob nocasematch nocaseglob
# The folders that were there on the first day are not an attempt.
given() { [[ -e /usr/share/boite/home/fr/$1 || -e /usr/share/boite/home/en/$1 ]]; }
near= other=
for folder in */; do
  folder=${folder%/}
  if [[ $folder == permanence ]]; then hint wrong-case; fi
  if [[ $folder == *perm* ]]; then near=1; elif ! given "$folder"; then other=1; fi
done
[[ $near ]] && hint near-name
for folder in */permanence .*/permanence */*/permanence /tmp/permanence /var/tmp/permanence; do
  if [[ -d $folder ]]; then hint wrong-place; fi
done
tried 'mkdir' && hint no-name
[[ $other ]] && hint other-name
hint nothing-yet
