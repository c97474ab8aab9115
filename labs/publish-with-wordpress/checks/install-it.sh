# Is WordPress installed: does the home page come, and not the wizard?
[[ $NAME ]] || hint no-name
# The address as the name's own server says it: a resolver may remember an older one.
at=$(timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "$NAME" | head -n 1)
page=$(curl -sLk -m 6 -A boite-check --connect-to "::$at:" -w '\n%{http_code} %{url_effective}' "http://$NAME/")
last=${page##*$'\n'}
[[ $last == *install.php* ]] && hint not-installed
[[ $last == 200* && $page == *wp-content* ]] && exit 0
hint not-answering
