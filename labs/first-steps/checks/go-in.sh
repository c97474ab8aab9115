# Does a shell stand in the folder `permanence`, or did one go there?
[[ -d ~/permanence ]] || hint no-folder-yet
shell_in ~/permanence && exit 0
# Gone in and out again between two looks: seen in the commands.
ran '(cd|pushd) (.*/)?permanence/?' && exit 0

recent 3
shopt -s nocasematch
tried '(cd|pushd) (.*/)?permanence/?' && {
  shopt -u nocasematch
  tried '(cd|pushd) (.*/)?permanence/?' && hint not-found
  hint wrong-case
}
shopt -u nocasematch
tried 'cd[^ ]*permanence/?' && hint no-space
ended '[1-9][0-9]*' '(cd|pushd)( .*)?' && hint not-found
shell_in ~ && hint still-home
hint elsewhere
