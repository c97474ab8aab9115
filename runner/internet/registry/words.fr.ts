// Que dit le registre en français ?
import type { LabelSentences, RegistryWords } from './words.ts';

const fields: RegistryWords['fields'] = {
  name: 'le nom',
  street: 'la rue',
  postalCode: 'le code postal',
  city: 'la ville',
  country: 'le pays',
  citizenship: 'la citoyenneté',
  email: 'l’adresse de courriel',
  phone: 'le téléphone',
};

/** Ce qui ne va pas dans une étiquette (un morceau de nom entre deux points). */
export const labelSentences: LabelSentences = {
  'label-empty': 'Il manque un morceau du nom : il y a un point en trop, ou rien devant le point.',
  'label-too-short': 'Ce nom est trop court : ce registre demande au moins {min} caractères.',
  'label-too-long':
    'Un morceau du nom compte {length} caractères une fois écrit pour le DNS ; le maximum est {max}. Choisissez plus court.',
  'label-control-character':
    'Le nom contient un caractère invisible ({character}). Retapez-le au clavier plutôt que de le coller.',
  'label-space': 'Un nom de domaine ne contient pas d’espace. Remplacez-la par un trait d’union.',
  'label-wildcard': 'L’étoile n’est pas permise ici : on enregistre un nom précis.',
  'label-underscore':
    'Le tiret bas « _ » n’est pas permis dans un nom que l’on enregistre. Le trait d’union « - » l’est.',
  'label-character':
    'Le caractère « {character} » n’est pas accepté ici. Sont permis : les lettres, les chiffres, le trait d’union et certaines lettres accentuées.',
  'label-mixed-scripts':
    'La lettre « {character} » vient d’un autre alphabet, au milieu de lettres latines. Ce mélange sert à imiter un autre nom ; les registres le refusent.',
  'label-hyphen-edge': 'Un nom ne commence pas et ne finit pas par un trait d’union.',
  'label-hyphens-3-4':
    'Deux traits d’union en troisième et quatrième place sont réservés à l’écriture interne des noms accentués (xn--). Choisissez une autre forme.',
  'label-a-label':
    'Ce nom commence par « xn-- », l’écriture interne des noms accentués, mais ne correspond à aucun nom accepté ici. Tapez le nom avec ses accents.',
};

export const fr: RegistryWords = {
  locale: 'fr-FR',
  labels: labelSentences,
  fields,
  refusals: {
    'name-empty': 'Tapez un nom, par exemple mon-exemple.fr.',
    'name-too-long': 'Un nom de domaine entier compte au plus {max} caractères.',
    'name-is-an-address':
      'Ceci est une adresse de page ou de courriel. Gardez le nom seul, par exemple mon-exemple.fr, sans « http:// », sans « @ » ni rien après « / ».',
    'name-without-tld': 'Il manque la fin du nom. Essayez {word}.{firstZone}, ou une autre fin : {zones}.',
    'tld-unknown': 'La fin « .{zone} » n’existe pas dans le petit Internet. Choisissez parmi {zones}.',
    'name-too-deep':
      'On enregistre {registrable} ; ce qui vient devant, comme « www », vous l’ajouterez vous-même dans votre zone.',
    'name-is-a-tld':
      '« .{zone} » est une extension entière, tenue par son registre. Ajoutez un nom devant le point.',
    reserved: '{name} n’est pas proposé. {reason}',
    taken:
      '{name} est déjà pris. Premier arrivé, premier servi : essayez une variante ou une autre extension.',
    'already-yours': '{name} est déjà à vous.',
    'not-registered': 'Personne n’a enregistré {name}.',
    'not-yours': '{name} appartient à quelqu’un d’autre : seul son titulaire peut y toucher.',
    'too-many-names': 'Vous tenez déjà {max} noms, le maximum dans cette séance.',
    'years-out-of-range': 'On enregistre pour {min} à {max} ans, en années entières.',
    'too-many-years':
      'Un nom ne peut pas être retenu plus de {max} ans à l’avance. Choisissez moins d’années.',
    'wrong-state': 'Impossible pour l’instant : {name} est dans l’état « {state} ». {meaning}',
    'registrar-unknown': 'Ce bureau d’enregistrement n’existe pas dans le petit Internet.',
    'holder-field-empty': 'Il manque {field} du titulaire. Une valeur fictive convient.',
    'holder-field-too-long': 'C’est trop long pour {field} : {max} caractères au plus.',
    'holder-field-character':
      'Un caractère invisible ({character}) s’est glissé dans {field}. Retapez cette ligne au clavier.',
    'holder-country': '« {country} » n’est pas un code de pays à deux lettres, comme FR ou BE.',
    'holder-email': 'Cette adresse de courriel n’a pas la forme attendue, comme contact@mon-exemple.fr.',
    'holder-phone': 'Ce numéro de téléphone n’a pas la forme attendue, comme +33 1 99 00 00 00.',
    'holder-not-eligible':
      'Le registre de .{zone} n’accepte pas un titulaire établi dans ce pays ({country}). {mayRegister}',
    'name-servers-too-many': 'Un nom a au plus {max} serveurs de noms.',
    'name-server-syntax':
      '« {host} » n’est pas le nom d’un serveur. On attend un nom entier, comme ns1.bureau-exemple.net.',
    'name-server-twice': '{host} est donné deux fois.',
    'name-server-needs-address':
      '{host} se trouve dans le nom même qu’il doit servir : pour le trouver, il faut donner aussi son adresse IP.',
    'name-server-address': '« {address} » n’est pas une adresse IP pour {host}.',
    'name-server-unknown':
      '{host} ne peut pas répondre : le nom {name} n’est enregistré par personne. Vérifiez l’orthographe.',
    'transfer-locked':
      '{name} est verrouillé contre les transferts. Son titulaire doit d’abord ouvrir le verrou.',
    'transfer-too-early': '{name} est trop récent pour changer de bureau : il faut attendre le {until}.',
    'transfer-near-expiry': '{name} expire le {expiresAt}, avant la fin du transfert. Renouvelez-le d’abord.',
    'transfer-code-wrong':
      'Ce code de transfert n’ouvre pas {name}. Demandez-en un nouveau à son titulaire : un code ne sert qu’une fois.',
    'transfer-to-itself': '{name} est déjà à vous, chez ce bureau d’enregistrement.',
    'transfer-pending':
      'Un transfert de {name} est en cours jusqu’au {until}. Il faut l’accepter ou le refuser d’abord.',
    'transfer-none': 'Aucun transfert de {name} n’attend de réponse de votre part.',
  },
  reserved: {
    state:
      'C’est le nom de la République, d’une institution ou d’un service public : la loi le réserve (article L. 45-2 du code des postes et des communications électroniques).',
    'local-authority':
      'C’est le nom d’une collectivité, ou il en a l’air : le vrai registre examine la demande et exige un intérêt légitime. Dans le petit Internet, il refuse.',
    'registry-zone':
      'Le registre garde ce nom pour ranger d’autres noms dessous, comme les sites de l’État sous gouv.fr.',
    'registry-operations': 'Le registre garde ce nom pour son propre fonctionnement.',
    'european-institution': 'Ce nom est réservé aux institutions de l’Union européenne.',
    'one-character': 'Les noms d’un seul caractère sont réservés par le registre.',
    box: 'Ce nom porte les serveurs du petit Internet.',
  },
  states: {
    free: { name: 'libre', meaning: 'Personne ne le tient : vous pouvez l’enregistrer.' },
    registered: { name: 'enregistré', meaning: 'Il fonctionne ; pensez à la date d’expiration.' },
    'transfer-pending': {
      name: 'transfert en cours',
      meaning: 'Il fonctionne encore ; son titulaire peut accepter ou refuser le transfert.',
    },
    grace: {
      name: 'expiré, délai de grâce',
      meaning:
        'Le site et le courriel ne répondent plus, mais un renouvellement ordinaire suffit à le sauver.',
    },
    redemption: {
      name: 'rédemption',
      meaning:
        'Rien ne répond plus ; seul son titulaire peut encore le récupérer, en payant une restauration.',
    },
    'pending-delete': {
      name: 'suppression imminente',
      meaning: 'Plus personne ne peut le sauver : il sera bientôt libre pour tout le monde.',
    },
  },
  statuses: {
    ok: 'Rien de particulier : toutes les opérations sont possibles.',
    inactive: 'Aucun serveur de noms : le nom est à vous, mais ne mène nulle part.',
    clientHold: 'Retiré du DNS par le bureau d’enregistrement.',
    clientTransferProhibited: 'Verrouillé par son titulaire contre les transferts.',
    serverTransferProhibited: 'Trop récent pour être transféré, selon le registre.',
    pendingTransfer: 'Un transfert est en cours.',
    pendingDelete: 'Va être supprimé : plus rien ne peut l’empêcher.',
    addPeriod: 'Tout juste enregistré : peut encore être rendu.',
    autoRenewPeriod: 'Expiré, dans son délai de grâce.',
    redemptionPeriod: 'Supprimé, mais son titulaire peut encore le restaurer.',
  },
  events: {
    registered: '{name} a été enregistré.',
    renewed: '{name} a été renouvelé.',
    restored: '{name} a été restauré.',
    deleted: '{name} a été abandonné par son titulaire.',
    'name-servers-changed': '{name} a changé de serveurs de noms.',
    'holder-changed': 'La fiche du titulaire de {name} a changé.',
    'transfer-lock-changed': 'Le verrou de {name} a changé.',
    'transfer-code-made': 'Un code de transfert a été créé pour {name}.',
    'transfer-asked': 'Le transfert de {name} a été demandé.',
    'transfer-refused': 'Le transfert de {name} a été refusé.',
    'transfer-cancelled': 'Le transfert de {name} a été annulé.',
    transferred: '{name} a été transféré.',
    expired: '{name} a expiré : il ne répond plus.',
    'redemption-began': '{name} est en rédemption : seule une restauration peut le sauver.',
    'pending-delete-began': '{name} va être supprimé : plus rien ne peut le sauver.',
    released: '{name} est de nouveau libre.',
  },
  tlds: {
    fr: {
      operator: 'L’Afnic, une association désignée par l’État, tient le registre du .fr.',
      mayRegister:
        'Il faut résider ou avoir son siège dans l’Union européenne, en Islande, au Liechtenstein, en Norvège ou en Suisse.',
      published: 'Les coordonnées des particuliers ne sont pas publiées ; celles des organisations le sont.',
    },
    eu: {
      operator:
        'EURid, une association installée en Belgique, tient le registre du .eu pour la Commission européenne.',
      mayRegister:
        'Il faut résider ou avoir son siège dans l’Union européenne, en Islande, au Liechtenstein ou en Norvège, ou en avoir la citoyenneté, où que l’on vive.',
      published: 'Le WHOIS ne dit rien du titulaire.',
    },
    org: {
      operator:
        'Public Interest Registry, un organisme à but non lucratif des États-Unis créé par l’Internet Society, tient le registre du .org.',
      mayRegister: 'Tout le monde, association ou non.',
      published: 'Les coordonnées des particuliers sont masquées ; celles des organisations sont publiées.',
    },
    com: {
      operator: 'Verisign, une entreprise des États-Unis, tient le registre du .com.',
      mayRegister: 'Tout le monde.',
      published: 'Le registre ne connaît pas le titulaire : c’est le bureau d’enregistrement qui le connaît.',
    },
    net: {
      operator: 'Verisign, une entreprise des États-Unis, tient aussi le registre du .net.',
      mayRegister: 'Tout le monde.',
      published: 'Comme en .com, c’est le bureau d’enregistrement qui connaît le titulaire, pas le registre.',
    },
    paris: {
      operator: 'La Ville de Paris tient le registre du .paris ; l’Afnic le fait fonctionner.',
      mayRegister:
        'Toute personne ou organisation qui a un lien avec Paris ou sa région ; ce lien se déclare, il n’est pas vérifié d’avance.',
      published: 'Des particuliers, on ne publie que le pays ; les organisations sont publiées.',
    },
    info: {
      operator: 'Identity Digital, une entreprise des États-Unis, tient le registre du .info.',
      mayRegister:
        'Tout le monde. Attention au prix de la deuxième année : il dépasse de loin celui de la première.',
      published: 'Des particuliers, seul le pays reste visible ; les organisations sont publiées.',
    },
  },
  answers: {
    simulatedTitle: 'Internet simulé',
    simulated: 'Ce registre ne connaît que les noms de cette séance ; aucun n’existe au-dehors.',
    withheldTitle: 'Diffusion restreinte',
    withheld:
      'Personne physique : connue du registre et du bureau d’enregistrement, coordonnées non publiées.',
    notFoundTitle: 'Introuvable',
    nobodyHolds: 'Personne n’a enregistré {name}.',
    noHost: 'Aucun nom n’est confié à {host}.',
    noEntity: 'Aucune entité publiée ne porte cet identifiant.',
    addressAsked: 'Ce registre tient des noms, pas des adresses : demandez un nom, par exemple exemple.fr.',
    badRequestTitle: 'Demande illisible',
    badPath: 'Le chemin demandé n’est pas lisible. Essayez /domain/exemple.fr ou /help.',
    notImplementedTitle: 'Pas proposé ici',
    notImplemented: 'Ce registre répond sur /domain, /nameserver, /entity et /help.',
    busyTitle: 'Un instant',
    busy: 'Le service redémarre : posez la question à nouveau dans quelques secondes.',
  },
};
