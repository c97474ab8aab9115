// What does the runner say while it starts, is up, and is purged, in French?

export const fr = {
  'site.building': 'Construction du site',
  'site.failed': (tail: string, log: string) =>
    `Le site ne se construit pas. Corrigez ce que disent ces lignes, puis relancez la commande.\n${tail}\nTout le journal : ${log}`,
  'images.building': (image: string) =>
    image === 'base' ? 'Image de base (Debian 12)' : `Image de la machine « ${image} »`,
  'images.pull': 'téléchargement',
  'images.debootstrap': 'construction depuis Debian',
  'images.import': 'importation',
  'images.build': 'construction',
  'images.done': 'prête',
  'images.failed': (reason: string) =>
    `Les images des machines ne se construisent pas. La première fois, il faut Internet ; vérifiez la connexion, puis relancez la commande. Le moteur dit :\n${reason}`,
  'images.changed': (names: string) => `Machine modifiée : ${names}. Son image est reconstruite.`,
  'images.renewed': (names: string) =>
    `Image à jour : ${names}. Une machine ouverte reste comme elle est ; « Recommencer le lab » en donne une neuve.`,
  'images.shared':
    'Les serveurs du petit Internet d’une séance ouverte gardent leur ancienne image : arrêtez le programme et lancez npm run purge -- --keep-images pour les refaire.',
  'disk.short': (free: string, need: string, where: string) =>
    `Il reste ${free} Go libres dans ${where}, où Docker garde ses images ; il en faut ${need}. Libérez de la place, puis relancez la commande.`,

  'engine.absent': (socket: string) =>
    `Aucun moteur Docker ne répond sur « ${socket} ». Démarrez Docker (sudo systemctl start docker), ou vérifiez --docker-socket et DOCKER_HOST, puis relancez la commande.`,
  'engine.forbidden': (socket: string) =>
    `Ce compte n’a pas le droit d’utiliser le moteur Docker de « ${socket} ». Tapez : sudo usermod -aG docker $USER, fermez la session, ouvrez-la de nouveau, puis relancez la commande.`,
  'engine.silent': (socket: string) =>
    `Le moteur Docker de « ${socket} » accepte les connexions, mais ne répond pas. Redémarrez-le (sudo systemctl restart docker), ou vérifiez --docker-socket et DOCKER_HOST, puis relancez la commande.`,
  'engine.strange': (socket: string, reason: string) =>
    `Le moteur Docker de « ${socket} » répond mal (${reason}). Vérifiez --docker-socket et DOCKER_HOST, ou redémarrez Docker (sudo systemctl restart docker), puis relancez la commande.`,
  'site.locked': (lock: string, minutes: number) =>
    `Un autre programme construit le site depuis plus de ${minutes} minutes. Attendez qu’il ait fini ; si rien ne tourne, supprimez ${lock}, puis relancez la commande.`,
  'files.forbidden': (path: string, code: string) =>
    `Le système refuse ${path} à votre compte (${code}). Donnez à votre compte le droit d’y écrire, par exemple en tapant dans le dossier du cours : sudo chown -R $USER . Puis relancez la commande.`,
  'files.read-only': (path: string, code: string) =>
    `${path} est sur un disque en lecture seule (${code}). Copiez le cours sur un disque où l’on peut écrire, puis relancez la commande.`,
  'files.full': (path: string, code: string) =>
    `Le disque est plein, ou votre compte n’y a plus droit à rien : ${path} ne peut pas être écrit (${code}). Libérez de la place, puis relancez la commande.`,

  'house.unsafe':
    'La séance ne s’ouvre pas : une machine d’essai a pu sortir du réseau isolé, ou l’isolement n’a pas pu être prouvé. Lancez npm run doctor ; le détail est dans le journal.',
  'house.failed':
    'La séance ne s’ouvre pas : le moteur Docker n’a pas pu faire son réseau ou sa première machine. Lancez npm run doctor ; le détail est dans le journal.',
  'internet.opening': 'Petit Internet de la séance',
  'internet.late':
    'Le petit Internet n’est pas encore là : la séance s’ouvre sans l’attendre, et il continue d’essayer. Le détail est dans le journal.',
  'banner.ready': (title: string) => `La séance « ${title} » est ouverte.`,
  'banner.trainees': 'Adresse à donner',
  'banner.here': 'Sur cette machine',
  'banner.code': 'Code de la séance',
  'banner.trainer':
    'Page de la formatrice ou du formateur (ce lien sert une seule fois, gardez-le pour vous)',
  'banner.qr': 'À projeter : ce code mène à la page d’entrée.',
  'banner.plain-http':
    'Sans https, ce qui est tapé circule en clair sur le réseau de la salle : aucun vrai mot de passe dans les exercices.',
  'banner.loopback-only':
    'Le programme n’écoute que sur cette machine : personne d’autre ne peut entrer. Pour une salle : npm start -- --host 0.0.0.0',
  'banner.no-lan':
    'Aucune carte réseau n’a d’adresse : reliez cette machine au réseau de la salle, puis relancez.',
  'banner.unreachable': (port: number) =>
    `Si les participant·es n’arrivent pas à ouvrir l’adresse : leurs appareils sont-ils sur le même réseau (même Wi-Fi) ? Le pare-feu de cette machine laisse-t-il entrer le port ${port} (sudo ufw allow ${port}/tcp) ? Le Wi-Fi isole-t-il ses clients entre eux (fréquent sur un réseau « invités ») ?`,
  'banner.several':
    'Cette machine a plusieurs adresses. Si la première ne répond pas, essayez les suivantes :',
  'banner.asleep':
    'Cette séance est arrêtée, avec ses machines : « Reprendre », sur la page de la personne qui anime, les fait repartir.',
  'banner.stop': 'Ctrl-C arrête le programme ; les séances ouvertes reprennent au prochain démarrage.',
  'banner.purge': 'Tout effacer : npm run purge',
  'banner.stopped':
    'Arrêté. Les machines et les séances ouvertes restent et reprennent au prochain npm start.',

  'purge.nothing': 'Rien à effacer : aucune trace de cette installation sur cette machine.',
  'purge.running': (pid: string) =>
    `Le programme tourne encore (processus ${pid}). Arrêtez-le d’abord (Ctrl-C dans sa fenêtre), puis relancez npm run purge.`,
  'purge.no-engine':
    'Le moteur Docker ne répond pas : ses conteneurs, réseaux et images ne peuvent pas être vérifiés. Démarrez-le (sudo systemctl start docker), puis relancez npm run purge. Rien n’a été effacé.',
  'purge.engine-absent':
    'Aucun moteur Docker ne répond, et aucune machine n’y a été créée : seules les données sont effacées.',
  'purge.containers': (count: number) => `Conteneurs effacés : ${count}`,
  'purge.networks': (count: number) => `Réseaux effacés : ${count}`,
  'purge.images': (count: number) => `Images effacées : ${count}`,
  'purge.images-kept': 'Images gardées (--keep-images).',
  'purge.images-used': (names: string) => `Images gardées, car une autre installation s’en sert : ${names}`,
  'purge.data': (folder: string) => `Dossier effacé : ${folder}`,
  'purge.engine': 'Moteur Docker démarré par npm start : arrêté.',
  'purge.engine-kept': (pid: string) =>
    `Le moteur Docker démarré par npm start reste en marche, car d’autres conteneurs s’en servent. Pour l’arrêter plus tard : kill ${pid}`,
  'purge.clean': 'Vérifié : il ne reste ni conteneur, ni réseau, ni image, ni donnée de cette installation.',
  'purge.clean-but-images': 'Vérifié : il ne reste ni conteneur, ni réseau, ni donnée de cette installation.',
  'purge.left': (what: string) =>
    `Il reste : ${what}. Relancez npm run purge ; si cela persiste, lancez npm run doctor.`,
  'purge.elsewhere': (folder: string) =>
    `Le dossier ${folder} ne ressemble pas à un dossier de données de ce programme : il n’a pas été effacé.`,
  'purge.no-right': (folder: string) =>
    `Ce compte n’a pas le droit d’effacer tout le dossier ${folder}. Relancez npm run purge avec le compte qui a lancé npm start (ou sudo).`,
  'flag.unknown': (flag: string) => `L’option ${flag} n’existe pas pour cette commande.`,
  'link.new': 'Nouveau lien de formateur·rice (il sert une seule fois, gardez-le pour vous) :',
  'link.no-runner':
    'Aucune séance ne tourne avec ce dossier de données. Lancez npm start ; il affiche le lien.',
  'offline.unreadable': (file: string) =>
    `Le manifeste du paquet hors ligne ne se lit pas (${file}). Refaites la copie : npm run export -- … --offline`,
  'offline.loading': 'Images des machines, comparées à leur empreinte SHA-256 puis chargées',
  'offline.missing': (file: string) =>
    `Il manque les images des machines (${file}) : rien ne démarre. Branchez la clé d’où vient ce cours, et lancez sh demarrer.sh depuis elle.`,
  'offline.tampered': (file: string, expected: string, found: string) =>
    `Le paquet hors ligne a été modifié ou abîmé : rien ne démarre. ${file}\nSHA-256 attendu : ${expected}\nSHA-256 trouvé : ${found}\nRecopiez la clé depuis son original.`,
  'offline.moved': (tag: string) =>
    `L’image « ${tag} » de ce moteur n’est pas celle du paquet hors ligne : rien ne démarre. Retirez-la (docker image rm ${tag}), puis relancez la commande.`,
};
