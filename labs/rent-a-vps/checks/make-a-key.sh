# Is there a pair of keys where ssh looks for them?
for public in ~/.ssh/id_*.pub; do
  [[ -s $public && -s ${public%.pub} ]] && exit 0
done
shopt -s nullglob
for file in ~/.ssh/id_*; do hint half; done
for public in ~/.ssh/*.pub ~/*.pub ~/*/*.pub /tmp/*.pub; do hint elsewhere; done
hint nothing-yet
