# Does WordPress answer under the name: its wizard, or the site itself?
[[ $NAME ]] || hint no-name
# The address as the name's own server says it: a resolver may remember an older one.
at=$(timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net A "$NAME" | head -n 1)
page=$(curl -sLk -m 6 -A boite-check --connect-to "::$at:" -w '\n%{http_code}' "http://$NAME/")
code=${page##*$'\n'}
[[ $page == */etc/wordpress/config-* ]] && hint no-config
# WordPress says so in its own language, always with this class or this status.
[[ $code == 500 && $page == *wp-die-message* ]] && hint no-database
# The page that came with nginx, or the host's own.
[[ $page == *'Welcome to nginx!'* || $page == *hebergeur-exemple* ]] && hint still-nginx
[[ $code == 200 && $page == *wp-@(admin|content|includes)/* ]] && exit 0
hint broken
