// Que disent les deux comptoirs du petit Internet en français ? Les refus du registre et des zones sont dans runner/internet.
import type { Entry, Offer, ServerView } from '#protocol/counters.ts';

type Sentences<T> = T extends string ? string : { [K in keyof T]: Sentences<T[K]> };

const problems = {
  'no-money':
    'Il faudrait {price} et il reste {balance} dans votre bourse. Quand elle est presque vide, « Mon compte » permet de demander une avance.',
  'purse-not-empty': 'Une avance se demande quand il reste moins de {below} ; il vous reste {balance}.',
  'too-many-tries': 'Plusieurs codes erronés de suite. Réessayez dans {seconds} s.',
  'zone-changed':
    'Cette zone a changé entre-temps, peut-être dans un autre onglet. La liste est à jour maintenant : refaites votre geste.',
  'offer-unknown': 'Cette offre n’existe plus. Choisissez-en une autre.',
  'offer-not-orderable': 'Cette offre se compare, mais ne se loue pas dans le petit Internet.',
  'too-many-servers': 'Vous louez déjà {max} serveurs, le maximum dans cette séance. Rendez-en un d’abord.',
  'no-room':
    'L’ordinateur qui accueille la séance ne peut pas porter un serveur de plus pour l’instant. Rien n’a été payé. Prévenez la personne qui anime.',
  'host-unreadable':
    'Un nom de machine se compose de lettres sans accent, de chiffres et de traits d’union, comme mon-serveur, sans espace ni autre signe, 63 au plus.',
  'host-reserved':
    '« {host} » désigne déjà autre chose ici. Choisissez un autre nom, par exemple mon-serveur.',
  'host-taken': 'Vous avez déjà un serveur appelé {host}.',
  'password-length': 'Le mot de passe compte de {min} à {max} signes.',
  'password-signs':
    'Le mot de passe se compose de lettres sans accent, de chiffres et de signes, sans espace : il doit pouvoir se taper sur n’importe quel clavier.',
  'ssh-key-unreadable':
    'Ceci n’est pas une clé publique SSH. On attend une seule ligne, comme dans le fichier .pub : elle commence par ssh-ed25519 ou ssh-rsa.',
  'ssh-key-private':
    'Ceci est une clé privée : elle ne doit jamais quitter votre machine. Collez la clé publique, celle du fichier qui finit par .pub.',
  'server-unknown': 'Vous n’avez pas (ou plus) de serveur appelé {host}.',
  'server-state': 'Impossible pour l’instant : {host} est dans l’état « {state} ».',
  unknown: 'Cela n’a pas été accepté. Rechargez la page, puis réessayez.',
};

const entries: Record<Entry['what'], string> = {
  allowance: 'Avance reçue',
  register: 'Enregistrement de {about}',
  renew: 'Renouvellement de {about}',
  restore: 'Restauration de {about}',
  transfer: 'Transfert de {about}',
  setup: 'Mise en service de {about}',
  rent: 'Location de {about}',
  notice: 'Mois restant dus pour {about}',
};

const serverStates: Record<ServerView['state'], string> = {
  ordered: 'commandé',
  starting: 'démarre',
  running: 'en marche',
  stopping: 's’éteint',
  off: 'éteint',
  lost: 'perdu',
};

const kinds: Record<Offer['kind'], string> = {
  shared: 'Hébergement mutualisé',
  vps: 'Serveur virtuel (VPS)',
  dedicated: 'Serveur dédié',
  cloud: 'Instance « cloud »',
};

const laws: Record<Offer['laws'][number], string> = {
  eu: 'droit de l’Union européenne (dont le RGPD)',
  us: 'droit des États-Unis (dont le CLOUD Act, qui suit l’hébergeur où que soient les machines)',
};

const certifications: Record<Offer['certifications'][number], string> = {
  hds: 'HDS : exigée pour héberger des données de santé ; ne dit rien du reste',
  secnumcloud:
    'SecNumCloud : qualification de l’ANSSI, protège aussi des lois hors de l’Union ; votre site n’y est pas obligé',
  iso27001: 'ISO 27001 : une gestion de la sécurité vérifiée',
};

const backups: Record<Offer['backups'], string> = {
  none: 'aucune : elles sont à votre charge',
  daily: 'chaque jour, comprises',
  option: 'en option, non comprises',
};

const exit: Record<Offer['exit'], string> = {
  open: 'formats ouverts, aucun frais de départ',
  manual: 'à vous de copier fichiers et base de données',
  costly: 'le trafic de sortie est facturé, des outils maison sont à remplacer',
};

/** Une phrase par offre ; les faits chiffrés viennent du serveur. */
const offers: Record<string, { title: string; summary: string; who: string; speed: string }> = {
  'mutualise-exemple': {
    title: 'Mutualisé Exemple',
    summary:
      'Une place dans un immeuble bien tenu : l’hébergeur administre tout, vous déposez vos pages ou un WordPress.',
    who: 'une coopérative française',
    speed: 'partagée avec des centaines de sites',
  },
  'vps-ruche-exemple': {
    title: 'VPS Ruche Exemple',
    summary:
      'Une machine à vous, dans un local d’une coopérative. Mises à jour et sauvegardes sont votre affaire.',
    who: 'une coopérative française, où chaque membre a une voix',
    speed: 'un cœur entier, débit garanti',
  },
  'vps-rhin-exemple': {
    title: 'VPS Rhin Exemple',
    summary: 'Un grand hébergeur européen : plus de mémoire, une assistance en anglais et en allemand.',
    who: 'une entreprise allemande, tenue par ses fondateurs',
    speed: 'un cœur entier, grand débit',
  },
  'vps-baie-exemple': {
    title: 'VPS Baie Exemple',
    summary:
      'Un prix d’appel et des machines en Irlande ; le propriétaire, lui, est américain, et le prix change après un an.',
    who: 'une société cotée des États-Unis',
    speed: 'un demi-cœur, partagé aux heures chargées',
  },
  'dedie-exemple': {
    title: 'Dédié Exemple',
    summary: 'Un ordinateur entier pour vous seul·e : puissant, cher, et entièrement à administrer.',
    who: 'une entreprise française',
    speed: 'la machine entière',
  },
  'nuage-exemple': {
    title: 'Nuage Exemple',
    summary:
      'Des machines à la demande chez un hébergeur qualifié pour les données sensibles. La garantie se paie.',
    who: 'un groupe français, sans actionnaire hors de l’Union au-delà des seuils',
    speed: 'un cœur entier, extensible',
  },
};

export const fr = {
  locale: 'fr-FR',
  tabs: {
    registrar: 'Bureau d’enregistrement',
    hosts: 'Hébergeurs',
    glass: 'Navigateur',
    directory: 'Annuaire',
  },
  simulated: 'Internet simulé',
  simulatedMeaning: 'Ces noms et ces serveurs n’existent que dans cette séance ; l’argent est fictif.',
  loading: 'Ouverture du comptoir…',
  failed: 'Ce comptoir n’a pas pu s’ouvrir. Vérifiez le réseau, puis réessayez.',
  again: 'Réessayer',
  clock: 'Date de la séance : {date}',
  purse: 'Votre bourse : {balance}',
  done: 'C’est fait.',
  cancel: 'Annuler',
  copy: 'Copier',
  copied: 'Copié.',
  copyFailed: 'La copie n’a pas marché : sélectionnez le texte, puis copiez-le au clavier.',
  account: {
    title: 'Mon compte',
    caption: 'Dernières opérations, les plus récentes d’abord',
    date: 'Date',
    what: 'Opération',
    amount: 'Montant',
    ask: 'Demander une avance',
    given: 'Une nouvelle avance est arrivée.',
  },
  registrar: {
    search: {
      title: 'Chercher un nom',
      label: 'Un mot, ou un nom entier',
      help: 'Par exemple camille-exemple, ou camille-exemple.fr.',
      button: 'Chercher',
      caption: 'Résultats pour « {name} »',
      name: 'Nom',
      answer: 'Réponse',
      price: 'Prix de la première année, puis des suivantes',
      choose: 'Choisir {name}',
      chooseShort: 'Choisir',
      free: 'Libre',
      yours: 'Déjà à vous',
      taken: 'Déjà pris',
      takenUntil: 'Déjà pris ({state}, jusqu’au {date})',
      count: '{free} noms libres sur {all}.',
      prices: '{first}, puis {later} par an',
    },
    register: {
      title: 'Enregistrer {name}',
      years: 'Durée',
      year: '1 an',
      yearsCount: '{n} ans',
      holder: 'Titulaire',
      person: 'Une personne',
      organisation: 'Une organisation',
      holderHelp:
        'Les coordonnées sont inventées à partir de votre pseudonyme. Pour une personne, la plupart des registres ne les publient pas ; pour une organisation, oui.',
      button: 'Enregistrer pour {price}',
      done: '{name} est à vous.',
    },
    names: {
      title: 'Mes noms',
      none: 'Vous ne tenez encore aucun nom.',
      expires: 'Expire le {date}',
      until: 'Jusqu’au {date}',
      created: 'Enregistré le {date} chez {registrar}',
      holder: 'Titulaire : {name}',
      statuses: 'Ce que le registre en dit',
      next: 'Ce qui arrivera si personne ne fait rien',
      milestones: {
        transferred: 'le nom part chez qui l’a demandé',
        expired: 'le nom expire',
        'redemption-began': 'la rédemption commence : seule une restauration le sauve',
        'pending-delete-began': 'plus rien ne peut le sauver',
        released: 'le nom redevient libre pour tout le monde',
      },
      life: 'Dates et durée',
      renew: 'Renouveler',
      renewFor: 'Renouveler pour {price}',
      renewed: '{name} est renouvelé.',
      restore: 'Restaurer pour {price} environ',
      restored: '{name} est sauvé.',
      delete: 'Abandonner ce nom',
      deleteConfirm:
        'Abandonner {name} ? Le site et le courriel s’arrêteront, et quelqu’un d’autre pourra prendre ce nom.',
      deleted: '{name} est abandonné.',
    },
    servers: {
      title: 'Serveurs de noms',
      own: 'Les serveurs du bureau répondent pour ce nom : la zone ci-dessus est celle que le monde voit.',
      elsewhere:
        'D’autres serveurs répondent pour ce nom : la zone gardée ici n’est pas celle que le monde voit.',
      label: 'Un serveur par ligne',
      help: 'Un serveur placé sous ce nom même a besoin de son adresse, après une espace : ns1.camille-exemple.fr 198.18.20.10.',
      save: 'Confier le nom à ces serveurs',
      saved: 'Les serveurs de noms ont changé.',
      back: 'Revenir aux serveurs du bureau',
    },
    zone: {
      title: 'Zone : à quoi ce nom mène',
      caption: 'Enregistrements de {name}',
      none: 'Aucun enregistrement : ce nom existe, mais ne mène nulle part.',
      owner: 'Nom',
      ownerHelp: '@ pour le nom lui-même, www pour www devant le nom.',
      type: 'Type',
      value: 'Valeur',
      priority: 'Priorité',
      ttl: 'Durée de vie (secondes)',
      ttlShort: 'Durée',
      add: 'Ajouter',
      save: 'Enregistrer la ligne',
      change: 'Modifier {owner} {type}',
      changeShort: 'Modifier',
      remove: 'Supprimer {owner} {type}',
      removeShort: 'Supprimer',
      form: 'Nouvel enregistrement',
      formChange: 'Modifier la ligne {n}',
      line: 'Ligne {n} : {sentence}',
      added:
        'L’enregistrement est ajouté. Le serveur de noms répond déjà ; un résolveur qui se souvient de l’ancienne réponse peut tarder de {ttl} s.',
      changed:
        'La ligne est changée. Un résolveur qui se souvient de l’ancienne réponse peut tarder de {ttl} s.',
      removed: 'La ligne est supprimée.',
      actions: 'Actions',
    },
    transfer: {
      title: 'Transfert',
      locked: 'Le nom est verrouillé : aucun transfert n’est possible.',
      unlocked: 'Le nom n’est pas verrouillé : qui a le code peut demander son transfert.',
      lock: 'Verrouiller',
      unlock: 'Ouvrir le verrou',
      nowLocked: '{name} est verrouillé.',
      nowUnlocked: '{name} n’est plus verrouillé.',
      lockedUntil: 'Trop récent pour être transféré avant le {date}.',
      make: 'Créer un code de transfert',
      code: 'Code de transfert : ',
      codeUntil: 'Valable jusqu’au {date}, une seule fois.',
      codeOnce: 'Ne sert qu’une fois.',
      made: 'Un code de transfert est créé. Donnez-le seulement à qui doit recevoir le nom.',
      asked: 'Quelqu’un a présenté le bon code. Sans réponse de votre part, le nom part le {date}.',
      accept: 'Accepter maintenant',
      refuse: 'Refuser',
      accepted: '{name} est parti.',
      refused: 'Le transfert de {name} est refusé.',
      inTitle: 'Faire venir un nom avec son code',
      name: 'Nom',
      codeLabel: 'Code reçu',
      to: 'Vers le bureau',
      ask: 'Demander le transfert',
      askDone: 'Le transfert est demandé.',
      waiting: '{name} : attendu le {date} au plus tard',
      cancel: 'Renoncer à {name}',
      cancelled: 'La demande est retirée.',
    },
  },
  hosts: {
    offersTitle: 'Comparer les offres',
    servers: {
      title: 'Mes serveurs',
      none: 'Vous ne louez encore aucun serveur.',
      count: '{n} sur {max}',
      state: 'État',
      position: 'commandé, position {position} dans la file',
      address: 'Adresse',
      login: 'Connexion',
      password: 'Mot de passe de root',
      show: 'Montrer le mot de passe de {host}',
      showShort: 'Montrer',
      hide: 'Cacher',
      key: 'Une clé publique SSH est posée.',
      fingerprint: 'Empreinte de sa clé SSH',
      fingerprintHelp: 'La première connexion doit montrer cette même empreinte.',
      names: 'Noms qui y mènent',
      noNames: 'aucun pour l’instant',
      offer: 'Loué chez {host}, depuis le {date}',
      actions: 'Actions sur {host}',
      console: 'Console',
      start: 'Démarrer',
      stop: 'Éteindre',
      reboot: 'Redémarrer',
      reinstall: 'Réinstaller',
      delete: 'Rendre ce serveur',
      reinstallConfirm:
        'Réinstaller {host} ? Tout ce qu’il contient sera effacé ; adresse et mot de passe restent. Sa clé d’hôte sera nouvelle : pour que ssh oublie l’ancienne, tapez ensuite « ssh-keygen -R {address} » sur votre poste.',
      deleteConfirm:
        'Rendre {host} ? Tout ce qu’il contient sera effacé et son adresse ira à quelqu’un d’autre.',
      deleteNotice: 'Votre contrat court encore : les mois restants seront dus.',
      lost: 'Ce serveur n’a pas pu être fait, ou il est mort. Réinstallez-le, ou rendez-le : rien n’est dû.',
      off: 'Ses fichiers sont là, ses programmes sont arrêtés.',
      full: 'Son disque est plein : l’hébergeur l’a éteint. Ses fichiers sont là. Démarrez-le et supprimez ce qui prend de la place (« du -xh / | sort -h | tail » le montre), ou réinstallez-le.',
      said: {
        start: '{host} démarre.',
        stop: '{host} s’éteint.',
        reboot: '{host} redémarre.',
        reinstall: '{host} est réinstallé.',
        delete: '{host} est rendu.',
      },
      nowState: '{host} : {state}.',
    },
    offer: {
      kind: 'Genre',
      price: 'Prix',
      priceMonthly: '{monthly} par mois',
      priceRises: '{monthly} par mois la première année, puis {later}',
      setup: ', et {setup} de mise en service',
      machine: 'Machine',
      machineFacts: '{cpus} {cpus:cœur|cœurs}, {memory} de mémoire, {disk} de disque',
      speed: 'Vitesse',
      seat: 'Siège de l’hébergeur',
      place: 'Lieu des machines',
      law: 'Droit applicable',
      who: 'Qui est derrière',
      certification: 'Certifications',
      noCertification: 'aucune',
      backups: 'Sauvegardes',
      exit: 'Pour partir',
      commitment: 'Engagement',
      month: 'aucun, au mois',
      months: '{n} mois, dus même si l’on part avant',
      choose: 'Louer ce serveur : {title}, chez {host}',
      chooseShort: 'Louer ce serveur',
      compareOnly: 'À comparer seulement : cette offre ne se loue pas dans le petit Internet.',
    },
    order: {
      system: 'Système',
      systems: {
        debian: 'Debian 12, sans rien d’autre',
        wordpress: 'Debian 12 avec WordPress, sa base de données et nginx, à configurer',
      },
      title: 'Louer un serveur',
      offer: 'Offre',
      host: 'Nom de la machine',
      hostHelp:
        'Celui qu’elle se donne elle-même, par exemple mon-serveur. Un nom de domaine viendra plus tard, dans sa zone.',
      password: 'Mot de passe de root',
      generated: 'En faire un pour moi (recommandé)',
      typed: 'J’en tape un',
      typedLabel: 'Votre mot de passe',
      typedHelp:
        'N’utilisez aucun mot de passe qui vous sert ailleurs : celui-ci reste lisible dans cet onglet.',
      key: 'Clé publique SSH (facultative)',
      keyHelp: 'Le contenu du fichier .pub, sur une ligne.',
      button: 'Commander pour {price}',
      done: '{host} est commandé. Son adresse et son mot de passe se trouvent dans « Mes serveurs ».',
    },
  },
  units: { mebibytes: '{n} Mio', gibibytes: '{n} Gio' },
  problems: problems as Record<string, string>,
  entries,
  serverStates,
  kinds,
  laws,
  certifications,
  backups,
  exit,
  offers,
};

export type CounterWords = Sentences<typeof fr>;
