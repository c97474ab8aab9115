# Is the answer the site that sent the most visitors, as the journal says?
shopt -s nullglob
journals=(/var/log/nginx/*access*.log /var/log/nginx/visit*.log /var/log/apache2/*access*.log)
senders=$(awk -F'"' -v own=" $NAMES " '
  /boite-check/ { next }
  $4 ~ /^https?:\/\// {
    host = tolower($4); sub(/^https?:\/\//, "", host); sub(/[\/:?#].*$/, "", host); sub(/^www\./, "", host)
    if (!index(own, " " host " ") && host !~ /^[0-9.]+$/) n[host]++
  }
  END { for (host in n) print n[host], host }' "${journals[@]}" </dev/null | sort -rn)
[[ $senders ]] || hint nobody-sends
answer=${ANSWER,,}
answer=${answer//[[:space:]]/}
answer=${answer#http://}
answer=${answer#https://}
answer=${answer%%/*}
answer=${answer#www.}
[[ $answer ]] || hint no-answer
# With or without its ending: « jardiniers-exemple » names it, too.
read -r most first < <(head -n 1 <<<"$senders")
while read -r count host; do
  if [[ $answer == "$host" || $answer == "${host%.*}" ]]; then
    ((count == most)) && exit 0
    hint another-one
  fi
done <<<"$senders"
[[ " $NAMES " == *" $answer "* ]] && hint your-own
hint no-site
