# Was the list of packages fetched?
for list in /var/lib/apt/lists/*_Packages*; do [[ -s $list ]] && exit 0; done
hint nothing-yet
