# Is there a text among the site's contents that is not a draft, and says something?
shopt -s nullglob globstar
why=nothing-yet
for text in /root/*/content/**/*.md /root/content/**/*.md /srv/*/content/**/*.md /srv/content/**/*.md /home/*/*/content/**/*.md; do
  if grep -Eiq '^draft *[:=] *true' "$text"; then
    why=a-draft
  elif (($(wc -m <"$text") < 200)); then
    why=too-short
  else
    exit 0
  fi
done
hint "$why"
