# Did goaccess write a report (a page, JSON or a table) that counts the crowd?
most=-1
while read -r file; do
  count=$(grep -aoE -m 1 '"?unique_visitors"?: *[0-9]+' "$file" | head -n 1)
  # In a table of comma-separated values the number stands before its name.
  [[ $count ]] || count=$(grep -aoE -m 1 '"[0-9]+","unique_visitors"' "$file" | head -n 1)
  [[ $count =~ [0-9]+ ]] && ((BASH_REMATCH[0] > most)) && most=${BASH_REMATCH[0]}
done < <(find /root /home /var/www /var/lib/wordpress /srv /tmp /usr/share/wordpress /usr/share/nginx -xdev -type f -size -4096k \( -name '*.html' -o -name '*.json' -o -name '*.csv' \) -exec grep -lasE 'unique_visitors' {} + </dev/null)
((most >= 10)) && exit 0
((most >= 0)) && hint almost-empty
[[ -x /usr/bin/goaccess ]] && hint nothing-yet
hint no-goaccess
