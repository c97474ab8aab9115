# Can one find one's way through an article by its headings: one at least, of the second level first, and no picture that says nothing to who does not see it?
[[ $NAME ]] || hint no-name
# The address as the name's own server says it: a resolver may remember an older one.
at=$(timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "$NAME" | head -n 1)
articles=$(curl -sLk -m 6 -A boite-check --connect-to "::$at:" "http://$NAME/?rest_route=/wp/v2/posts&per_page=20&_fields=content")
[[ $articles == \[* ]] || hint not-answering
# Pictures without any text, not those whose text is empty on purpose.
grep -oE '<img [^>]*>' <<<"$articles" | grep -qv 'alt=' && hint image-without-text
# The title is the only heading of the first level.
[[ $articles == *'<h1'* ]] && hint second-title
[[ $articles == *'<h2'* ]] && exit 0
[[ $articles == *'<h'[3-6]* ]] && hint skips-a-level
hint no-heading
