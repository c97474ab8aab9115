# Is there a site's folder with what says how its pages look?
shopt -s nullglob
found=
for config in /root/{,*/}{config,hugo}.{toml,yaml} /srv/{,*/}{config,hugo}.{toml,yaml} /home/*/{,*/}{config,hugo}.{toml,yaml}; do
  folder=${config%/*}
  [[ -d $folder/content || -d $folder/layouts ]] || continue
  found=1
  [[ -s $folder/layouts/index.html || -s $folder/layouts/_default/baseof.html ]] && exit 0
  for theme in "$folder"/themes/*/layouts; do exit 0; done
done
[[ $found ]] && hint no-layout
hint nothing-yet
