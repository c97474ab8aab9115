// What does the runner say to the person at the keyboard, in French? Sentences of the command line; the page's own are in site/src/words.

export const fr = {
  'settings.usage-title': 'Options (chacune a sa variable d’environnement) :',
  'settings.unknown-flag': (flag: string, nearest: string | undefined) =>
    `L’option « ${flag} » n’existe pas.${nearest ? ` Vouliez-vous dire « ${nearest} » ?` : ''} La liste : npm start -- --help`,
  'settings.unknown-variable': (name: string, nearest: string | undefined) =>
    `La variable d’environnement « ${name} » n’existe pas.${nearest ? ` Vouliez-vous dire « ${nearest} » ?` : ''} La liste : npm start -- --help`,
  'settings.unexpected-word': (word: string) =>
    `Le mot « ${word} » n’est attendu nulle part : les options commencent par « -- ». La liste : npm start -- --help`,
  'settings.repeated': (flag: string) => `L’option « ${flag} » est donnée deux fois : gardez-en une.`,
  'settings.missing-value': (flag: string, example: string) =>
    `L’option « ${flag} » attend une valeur, par exemple : ${flag} ${example}`,
  'settings.empty': (name: string, example: string) =>
    `« ${name} » est vide : retirez-la, ou donnez-lui une valeur, par exemple ${example}.`,
  'settings.not-a-number': (name: string, found: string, min: number, max: number) =>
    `« ${name} » attend un nombre entier de ${min} à ${max}, sans unité ; reçu : « ${found} ».`,
  'settings.not-yes-or-no': (name: string, found: string) =>
    `« ${name} » attend oui ou non (oui, yes, true, 1, ou non, no, false, 0) ; reçu : « ${found} ».`,
  'settings.not-a-language': (name: string, found: string, known: string) =>
    `« ${name} » attend une langue parmi : ${known} ; reçu : « ${found} ».`,
  'settings.not-an-address': (name: string, found: string) =>
    `« ${name} » attend une adresse IP de cette machine, par exemple 0.0.0.0 (toutes) ou 127.0.0.1 (cette machine seule) ; reçu : « ${found} ».`,
  'settings.foreign-address': (name: string, found: string, own: string) =>
    `« ${name} » : l’adresse « ${found} » n’est pas celle de cette machine. Les siennes : ${own}.`,
  'settings.not-a-url': (name: string, found: string) =>
    `« ${name} » attend une adresse complète, sans chemin, par exemple https://atelier.exemple.fr ; reçu : « ${found} ».`,
  'settings.not-a-block': (name: string, found: string) =>
    `« ${name} » attend un bloc d’adresses IPv4 de taille /8 à /20, par exemple 198.18.0.0/15 ; reçu : « ${found} ».`,
  'settings.not-a-domain': (name: string, found: string) =>
    `« ${name} » attend un nom de domaine dont tous les sous-domaines mènent ici, par exemple glass.atelier.exemple.fr ; reçu : « ${found} ».`,
  'settings.not-ports': (name: string, found: string) =>
    `« ${name} » attend un premier et un dernier port, par exemple 8100-8299 ; reçu : « ${found} ».`,
  'settings.not-a-title': (name: string) =>
    `« ${name} » attend un titre de 1 à 80 signes, sans caractère de contrôle.`,
  'settings.not-a-path': (name: string, found: string) =>
    `« ${name} » attend un chemin de fichier absolu ou relatif ; reçu : « ${found} ».`,
  'settings.docker-not-local': (found: string) =>
    `DOCKER_HOST désigne « ${found} » : seul un moteur de cette machine convient (unix:///chemin/du/socket). Retirez DOCKER_HOST, ou donnez --docker-socket.`,
  'settings.local-shell-not-loopback': (name: string) =>
    `« --local-shell » ouvre un terminal sur votre propre machine : il ne marche que sur 127.0.0.1. Retirez « ${name} ».`,
  'settings.local-shell-warning':
    'Attention : --local-shell ouvre un vrai terminal sur VOTRE machine, avec vos droits et vos fichiers. À n’utiliser que pour écrire des leçons.',

  'option.port': 'port d’écoute',
  'option.host': 'adresse d’écoute : 0.0.0.0 pour toute la salle, 127.0.0.1 pour cette machine seule',
  'option.public-url':
    'adresse publique, quand un serveur frontal ou une redirection de port se trouve devant',
  'option.data': 'dossier des données (base, site construit, journal)',
  'option.lang': 'langue de ces messages et de la séance : fr ou en',
  'option.controller': 'qui répond des données personnelles de la séance (affiché à l’entrée)',
  'option.keep-days': 'jours gardés après la fin, de 0 à 365',
  'option.title': 'titre de la séance',
  'option.seats': 'nombre de places de la séance',
  'option.subnet-block': 'bloc d’adresses du petit Internet',
  'option.internet':
    '« no » ouvre la séance sans petit Internet : ni noms, ni serveurs, seulement des terminaux (pour une petite machine)',
  'option.glass-domain': 'domaine dont chaque sous-domaine mène ici, pour les pages du navigateur de verre',
  'option.glass-ports': 'ports de ces pages dans une salle, un par participant·e',
  'option.docker-socket': 'socket du moteur Docker',
  'option.yes': 'répond oui à toutes les questions de l’installation',
  'option.local-shell': 'sans Docker, pour écrire des leçons : un terminal de votre propre machine',
  'option.watch':
    'pour les auteurs : relit les labs à chaque enregistrement (npm run dev le demande lui-même)',
  'option.log': 'journal : « file » (dans le dossier des données) ou « stdout »',
  'option.help': 'affiche cette liste',
  'settings.not-a-log': (name: string, found: string) =>
    `« ${name} » attend « file » ou « stdout » ; reçu : « ${found} ».`,
  'settings.default-title': 'Boîte à outils du député numérique',

  'store.second-runner': (dir: string, pid: string) =>
    `Un autre lancement utilise déjà le dossier « ${dir} » (processus ${pid}). Arrêtez-le (Ctrl-C dans sa fenêtre), ou choisissez un autre dossier avec --data.`,
  'store.newer-schema': (file: string, found: number, known: number) =>
    `La base « ${file} » vient d’une version plus récente (format ${found} ; cette version connaît le format ${known}). Mettez le programme à jour, ou choisissez un autre dossier avec --data.`,
  'store.missing-parent': (dir: string) =>
    `Le dossier « ${dir} » ne peut pas être créé : celui qui doit le contenir n’existe pas. Vérifiez --data, ou créez-le.`,
  'store.not-a-directory': (dir: string) =>
    `« ${dir} » n’est pas un dossier. Choisissez un dossier avec --data.`,
  'store.not-writable': (dir: string) =>
    `Impossible d’écrire dans « ${dir} ». Donnez-en le droit à votre compte, ou choisissez un autre dossier avec --data.`,
  'store.network-disk': (dir: string) =>
    `« ${dir} » se trouve sur un disque réseau, où une base de données peut se perdre. Choisissez un dossier du disque local avec --data.`,
  'store.damaged': (file: string) =>
    `La base « ${file} » est illisible. Mettez-la de côté (renommez-la) et relancez : les séances recommenceront à zéro.`,
  'store.disk-full': (dir: string) =>
    `Le disque de « ${dir} » est plein : rien ne peut plus être enregistré. Libérez de la place, puis relancez.`,

  'page.not-found': 'Cette page n’existe pas.',
  'page.trainers-only':
    'Ces notes sont réservées à la personne qui anime. Ouvrez d’abord votre lien de formateur·rice, puis revenez.',
  'page.no-site': 'Le site n’est pas encore construit. Lancez npm start, puis rechargez cette page.',
  'page.wrong-host':
    'Cette adresse n’est pas celle de la séance. Demandez l’adresse affichée par la personne qui anime.',

  'listen.in-use': (port: number) =>
    `Le port ${port} est déjà pris par un autre programme. Arrêtez-le, ou choisissez un autre port : npm start -- --port ${port === 65535 ? 8017 : port + 1}`,
  'listen.no-right': (port: number) =>
    `Le port ${port} est réservé à l’administrateur de la machine. Choisissez un port à partir de 1024 : npm start -- --port 8017`,
  'listen.no-address': (host: string) =>
    `L’adresse « ${host} » n’est pas (ou plus) celle de cette machine. Vérifiez le réseau, ou lancez avec --host 0.0.0.0`,
  'listen.failed': (reason: string) => `Le serveur n’a pas pu s’ouvrir : ${reason}`,
  'listen.plain-http':
    'Attention : sur http, quiconque partage le réseau peut lire ce qui passe. N’y tapez aucun vrai mot de passe.',
};

/** The shape that every language has: same keys, same parameters. */
export type Words = {
  [K in keyof typeof fr]: (typeof fr)[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : string;
};
