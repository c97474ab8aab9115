# Did readers come: as many different visitors (address and program) in the journal as a small crowd has? Where no address is kept, those count whom another site sent.
shopt -s nullglob
(exec 3<>/dev/tcp/127.0.0.1/80) || hint not-answering
journals=(/var/log/nginx/*access*.log /var/log/nginx/visit*.log /var/log/apache2/*access*.log)
read -r came sent < <(awk -F'"' -v own=" $NAMES $SERVERS " '
  /boite-check/ { next }
  { split($1, who, " "); if (!seen[who[1] $6]++) came++ }
  $4 ~ /^https?:/ {
    host = tolower($4); sub(/^https?:\/\//, "", host); sub(/[\/:?#].*$/, "", host); sub(/^www\./, "", host)
    if (!index(own, " " host " ")) sent++
  }
  END { print came + 0, sent + 0 }' "${journals[@]}" </dev/null)
((came >= 20 || sent >= 20)) && exit 0
((came >= 3)) && hint only-a-few
hint nobody
