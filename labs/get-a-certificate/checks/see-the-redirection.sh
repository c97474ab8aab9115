# Was it seen what happens to somebody who asks for the plain http address?
[[ $NAME ]] || hint no-name
names=${NAMES//./\\.}
plain="(http://)?(www\\.)?(${names// /|})(:80)?(/[^ ]*)?"
shows='(-[a-zA-Z]*[IivL][a-zA-Z]*|--head|--include|--verbose|--location)'
ran "curl (.* )?$shows (.* )?$plain( .*)?" && exit 0
ran "curl (.* )?$plain (.* )?$shows( .*)?" && exit 0
ran "wget (.* )?$plain( .*)?" && exit 0

recent 3
tried "curl (.* )?$plain( .*)?" && hint page-only
tried "curl (.* )?https://(www\\.)?(${names// /|}).*" && hint already-https
hint nothing-yet
