# Is certbot here, with what it needs to speak to nginx?
if [[ -x /usr/bin/certbot ]]; then
  [[ -d /usr/lib/python3/dist-packages/certbot_nginx ]] && exit 0
  hint no-plugin
fi
hint nothing-yet
