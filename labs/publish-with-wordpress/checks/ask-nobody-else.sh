# Do the home page and a page with a comment ask for nothing elsewhere: no picture, program, style or hurried look-up of a foreign host? Links do not count.
[[ $NAME ]] || hint no-name
# The address as the name's own server says it: a resolver may remember an older one.
at=$(timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "$NAME" | head -n 1)
ask() { curl -sLk -m 4 -A boite-check --connect-to "::$at:" "http://$NAME/$1"; }
commented=$(ask '?rest_route=/wp/v2/comments&per_page=1&_fields=post')
[[ $commented == \[* ]] || hint not-answering
# A page that came too late, or half, says nothing of what it asks for.
pages=$(ask '') || hint not-answering
[[ $pages == *wp-content* ]] || hint not-answering
if [[ $commented =~ [0-9]+ ]]; then
  pages+=$(ask "?p=${BASH_REMATCH[0]}") || hint not-answering
fi
called=$(grep -oiE "(\bsrc|srcset)=[\"']?(https?:)?//[^/\"' >]+|<link [^>]*rel=[\"'](stylesheet|preconnect|dns-prefetch|preload|icon)[\"'][^>]*//[^/\"' ]+" <<<"$pages" | grep -oE '//[^/ ]+$' | sort -u | grep -vE "^//(www\.)?${NAME//./\\.}(:[0-9]+)?$")
[[ $called ]] || exit 0
[[ $called == *gravatar* ]] && hint avatars
hint another-host
