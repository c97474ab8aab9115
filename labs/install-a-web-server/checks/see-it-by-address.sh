# Did somebody ask this server for a page, from elsewhere? Its own journal of visits says so; our checks sign theirs.
shopt -s nullglob
visits=$(grep -hv boite-check /var/log/nginx/*access.log /var/log/apache2/*access.log </dev/null)
[[ $visits ]] || hint nobody-came
grep -qEv '^(127\.|::1)' <<<"$visits" && exit 0
hint from-inside
