# Does a web server answer on this machine?
(exec 3<>/dev/tcp/127.0.0.1/80) && exit 0
[[ -x /usr/sbin/nginx || -x /usr/sbin/apache2 || -x /usr/sbin/lighttpd ]] && hint stopped
compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null || hint no-list
hint nothing-yet
