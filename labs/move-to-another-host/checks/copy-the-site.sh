# Is there a copy of the page that the first server shows, in a folder or an archive of the desktop?
[[ $SERVER ]] || hint no-server
page=$(curl -s -m 3 -A boite-check "http://$SERVER/")
found=
while IFS= read -r file; do
  found=1
  if [[ $file == *.html ]]; then copy=$(<"$file"); else copy=$(tar xOf "$file" --wildcards '*index*.html'); fi
  # An archive shows its pages one after the other.
  [[ $page && $copy == *"$page"* ]] && exit 0
done < <(find ~ -mindepth 1 -maxdepth 5 -not -path "$HOME/.*" \( -path "$HOME/*/*index*.html" -o -name '*.tar*' -o -name '*.tgz' \) -size +0 -print)
[[ $found ]] && hint not-the-same
hint nothing-yet
