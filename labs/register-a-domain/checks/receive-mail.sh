# Does one of the seat's names say where its mail goes?
[[ $NAME ]] || hint no-name
ask() { timeout 3 dig +short +time=1 +tries=1 @ns1.bureau-exemple.net "$@"; }
for name in $NAMES; do
  [[ $(ask MX "$name") =~ ^[0-9]+\ .*\. ]] && exit 0
done
for owner in mail www courrier; do
  [[ $(ask MX "$owner.$NAME") =~ ^[0-9]+\ .*\. ]] && hint elsewhere
done
hint nothing-yet
