// What does the doctor say, in French?

/** What the number of people is made of: MiB, but for the last three. */
export interface CapacityFigures {
  available: number;
  reserve: number;
  each: number;
  /** People for whom there is memory. */
  inMemory: number;
  cores: number;
  /** People for whom these cores are fast enough. */
  atOnce: number;
}

export const fr = {
  'engine.absent': 'Aucun moteur Docker ne répond.',
  'engine.absent-remedy':
    'Lancez npm start (en root sur Debian ou Ubuntu, il en installe un), ou : sudo systemctl start docker',
  'engine.remote': (host: string) =>
    `DOCKER_HOST vaut « ${host} », un moteur distant : il faut un moteur Docker sur cette machine.`,
  'engine.remote-remedy': 'Retirez la variable : unset DOCKER_HOST',
  'engine.stale': (host: string) => `DOCKER_HOST vaut « ${host} », où aucun moteur Docker ne répond.`,
  'engine.stale-remedy': 'Retirez la variable (unset DOCKER_HOST), ou démarrez ce moteur.',
  'engine.forbidden': (socket: string) =>
    `Docker est là, mais ce compte n’a pas le droit de l’utiliser (${socket}).`,
  'engine.forbidden-remedy':
    'Tapez : sudo usermod -aG docker $USER, fermez la session, ouvrez-la de nouveau, puis relancez la commande.',
  'engine.silent': 'Le moteur Docker accepte les connexions, mais ne répond pas.',
  'engine.strange': (reason: string) => `Le moteur Docker répond mal (${reason}).`,
  'engine.ill-remedy':
    'Redémarrez-le : sudo systemctl restart docker ; si DOCKER_HOST est défini, vérifiez-le.',
  'engine.version': (version: string, api: string, driver: string) =>
    `Moteur Docker ${version} (API ${api}, stockage ${driver}).`,
  'engine.too-old': (oldest: string) =>
    `Il faut Docker ${oldest} ou plus récent : mettez le paquet docker.io à jour.`,
  'runc.closed': (version: string) =>
    `runc ${version} : les évasions de conteneur connues (2024-21626, 2025-31133, 52565, 52881) sont fermées.`,
  'runc.open': (version: string, holes: string) =>
    `runc ${version} laisse ouvertes des évasions de conteneur connues : ${holes}.`,
  'runc.distribution': (version: string, holes: string) =>
    `runc ${version} : d’après son numéro, ${holes} ne sont pas fermées ; votre distribution corrige parfois sans changer le numéro.`,
  'runc.unknown': 'La version de runc est inconnue : ses failles ne peuvent pas être vérifiées.',
  'runc.remedy': 'Mettez runc à jour (1.2.8, 1.3.3 ou plus récent), puis redémarrez Docker.',
  'runc.remedy-distribution':
    'apt-get update && apt-get install --only-upgrade runc, puis cherchez ces numéros dans : apt-get changelog runc. En accès public, n’y mettez rien d’autre.',
  cgroup: (version: number) => `Groupes de contrôle (cgroup) version ${version}.`,
  'users.rootless': 'Moteur sans droits d’administrateur (rootless).',
  'users.shared':
    'Les conteneurs partagent les utilisateurs de l’hôte : convient pour une salle ; pour un accès public, activez userns-remap.',
  'seccomp.on': 'seccomp filtre les appels au noyau.',
  'seccomp.off': 'Le moteur tourne sans seccomp : un conteneur peut appeler tout le noyau.',
  'seccomp.remedy':
    'Utilisez un noyau avec CONFIG_SECCOMP (celui de votre distribution), puis redémarrez Docker.',
  'apparmor.on': 'AppArmor protège les conteneurs.',
  'apparmor.kernel': 'AppArmor n’est pas actif dans ce noyau : une barrière de moins.',
  'apparmor.kernel-remedy':
    'Sur Debian : apt-get install apparmor, ajoutez apparmor=1 security=apparmor au démarrage du noyau, redémarrez.',
  'apparmor.parser':
    'AppArmor est actif dans le noyau, mais apparmor_parser manque : Docker ne peut pas charger son profil.',
  'apparmor.parser-remedy': 'apt-get install apparmor, puis redémarrez Docker.',
  'apparmor.engine': 'AppArmor est prêt, mais le moteur a démarré sans lui.',
  'apparmor.engine-remedy': 'Redémarrez Docker : sudo systemctl restart docker',
  'swap.no-limit': 'Le noyau ne limite pas l’espace d’échange (swap) des conteneurs.',
  'swap.remedy':
    'Ajoutez swapaccount=1 au démarrage du noyau, ou désactivez le swap pendant la séance : sudo swapoff -a',
  'pid-max.enough': (found: number, needed: number) =>
    `Numéros de processus : ${found} (il en faut ${needed}).`,
  'pid-max.low': (found: number, needed: number) =>
    `Numéros de processus : ${found}, trop peu pour la séance (il en faut ${needed}).`,
  'pid-max.remedy': (needed: number) => `Tapez : sudo sysctl kernel.pid_max=${needed}`,
  'inotify.enough': (found: number, needed: number) =>
    `fs.inotify.max_user_instances : ${found} (il en faut ${needed}).`,
  'inotify.raised': (found: number, needed: number) =>
    `fs.inotify.max_user_instances : passé de ${found} à ${needed}, jusqu’au prochain redémarrage.`,
  'inotify.low': (found: number, needed: number) =>
    `fs.inotify.max_user_instances : ${found}, trop peu (il en faut ${needed}) : les dernières machines resteraient figées.`,
  'inotify.remedy': (needed: number) => `Tapez : sudo sysctl fs.inotify.max_user_instances=${needed}`,
  disk: (free: string, path: string) => `Disque : ${free} Go libres (${path}).`,
  'disk.remedy': 'Libérez de la place : 5 Go au moins pour une séance tranquille.',
  inodes: (percent: number) => `Fichiers possibles (inodes) : ${percent} % libres.`,
  'inodes.remedy': 'Supprimez de vieux fichiers ou de vieilles images Docker qui vous appartiennent.',
  'clock.sane': (now: string) => `Horloge : ${now}.`,
  'clock.past': (now: string) =>
    `L’horloge retarde : ${now}. Les certificats et les heures affichées seraient faux.`,
  'clock.remedy': 'sudo timedatectl set-ntp true, ou réglez l’heure à la main.',
  'images.present': 'Les images des machines sont construites : la séance peut se passer d’Internet.',
  'images.missing': (names: string) =>
    `Images à construire : ${names}. Limites, isolation et mémoire d’une place ne peuvent pas être essayées.`,
  'images.remedy': 'Lancez npm start une fois avec Internet.',
  'subnet.free': (subnet: string) => `Bloc d’adresses libre pour les machines : ${subnet}.`,
  'servers.recipe': (recipe: string, seconds: string) =>
    `Serveurs à louer : recette ${recipe}, essayée ; un serveur d’essai a démarré en ${seconds.replace('.', ',')} s.`,
  'servers.none': (why: string) =>
    `Aucun serveur à louer ne peut tourner sur ce moteur (${why}). Le terminal et les noms marchent quand même.`,
  'servers.remedy':
    'Utilisez un moteur Docker ordinaire (ni « rootless », ni distant), avec cgroup v1 ou v2, puis relancez npm run doctor.',
  'probe.failed': (reason: string) => `La machine d’essai n’a pas pu être faite : ${reason}`,
  'probe.remedy': 'Corrigez les points ci-dessus, puis relancez npm run doctor.',
  'limit.memory': 'Limite de mémoire : tenue (essayée dans une vraie machine).',
  'limit.memory-broken':
    'Limite de mémoire : dépassée sans conséquence. Une seule personne pourrait épuiser cette machine.',
  'limit.processes': 'Limite de processus : tenue (essayée).',
  'limit.processes-broken': 'Limite de processus : dépassée sans conséquence.',
  'limit.processor': 'Limite de processeur : tenue (essayée).',
  'limit.processor-broken': 'Limite de processeur : dépassée sans conséquence.',
  'limit.untried': (what: string) =>
    `Limite non essayée (${what}) : la machine d’essai n’a pas répondu à temps.`,
  'limit.remedy':
    'Vérifiez que les groupes de contrôle memory, pids et cpu sont actifs dans le noyau (docker info les nomme).',
  'isolation.closed': 'Réseau des machines : fermé, vers l’hôte comme vers l’extérieur (essayé).',
  'isolation.open': (what: string) => `Réseau des machines : une sortie est ouverte. ${what}`,
  'isolation.remedy': 'N’ouvrez pas de séance. Vérifiez le pare-feu (iptables) et la version de Docker.',
  'plain-http':
    'Sans https, ce qui est tapé circule en clair dans la salle, et le navigateur y retire quelques commodités (copier d’un clic).',
  'plain-http.remedy':
    'En salle : aucun vrai mot de passe. Ailleurs : un mandataire https devant, et npm start -- --public-url https://…',
  locale: 'fr-FR',
  address: (origin: string) => `Les gens tapent cette adresse : ${origin}.`,
  'address.loopback':
    'Personne d’autre que cette machine ne peut entrer : le programme n’écoute que sur elle.',
  'address.loopback-remedy': 'Pour une salle : npm start -- --host 0.0.0.0, puis l’adresse affichée.',
  clock: (time: string) => `L’horloge de cette machine dit : ${time}. Comparez-la à votre montre.`,
  https: (origin: string) => `Adresse publique en https : ${origin}.`,
  capacity: (seats: number) => `Cette machine accueille ${seats} personne${seats > 1 ? 's' : ''}.`,
  'capacity.how': ({ available, reserve, each, inMemory, cores, atOnce }: CapacityFigures) =>
    `(${available} Mio libres, moins ${reserve} gardés pour l’hôte, ${each} par personne pour son poste et un serveur loué : ${inMemory}. ${cores} cœur${cores > 1 ? 's' : ''} : ${atOnce}, pour que personne n’attende plus d’une minute quand tout le monde installe en même temps)`,
  'capacity.remedy': (wanted: number) =>
    `Pour ${wanted} personnes : fermez d’autres programmes, prenez une machine avec plus de mémoire, ou faites partager les places à deux.`,
  'capacity.cores-remedy': (wanted: number) =>
    `Pour ${wanted} personnes : prenez une machine avec plus de cœurs, faites partager les places à deux, ou prévenez que les installations seront lentes.`,
  'summary.ready': 'Prêt pour une séance.',
  'summary.warned': (count: number) => `Prêt, avec ${count} avertissement${count > 1 ? 's' : ''}.`,
  'summary.failed': (count: number) => `Pas prêt : ${count} point${count > 1 ? 's' : ''} à corriger.`,
};
