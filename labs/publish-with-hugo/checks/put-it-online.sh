# Does the site under the name come from hugo, with its text in the feed? hugo signs its home page.
[[ $NAME ]] || hint no-name
page=$(curl -sL -m 5 -A boite-check -f "http://$NAME/") || hint not-answering
if [[ $page == *'content="Hugo'* ]]; then
  feed=$(curl -sL -m 5 -A boite-check "http://$NAME/index.xml")
  [[ $feed == *'<item>'* ]] && exit 0
fi
hint still-old
