# Are there two articles of one's own in the site's feed?
[[ $NAME ]] || hint no-name
# The address as the name's own server says it: a resolver may remember an older one.
at=$(timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "$NAME" | head -n 1)
feed=$(curl -sLk -m 6 -A boite-check --connect-to "::$at:" "http://$NAME/?feed=rss2")
[[ $feed == *'<rss'* ]] || hint not-answering
read -r long < <(awk 'BEGIN { RS = "<item>" } NR > 1 && !/[?]p=1</ { sub(/.*<content:encoded>/, ""); sub(/<\/content:encoded>.*/, ""); if (length($0) > 250) long++ } END { print long + 0 }' <<<"$feed")
((long > 1)) && exit 0
hint only-one
