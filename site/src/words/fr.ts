// What does the site say in French? Every sentence of the interface; the other languages have the same keys.
import type { RefusalCode } from '#protocol/refusals.ts';
import { fr as course } from './course.fr.ts';

const refusals: Record<RefusalCode, string> = {
  'bad-request':
    'La demande n’a pas été comprise. Rechargez la page ; si cela recommence, dites-le à la personne qui anime.',
  'not-joined': 'Vous n’êtes pas (ou plus) dans une séance. Rejoignez-la avec votre code.',
  'not-a-trainer':
    'Cette page est réservée à la personne qui anime la séance. Ouvrez le lien affiché au démarrage du serveur.',
  forbidden: 'Votre place ne permet pas cette action.',
  'wrong-origin': 'La demande venait d’un autre site ; elle a été refusée.',
  'not-found': 'Cela n’existe pas (ou plus).',
  'code-unknown':
    'Aucune séance ouverte n’a ce code. Vérifiez les quatre mots ; les accents et les majuscules ne comptent pas.',
  'personal-code-unknown':
    'Aucune place n’a ce code personnel dans une séance ouverte. Vérifiez les trois mots.',
  'method-not-allowed': 'Cette action n’existe pas. Rechargez la page.',
  'pseudonym-taken':
    'Ce pseudonyme est déjà pris dans cette séance. Ajoutez un mot ou un chiffre, ou, si c’est votre place, revenez avec votre code personnel.',
  'pseudonym-reserved': 'Ce pseudonyme pourrait passer pour la personne qui anime. Choisissez-en un autre.',
  'pseudonym-unreadable': 'Choisissez un pseudonyme de 1 à 24 signes qui puisse se lire à voix haute.',
  'too-many-attempts': 'Trop de codes erronés sont venus de cette adresse. Patientez un peu, puis réessayez.',
  'joining-paused':
    'Les entrées sont suspendues pour quelques instants après un très grand nombre de codes erronés. Prévenez la personne qui anime.',
  taken: 'Quelqu’un d’autre s’en occupe déjà.',
  'workshop-full': 'Toutes les places de la séance sont prises. Prévenez la personne qui anime.',
  'workshop-ended': 'Cette séance est terminée.',
  'workshop-paused':
    'La séance est arrêtée jusqu’à la reprise, et les machines avec elle. Tout ce que vous avez fait est gardé.',
  'house-full':
    'L’ordinateur qui accueille la séance ne peut pas porter une machine de plus. Deux personnes peuvent partager une place : demandez à la personne qui anime.',
  'lab-unknown': 'Ce lab n’existe pas sur ce serveur.',
  'step-unknown': 'Cette étape n’existe pas dans ce lab. Rechargez la page.',
  'machine-not-ready': 'Votre machine n’est pas encore prête.',
  'too-many-terminals': 'Quatre terminaux sont déjà ouverts sur cette machine. Fermez-en un d’abord.',
  'too-large': 'Le texte envoyé est trop long.',
  'unsupported-media-type': 'La demande n’a pas été comprise. Rechargez la page.',
  'wrong-host':
    'Ce serveur ne répond pas à cette adresse. Utilisez celle que la personne qui anime a donnée.',
  'check-broken':
    'La vérification elle-même ne fonctionne pas sur cette machine. Recommencez le lab, ou prévenez la personne qui anime.',
  'terminal-busy':
    'Un programme tourne dans le terminal 1 : terminez-le d’abord (Ctrl + C, Ctrl + X dans nano, ou « exit » si vous avez ouvert un autre shell), puis redemandez.',
  'glass-nowhere':
    'À cette adresse, le navigateur de verre n’a pas de place à lui. La personne qui anime peut lui en donner une (option --glass-domain).',
  'glass-full':
    'Tous les ports prévus pour le navigateur de verre sont pris. Prévenez la personne qui anime.',
  'file-not-kept':
    'Votre machine n’a pas pu garder ce fichier : son disque est plein, ou un fichier porte le nom du dossier.',
  'house-opening':
    'La séance démarre ses machines : elles viennent en quelques secondes, il n’y a rien à faire.',
  'engine-down':
    'Le moteur de machines ne répond pas. Prévenez la personne qui anime ; votre place est gardée.',
  internal:
    'Une erreur est survenue de notre côté. Réessayez ; si cela recommence, prévenez la personne qui anime.',
};

/** Sentences that a script shows; embedded in the page. `{name}` marks a place to fill. */
const client = {
  refusals: refusals as Record<string, string>,
  retryIn: 'Réessayez dans {seconds} s.',
  noAnswer: 'Le serveur ne répond pas. Vérifiez le réseau, puis réessayez.',
  loading: 'Un instant…',
  seat: {
    you: 'Vous êtes',
    workshop: 'Séance : {title}',
    personalCode: 'Votre code personnel',
    personalCodeUse:
      'Notez ces trois mots : ils vous ramènent à votre place depuis un autre onglet ou un autre appareil.',
    leave: 'Quitter sur cet appareil',
    leaveConfirm:
      'Quitter la séance sur cet appareil ? Votre place reste : votre code personnel « {code} » vous y ramène.',
    join: 'Rejoindre une séance',
    ended:
      'La séance est terminée. Merci d’être venu·e. Les pages restent lisibles ; les machines ont été effacées.',
    removed:
      'Votre place a été retirée de la séance, avec sa machine. Les pages restent lisibles ; pour continuer, parlez à la personne qui anime, ou rejoignez la séance à nouveau.',
  },
  panel: {
    checking: 'Recherche de votre machine…',
    notJoined:
      'Ce lab se pratique dans un vrai terminal, sur une machine à vous. Il faut d’abord rejoindre une séance.',
    join: 'Rejoindre une séance',
    static:
      'Cette page est lue sans serveur de séance : le texte est complet, le terminal ne peut pas s’ouvrir ici. Pour pratiquer pour de vrai, rejoignez une séance, ou lancez le cours sur votre ordinateur avec « npm start ».',
    absent: 'Votre machine n’est pas encore demandée.',
    queued:
      'Votre machine se prépare. Vous êtes en position {position} dans la file ; rien à faire, elle s’ouvrira toute seule.',
    starting: 'Votre machine démarre…',
    ready: 'Votre machine est prête.',
    off: 'Votre machine est éteinte. Vos fichiers sont toujours là ; les programmes qui tournaient se sont arrêtés.',
    asleep:
      'Votre machine est éteinte jusqu’à la reprise de la séance. Vos fichiers sont gardés ; elle repartira d’elle-même.',
    full: 'Votre machine a été arrêtée : elle remplissait le disque, que toute la salle partage. Vos fichiers sont toujours là ; les programmes qui tournaient se sont arrêtés. Démarrez-la, puis effacez ce qui prend de la place : « du -ah ~ | sort -h | tail » montre les plus gros fichiers, « rm » les efface. Si elle continue d’écrire, elle s’arrêtera de nouveau. Si vous ne tenez pas à vos fichiers, « Recommencer le lab » vous donne une machine neuve.',
    start: 'Démarrer la machine',
    lost: 'Votre machine s’est arrêtée et ne peut pas revenir. Recommencer vous en donne une neuve ; les fichiers de l’ancienne sont perdus. Vos noms et vos serveurs restent.',
    reset: 'Recommencer avec une machine neuve',
    open: 'Demander ma machine',
    connecting: 'Ouverture du terminal…',
    live: 'Relié',
    reconnecting: 'Reconnexion… Votre machine continue de travailler.',
    offline: 'Plus de réseau : reconnexion dès son retour. Votre machine continue de travailler.',
    blocked:
      'Les pages arrivent mais pas le terminal : le réseau bloque les connexions « WebSocket ». Demandez à votre service informatique d’autoriser WebSocket vers {host}, ou changez de réseau (partage de connexion d’un téléphone).',
    gone: 'Ce terminal est fermé.',
    badFrame: 'Cette page et le serveur ne se comprennent plus. Rechargez la page.',
    reload: 'Recharger la page',
    terminal: 'Terminal {n}',
    terminals: 'Terminaux',
    newTerminal: 'Ouvrir un autre terminal sur la même machine',
    closeTerminal: 'Fermer le terminal {n}',
    smaller: 'Texte du terminal plus petit',
    larger: 'Texte du terminal plus grand',
    reader: 'Mode lecteur d’écran',
    keys: 'Touches à l’écran',
    help: 'Clavier et copier-coller',
    leaveKey: 'Sortir du terminal au clavier : {key}',
    leaveKeyShort: 'Ctrl + Maj + Entrée',
    copyMac: 'Copier : sélectionnez puis Cmd + C. Coller : Cmd + V.',
    copyOther:
      'Copier : sélectionnez puis Ctrl + Maj + C. Coller : Ctrl + Maj + V, ou clic droit puis Coller. (Ctrl + C, dans un terminal, arrête le programme en cours.)',
    copyTouch: 'Coller : appui long dans le terminal, puis Coller.',
    azerty: 'Sur un clavier français, AltGr donne | { } [ ] @ # \\ ~.',
    linkOpen: 'Ouvrir cette adresse dans un nouvel onglet ?\n{url}',
    inputLabel: 'Terminal : tapez vos commandes ici. {leave}',
    fold: 'Afficher ou replier le terminal',
    resizer: 'Largeur du texte et du terminal',
    announceLive: 'Le terminal est relié.',
    announceLost: 'Le terminal n’est plus relié.',
    restart: 'Recommencer le lab',
    restartConfirm:
      'Recommencer ce lab ? Votre machine sera remplacée par une neuve, ses fichiers effacés et les étapes de ce lab remises à zéro.',
    restartLoses:
      'Seront aussi rendus, avec tout ce qu’ils contiennent : {things}. L’argent fictif qu’ils ont coûté vous revient, et les labs qui continuent celui-ci seront à refaire.',
    restartKeeps:
      'Vos noms, vos serveurs et vos clés ssh restent comme ils sont : ce qui y est déjà fait sera reconnu. Pour les rendre : onglets « Bureau d’enregistrement » et « Hébergeurs ».',
    keyCtrl: 'Ctrl',
    keyTab: 'Tab',
    keyEscape: 'Échap',
    keyUp: 'Flèche haut',
    keyDown: 'Flèche bas',
    keyLeft: 'Flèche gauche',
    keyRight: 'Flèche droite',
    keyEnter: 'Entrée',
  },
  notices: {
    'input-refused':
      'Le programme en cours ne lit pas ce que vous collez : la suite n’a pas été envoyée. Ctrl + C l’arrête.',
  } as Record<string, string>,
  buildUp: {
    missing: 'Ce lab continue ce que vous auriez fait dans : {labs}. Il y manque quelque chose.',
    button: 'Le faire à ma place',
    busy: 'Regardez le terminal : « {lab} » s’y fait à votre place…',
  },
  step: {
    passed: 'Réussi',
    passedBySolution: 'Fait à votre place',
    todo: 'À faire',
    checking: 'Vérification…',
    notYet: 'Pas encore. Un indice ?',
    playing: 'Regardez le terminal : la solution s’y tape…',
    hint: 'Indice',
    hintMore: 'Indice plus précis',
    answer: 'Répondre',
    progress: 'Étapes réussies : {done} sur {total}',
    all: 'Toutes les étapes sont réussies. Bravo !',
    announcePassed: 'Étape réussie : {title}',
    solveConfirm: 'Taper la solution dans le terminal à votre place ?',
  },
  ...course.client,
  command: {
    copied: 'Copié',
    copyFailed: 'La copie a échoué : sélectionnez le texte à la main.',
    sent: 'Envoyé',
    notLive: 'Le terminal n’est pas relié : rien n’a été envoyé.',
    busy: 'Un programme tourne dans le terminal : terminez-le d’abord (Ctrl + C, Ctrl + X dans nano, ou « exit » si vous avez ouvert un autre shell). Rien n’a été envoyé.',
  },
  join: {
    joining: 'Entrée dans la séance…',
    probing: 'Essai du réseau…',
    welcome: 'Bienvenue, {pseudonym} !',
    probeFailed:
      'Vous êtes dans la séance, mais ce réseau bloque les connexions « WebSocket » : les terminaux ne s’ouvriront pas. Demandez à votre service informatique d’autoriser WebSocket vers {host} (port {port}), ou changez de réseau.',
    continue: 'Continuer quand même',
    already: 'Vous êtes déjà dans la séance sous le nom « {pseudonym} ».',
    needCode: 'Écrivez le code de la séance : quatre mots.',
    needPseudonym: 'Choisissez un pseudonyme.',
    needPersonalCode: 'Écrivez votre code personnel : trois mots.',
  },
  trainer: {
    entering: 'Vérification du lien…',
    needLink: 'Ouvrez cette page par le lien de formateur·rice que le serveur affiche à son démarrage.',
    noOne: 'Personne n’est encore arrivé.',
    endConfirm:
      'Terminer la séance ? Les terminaux se ferment et les machines sont effacées. C’est définitif.',
    endType: 'Écrivez « {word} » pour confirmer.',
    endWord: 'terminer',
    stale: 'Le serveur ne répond plus ; cette liste date de {time}.',
    warnings: {
      'plain-http':
        'Les pages passent en http simple : sur ce réseau, quelqu’un pourrait les lire. Réservez cette séance à des exercices.',
      'engine-down': 'Docker ne répond pas : aucune machine ne peut démarrer.',
      'disk-full':
        'Le disque de cette machine est plein : la séance continue sur une petite réserve. Libérez de la place dès que possible.',
      'joining-paused':
        'Les entrées sont suspendues quelques instants : un très grand nombre de codes erronés est arrivé.',
    } as Record<string, string>,
  },
};

/** Sentences written into the pages when the site is built. */
const page = {
  late: 'Une partie de cette page n’est pas arrivée. Rechargez-la : touche F5, ou le bouton ↻ du navigateur.',
  site: {
    title: 'La boîte à outils du député numérique',
    short: 'La boîte à outils',
    tagline:
      'Un cours libre pour installer soi-même ses outils numériques, et comprendre ce que chaque choix engage.',
  },
  header: {
    language: 'Langue',
    switchTo: 'Lire cette page en français',
    code: 'FR',
    courseMenu: 'Sommaire du cours',
    seat: 'Votre place',
  },
  footer: {
    textLicence: 'Textes sous licence',
    codeLicence: 'Programme sous licence MIT.',
    attribution: '« La boîte à outils du député numérique », ses auteur·rices.',
    by: '« La boîte à outils du député numérique » ; cette page : {authors}.',
    changes: 'Modifications : {changes}',
    attributionHow:
      'Vous pouvez copier, adapter et redistribuer cette page en la citant, sous la même licence.',
    notOfficial: 'Projet indépendant ; ce n’est pas un site de l’État ni de l’Assemblée nationale.',
    nav: 'À propos du site',
  },
  lab: {
    aside: 'Terminal du lab',
    minutes: '{n} min',
    practice: 'À vous de jouer',
    toTerminal: 'Aller au terminal',
    toText: 'Revenir au texte',
    noScript: 'Le terminal a besoin de JavaScript ; le texte, les commandes et les solutions se lisent sans.',
    steps: 'Étapes',
  },
  step: {
    number: 'Étape {n}',
    check: 'Vérifier',
    hint: 'Indice',
    solution: 'Voir la solution',
    solve: 'Faire à ma place',
    answer: 'Répondre',
    answerLabel: 'Votre réponse',
    todo: 'À faire',
    keysThen: 'touche',
    answerIs: 'Réponse :',
  },
  command: {
    copy: 'Copier',
    send: 'Envoyer',
    copyThis: 'Copier la commande {command}',
    sendThis: 'Envoyer au terminal : {command}',
  },
  careful: 'Attention',
  front: {
    title: 'La boîte à outils du député numérique',
    lead: 'Un nom, un serveur, un site : on en repart avec ses propres outils, installés de ses mains, et avec les questions politiques que chacun d’eux pose.',
    join: 'Rejoindre une séance',
    read: 'Commencer seul·e',
    run: 'Animer une séance',
    questionsTitle: 'Des questions auxquelles vous saurez répondre',
    questions: {
      'nom-de-domaine': 'Qu’est-ce qu’un nom de domaine, et à qui est le vôtre ?',
      'serveur-virtuel': 'Qu’est-ce qu’un serveur virtuel ? Comment choisir son hébergeur ?',
      'fournisseur-acces': 'Quels sont les fournisseurs d’accès, et lequel ralentit quoi ?',
      'cloud-souverain': 'Qu’est-ce que le « cloud souverain », et pourquoi a-t-il échoué ?',
      publier: 'Comment installer son propre site, et y prendre position ?',
    } as Record<string, string>,
    programme: 'Tout le programme, avec les durées',
    whatTitle: 'Comment cela se passe',
    what: [
      [
        'Un vrai terminal, dans la page',
        'Chaque personne reçoit une machine à elle, effacée ensuite. Rien à installer, aucun compte, aucune adresse électronique.',
      ],
      [
        'Un petit Internet, rien que pour la salle',
        'De vrais registres, de vrais hébergeurs, de vrais certificats, enfermés dans un ordinateur. On peut s’y tromper sans gêner personne.',
      ],
      [
        'Des étapes qui se cochent seules',
        'Le cours observe ce que vous faites et le reconnaît, quelle que soit la bonne manière choisie. Un indice attend toujours.',
      ],
      [
        'Des débats, pas des leçons de morale',
        'Chaque choix technique engage. Les deux camps sont défendus, avec leurs sources ; vous tranchez, ou pas.',
      ],
    ] as [string, string][],
    trainersTitle: 'Vous animez ?',
    trainers: [
      [
        'Lancez',
        'Sur un ordinateur sous Linux, la commande « npm start ». Elle prépare tout, même sans Internet.',
      ],
      ['Projetez', 'L’adresse et le code de la séance, quatre mots. Chacun·e entre avec un pseudonyme.'],
      ['Accompagnez', 'Votre page montre où en est chaque personne ; les notes disent quoi répondre.'],
    ] as [string, string][],
    trainersLink: 'Page de la personne qui anime',
    notesLink: 'Notes pour animer',
    whereTitle: 'Libre, et venu de quelque part',
    where:
      'Ce cours s’inspire d’ateliers tenus à l’Assemblée nationale à partir du 17 octobre 2017, où des élu·es et leurs collaborateur·rices installaient eux-mêmes leurs outils. Il s’adresse à toute personne curieuse ; aucune connaissance préalable n’est demandée. Textes et programme sont libres : reprenez-les, traduisez-les, transformez-les.',
    whereLink: 'D’où vient ce cours, et comment le reprendre',
  },
  join: {
    title: 'Rejoindre une séance',
    lead: 'Deux choses seulement : le code affiché dans la salle et un pseudonyme de votre choix.',
    code: 'Code de la séance',
    codeHelp: 'Quatre mots. Accents, majuscules, espaces ou tirets : tout convient.',
    pseudonym: 'Pseudonyme',
    pseudonymHelp: 'Visible de la personne qui anime. Mieux vaut ne pas donner votre vrai nom.',
    submit: 'Entrer',
    haveSeat: 'J’ai déjà une place',
    personalCode: 'Code personnel',
    personalCodeHelp:
      'Les trois mots reçus en entrant ; ils sont sur la page, en haut, sous votre pseudonyme.',
    back: 'Retrouver ma place',
    dataLink: 'Données personnelles',
    noScript: 'Cette page a besoin de JavaScript pour vous faire entrer.',
  },
  trainer: {
    title: 'Animer la séance',
    lead: 'Projetez cette page, ou donnez l’adresse et le code.',
    address: 'Adresse',
    code: 'Code de la séance',
    qr: 'Code QR de l’adresse de la séance',
    people: 'Participant·es',
    pseudonym: 'Pseudonyme',
    presence: 'Présence',
    progress: 'Étapes',
    warnings: 'À savoir',
    end: 'Terminer la séance…',
    noScript: 'Cette page a besoin de JavaScript.',
  },
  legal: { privacy: 'Données personnelles', accessibility: 'Accessibilité', legal: 'Mentions' },
  ...course.page,
  notFound: {
    title: 'Page introuvable',
    text: 'Cette adresse ne mène à aucune page. Le sommaire, ou la recherche, vous remettra sur le chemin.',
    home: 'Retour à l’accueil',
  },
};

export const fr = { client, page };

/** The same keys, any sentence. */
type Sentences<T> = T extends string ? string : { [K in keyof T]: Sentences<T[K]> };
export type Words = Sentences<typeof fr>;
export type ClientWords = Words['client'];
export type CourseWords = Sentences<typeof course>;
