# Was a certificate renewed? certbot keeps every one that it got, with its number.
shopt -s nullglob
for second in /etc/letsencrypt/archive/*/cert2.pem; do [[ -s $second ]] && exit 0; done
grep -qs 'not yet due\|not due for renewal' /var/log/letsencrypt/letsencrypt.log && hint not-due
hint nothing-yet
