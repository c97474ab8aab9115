# Does something write down again and again whether the site answers?
[[ $NAME ]] || hint no-name
[[ -s ~/sonde.txt ]] || hint nothing-yet
grep -q ' 200$' ~/sonde.txt || hint only-failures
[[ $(find ~/sonde.txt -newermt '-20 seconds') ]] || hint asleep
exit 0
