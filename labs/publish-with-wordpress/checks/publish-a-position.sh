# Is there an article of one's own in the site's feed, long enough to say something? The one that came with WordPress does not count.
[[ $NAME ]] || hint no-name
# The address as the name's own server says it: a resolver may remember an older one.
at=$(timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "$NAME" | head -n 1)
feed=$(curl -sLk -m 6 -A boite-check --connect-to "::$at:" "http://$NAME/?feed=rss2")
[[ $feed == *'<rss'* ]] || hint not-answering
read -r all long < <(awk 'BEGIN { RS = "<item>" } NR > 1 && !/[?]p=1</ { all++; sub(/.*<content:encoded>/, ""); sub(/<\/content:encoded>.*/, ""); if (length($0) > 250) long++ } END { print all + 0, long + 0 }' <<<"$feed")
((long > 0)) && exit 0
((all > 0)) && hint too-short
hint nothing-yet
