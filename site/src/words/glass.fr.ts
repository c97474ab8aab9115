// Que dit l’onglet « Navigateur » en français ? Les pages d’erreur elles-mêmes sont dans runner/glass.
import type { GlassErrorCode, WalkStep } from '#protocol/glass.ts';

type Sentences<T> = T extends string ? string : { [K in keyof T]: Sentences<T[K]> };

const stops: Record<GlassErrorCode, string> = {
  'bad-address': 'L’adresse n’est pas celle d’un site.',
  'no-internet': 'Le petit Internet n’était pas là.',
  outside: 'Arrêt : l’adresse est hors du petit Internet. Rien n’a été envoyé.',
  'no-such-name': 'Arrêt : ce nom n’existe pas.',
  'no-address': 'Arrêt : ce nom n’a pas d’adresse.',
  'resolver-failed': 'Arrêt : le résolveur n’a pas obtenu de réponse.',
  refused: 'Arrêt : connexion refusée, aucun programme n’écoute sur ce port.',
  unreachable: 'Arrêt : aucune machine à cette adresse.',
  timeout: 'Arrêt : pas de réponse à temps.',
  'gateway-down': 'Arrêt : la passerelle vers le petit Internet ne répond pas.',
  'tls-not-spoken': 'Arrêt : ce qui répond ne parle pas TLS.',
  'tls-unknown-authority': 'Arrêt : certificat signé par une autorité inconnue.',
  'tls-other-name': 'Arrêt : certificat pour un autre nom.',
  'tls-expired': 'Arrêt : certificat expiré.',
  'tls-not-yet': 'Arrêt : certificat pas encore valable.',
  'bad-http': 'Arrêt : la réponse n’est pas du HTTP.',
  'headers-too-large': 'Arrêt : en-têtes démesurés.',
  'no-answer': 'Arrêt : connexion ouverte, mais aucune réponse.',
  'form-too-large': 'Arrêt : trop à envoyer d’un coup.',
  'too-many': 'Arrêt : trop de demandes à la fois.',
  'redirect-loop': 'Arrêt : dix renvois de suite, et pas de page.',
};

const said: Record<WalkStep['said'], string> = {
  referral: 'ne connaît pas l’adresse, mais sait à qui la demander : {next}',
  answer: 'connaît la réponse : {data}',
  'no-such-name': 'répond que ce nom n’existe pas',
  nothing: 'n’a pas de réponse pour ce nom',
  silent: 'ne répond pas',
};

export const fr = {
  locale: 'fr-FR',
  title: 'Navigateur',
  simulated: 'Internet simulé',
  simulatedMeaning:
    'Ces sites n’existent que dans cette séance : rien ne vient du vrai Internet, rien n’y part.',
  bar: {
    label: 'Adresse du site',
    placeholder: 'par exemple camille-exemple.fr',
    go: 'Aller',
    back: 'Page précédente',
    forward: 'Page suivante',
    reload: 'Recharger la page',
    home: 'Accueil : les sites de la classe',
    tools: 'Outils du navigateur',
    unreadable: 'Ceci n’est pas une adresse de site. Tapez un nom, comme camille-exemple.fr.',
  },
  frame: 'Page du petit Internet',
  loading: 'Chargement de {url}…',
  arrived: 'Page affichée : {title}',
  lock: {
    none: 'Pas de page',
    open: 'Connexion non chiffrée (http)',
    closed: 'Connexion chiffrée, nom vérifié (https)',
    broken: 'Le site n’a pas pu prouver qui il est',
  },
  home: {
    title: 'Les sites de la classe qui répondent',
    none: 'Aucun site ne répond pour l’instant. Le premier sera peut-être le vôtre : un nom, un serveur, un enregistrement A, et il apparaît ici.',
    by: 'par {pseudonym}',
    visit: 'Visiter {name}',
    refresh: 'Regarder de nouveau',
    curl: 'Dans le terminal :',
    count: 'Sites qui répondent : {n}.',
  },
  files: {
    title: 'Déposer un fichier sur ma machine',
    help: 'Une photo, un texte : 10 Mo au plus. Le fichier arrive dans votre poste de travail, pas sur un serveur.',
    label: 'Fichier',
    send: 'Déposer',
    sending: 'Envoi de {name}…',
    done: 'Déposé : {path}',
    choose: 'Choisissez d’abord un fichier.',
    tooLarge: 'Ce fichier dépasse 10 Mo. Choisissez-en un plus petit.',
  },
  what: {
    title: 'Ce qui vient de se passer',
    none: 'Ouvrez une page : chaque étape de son trajet s’écrira ici.',
    source: 'Mesuré sur la connexion même qui a servi cette page.',
    redirected: '{status} : {url} renvoie ailleurs',
    resolved: 'Nom : le résolveur {resolver} répond en {ms} : {name} → {address}',
    alias: '{name} est un alias de {data}',
    unresolved:
      'Nom : le résolveur {resolver} répond en {ms} : {name} n’existe pas (dit par {server}, zone « {zone} »)',
    noAddress: 'Nom : le résolveur {resolver} répond en {ms} : pas d’adresse pour {name}',
    typed: 'Nom : aucun, vous avez tapé une adresse',
    ttl: 'Cette réponse peut être gardée {ttl} s.',
    connected: 'Connexion (TCP) : {address}, port {port}, en {ms}',
    tls: 'Chiffrement ({protocol}) : certificat de {issuer}, en {ms}',
    tlsNames: 'Noms du certificat : {names}',
    tlsDates: 'Valable du {from} au {to}',
    noTls: 'Chiffrement : aucun (http)',
    http: 'Réponse (HTTP) : {method} → {status}, en {ms}',
    httpMore: '{type}, {size}',
    server: 'Serveur annoncé : {server}',
    cut: 'La page a été coupée avant la fin.',
    total: 'En tout : {ms}',
    meaning: {
      dns: 'Un nom est fait pour les personnes, une adresse pour les machines. Le résolveur cherche l’adresse derrière le nom, comme un annuaire.',
      tcp: 'Votre navigateur et le serveur se mettent d’accord pour parler : la ligne est ouverte. Le port dit à quel programme de la machine on s’adresse.',
      tls: 'Le serveur prouve, par un certificat signé d’une autorité, qu’il est bien celui du nom ; puis tout est chiffré. C’est ce que dit le cadenas.',
      noTls:
        'Tout circule en clair : qui se trouve sur le chemin peut lire et modifier la page. Un certificat y remédie.',
      http: 'Le navigateur demande une page, le serveur répond par un code (200 : la voici ; 301 ou 302 : allez là ; 404 : je ne l’ai pas), puis la page.',
      redirect:
        'Le serveur n’envoie pas de page, mais une autre adresse ; le navigateur y va de lui-même. C’est ainsi qu’un site passe de http à https.',
      stop: 'Les étapes suivantes n’ont pas eu lieu.',
    },
    stops,
  },
  walk: {
    title: 'Le chemin du nom, depuis la racine',
    honest:
      'Ces serveurs viennent d’être interrogés pour vous, l’un après l’autre. C’est le chemin que suit le résolveur ; quand il connaît déjà la réponse, il la donne de mémoire.',
    loading: 'Interrogation des serveurs de noms…',
    failed: 'Les serveurs de noms n’ont pas pu être interrogés.',
    root: 'la racine',
    zone: 'zone « {zone} »',
    step: '{who} ({server}, {address}), en {ms} : {said}',
    said,
    you: 'Vous',
    site: 'Le site',
    picture: 'Schéma : {steps}.',
  },
  directory: {
    title: 'Annuaire de la classe',
    help: 'Les sites que la classe a mis en ligne dans le petit Internet, et qui répondent en ce moment.',
  },
};

export type GlassWords = Sentences<typeof fr>;
