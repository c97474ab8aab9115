# Is there a page with the legal notice?
[[ $NAME ]] || hint no-name
# The address as the name's own server says it: a resolver may remember an older one.
at=$(timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "$NAME" | head -n 1)
pages=$(curl -sLk -m 6 -A boite-check --connect-to "::$at:" "http://$NAME/?rest_route=/wp/v2/pages&per_page=50&_fields=slug")
[[ $pages == \[* ]] || hint not-answering
[[ $pages =~ mentions|legal ]] && exit 0
articles=$(curl -sLk -m 6 -A boite-check --connect-to "::$at:" "http://$NAME/?rest_route=/wp/v2/posts&per_page=50&_fields=slug")
[[ $articles =~ mentions|legal ]] && hint an-article
hint nothing-yet
