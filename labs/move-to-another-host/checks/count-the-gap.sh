# Did the probe see both servers, and less than a minute (thirty knocks, two seconds apart) without an answer?
[[ -s ~/sonde.txt ]] || hint nothing-yet
read -r verdict < <(awk '
  $2 == 200 { if (first == "") first = $1; last = $1; gap = 0; good = NR; next }
  { if (++gap > longest) longest = gap }
  END {
    if (first == "" || good != NR) print "fails-now"
    else if (last == first) print "still-old"
    else if (longest >= 30) print "too-long"
    else print "moved"
  }' ~/sonde.txt)
[[ $verdict == moved ]] && exit 0
[[ $verdict == still-old ]] && hint still-old
[[ $verdict == too-long ]] && hint too-long
hint fails-now
