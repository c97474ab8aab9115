// Que disent les pages du navigateur de verre quand un site ne vient pas ? Chaque page : ce qui s’est passé, pourquoi, et quoi essayer.
import type { GlassErrorCode } from '../protocol/glass.ts';

export interface ErrorWords {
  title: string;
  /** What happened; `{name}`, `{url}`, `{port}`, `{zone}`, `{server}`, `{resolver}`, `{address}`, `{names}`, `{issuer}`, `{from}`, `{to}`, `{max}` are filled in where they are known. */
  what: string;
  /** Next things to try, each a sentence; `code` between backquotes. */
  tries: string[];
}

export interface GlassWords {
  locale: string;
  simulated: string;
  try: string;
  again: string;
  /** Folder of one’s machine for files that come from the page. */
  uploads: string;
  errors: Record<GlassErrorCode, ErrorWords>;
  /** Added to « no such name » when the answer names who says so. */
  whoSaysNo: string;
  cut: Record<'too-large' | 'too-slow' | 'broken', string>;
  noKey: ErrorWords;
  nowhere: ErrorWords;
  /** In place of a file that a browser would keep; `url`: its address. */
  download: ErrorWords;
}

export const fr: GlassWords = {
  locale: 'fr-FR',
  simulated: 'Internet simulé',
  try: 'Que faire ?',
  again: 'Réessayer',
  uploads: 'Téléversements',
  whoSaysNo: 'C’est le serveur {server}, responsable de la zone « {zone} », qui le dit.',
  errors: {
    'bad-address': {
      title: 'Ceci n’est pas une adresse de site',
      what: 'Une adresse se compose d’un nom, comme camille-exemple.fr, parfois suivi d’un chemin, comme /contact.html.',
      tries: ['Retapez l’adresse dans la barre, sans espace.'],
    },
    'no-internet': {
      title: 'Le petit Internet n’est pas là',
      what: 'La séance n’a pas de petit Internet pour l’instant : il démarre peut-être encore.',
      tries: ['Attendez quelques secondes, puis réessayez.', 'Si cela dure, prévenez la personne qui anime.'],
    },
    outside: {
      title: 'Cette adresse est hors du petit Internet',
      what: '{name} ne mène à aucune machine de la séance. Ce navigateur n’y va pas : rien n’a été envoyé.',
      tries: [
        'Si ce nom est le vôtre, vérifiez l’enregistrement A de sa zone : il doit contenir l’adresse de votre serveur.',
      ],
    },
    'no-such-name': {
      title: '{name} n’existe pas',
      what: 'L’annuaire des noms (le DNS) a répondu : ce nom n’existe pas.',
      tries: [
        'Vérifiez l’orthographe du nom.',
        'S’il est à vous : est-il enregistré ? Pour un nom comme www.{name}, la zone a-t-elle un enregistrement de ce nom ?',
        'Une réponse « n’existe pas » se garde en mémoire quelque temps, elle aussi : après un ajout, patientez une minute.',
        'Pour voir chaque étape depuis le terminal : `dig +trace {name}`',
      ],
    },
    'no-address': {
      title: '{name} existe, mais n’a pas d’adresse',
      what: 'Le nom est connu, mais aucun enregistrement A ne dit à quel serveur il mène.',
      tries: [
        'Au bureau d’enregistrement, ajoutez à la zone un enregistrement A avec l’adresse de votre serveur.',
        'Depuis le terminal : `dig {name} A`',
      ],
    },
    'resolver-failed': {
      title: 'L’annuaire ne sait pas répondre',
      what: 'Le résolveur {resolver} n’a pas obtenu de réponse sur {name} : les serveurs de noms de cette zone se taisent ou se contredisent.',
      tries: [
        'Vérifiez les serveurs de noms indiqués au bureau d’enregistrement.',
        'Depuis le terminal : `dig +trace {name}` montre à quelle étape cela s’arrête.',
      ],
    },
    refused: {
      title: 'Le serveur refuse la connexion',
      what: 'La machine {address} existe et répond, mais aucun programme n’y écoute sur le port {port}.',
      tries: [
        'Si le serveur est à vous : un serveur web est-il installé et démarré ? `systemctl status nginx`',
        'En https, c’est le port 443 : sans certificat installé, rien n’y écoute. Essayez http.',
      ],
    },
    unreachable: {
      title: 'Aucune machine à cette adresse',
      what: 'Le nom mène à l’adresse {address}, mais aucune machine ne s’y trouve.',
      tries: [
        'Le serveur est-il en marche ? Regardez chez l’hébergeur.',
        'L’enregistrement A contient-il bien l’adresse actuelle du serveur ?',
      ],
    },
    timeout: {
      title: 'Pas de réponse à temps',
      what: 'Quelqu’un devrait répondre à {name}, mais rien n’est venu : la machine est éteinte, très occupée, ou fait attendre exprès.',
      tries: ['Le serveur est-il en marche ? Regardez chez l’hébergeur.', 'Réessayez dans un instant.'],
    },
    'gateway-down': {
      title: 'La passerelle ne répond pas',
      what: 'Le chemin entre cette page et le petit Internet ne fonctionne pas pour l’instant. Ni votre site ni votre nom n’y sont pour rien.',
      tries: ['Attendez quelques secondes, puis réessayez.', 'Si cela dure, prévenez la personne qui anime.'],
    },
    'tls-not-spoken': {
      title: 'Ce serveur ne parle pas https ici',
      what: 'La connexion au port {port} de {address} s’est faite, mais la suite n’est pas du TLS, le protocole qui chiffre le web.',
      tries: [
        'Essayez la même adresse avec http.',
        'Si le serveur est à vous : `nginx -t`, puis `journalctl -u nginx`.',
      ],
    },
    'tls-unknown-authority': {
      title: 'Un certificat que personne de connu n’a signé',
      what: 'Le serveur présente un certificat signé par « {issuer} ». Ce n’est pas une autorité reconnue ici : n’importe qui peut fabriquer un tel certificat, donc il ne prouve rien.',
      tries: [
        'Si le site est à vous, demandez un certificat à l’autorité : `certbot --nginx -d {name}`',
        'Ne passez jamais outre un tel avertissement sur un site qui n’est pas le vôtre.',
      ],
    },
    'tls-other-name': {
      title: 'Un certificat pour un autre nom',
      what: 'Le serveur présente un certificat valable, mais pour {names}, pas pour {name}. Rien ne prouve que ce serveur est bien {name}.',
      tries: [
        'Si le site est à vous, demandez un certificat qui contient ce nom : `certbot --nginx -d {name}`',
        'Avec et sans www sont deux noms : un certificat peut porter les deux (deux fois -d).',
      ],
    },
    'tls-expired': {
      title: 'Un certificat qui n’est plus valable',
      what: 'Le certificat de {name} valait jusqu’au {to}. Passé cette date, il ne prouve plus rien.',
      tries: [
        'Si le site est à vous, renouvelez le certificat : `certbot renew`, puis `systemctl reload nginx`.',
      ],
    },
    'tls-not-yet': {
      title: 'Un certificat qui n’est pas encore valable',
      what: 'Le certificat de {name} ne vaudra qu’à partir du {from}.',
      tries: ['L’horloge du serveur est-elle juste ? `date`'],
    },
    'bad-http': {
      title: 'Une réponse qui n’en est pas une',
      what: 'Quelqu’un répond sur le port {port} de {address}, mais ce qu’il dit n’est pas du HTTP, la langue du web.',
      tries: ['Un autre programme écoute peut-être sur ce port : `ss -tlnp`'],
    },
    'headers-too-large': {
      title: 'Des en-têtes démesurés',
      what: 'Avant la page elle-même, un serveur envoie quelques lignes d’en-têtes. Celui-ci en envoie trop pour être honnête ; la connexion a été coupée.',
      tries: ['Si le site est à vous, regardez les cookies et les en-têtes que sa configuration ajoute.'],
    },
    'no-answer': {
      title: 'Connexion ouverte, puis plus rien',
      what: 'Le serveur {address} a accepté la connexion, puis n’a rien répondu ou a raccroché.',
      tries: ['Réessayez.', 'Si le site est à vous : `journalctl -u nginx -n 20`'],
    },
    'form-too-large': {
      title: 'Trop à envoyer d’un coup',
      what: 'Ce formulaire (ou ce fichier) dépasse {max} : ce navigateur n’envoie pas davantage.',
      tries: ['Choisissez un fichier plus petit, ou une image réduite.'],
    },
    'too-many': {
      title: 'Trop de demandes à la fois',
      what: 'Cette page demande plus de choses en même temps que ce navigateur n’en transporte.',
      tries: ['Attendez un instant, puis réessayez.'],
    },
    'redirect-loop': {
      title: 'Renvoyé d’une adresse à l’autre, sans fin',
      what: 'Dix renvois de suite, et toujours pas de page : le site envoie à une adresse qui renvoie à la précédente, et ainsi de suite.',
      tries: [
        'Si le site est à vous, cherchez les renvois de sa configuration : `grep -rn "return 30" /etc/nginx/sites-enabled`',
        'Un renvoi de http vers https ne se place que du côté http ; un renvoi vers www, que du côté sans www.',
      ],
    },
  },
  cut: {
    'too-large': 'Page coupée ici : elle dépasse la taille que ce navigateur transporte.',
    'too-slow': 'Page coupée ici : le serveur met trop longtemps à envoyer la suite.',
    broken: 'Page coupée ici : la connexion s’est rompue avant la fin.',
  },
  noKey: {
    title: 'Ce navigateur ne vous reconnaît plus',
    what: 'L’accès à votre navigateur de verre a expiré, ou votre vrai navigateur refuse le petit témoin (cookie) qui sert de clé.',
    tries: [
      'Rechargez la page du cours, puis rouvrez l’onglet « Navigateur ».',
      'Si votre navigateur bloque tous les cookies tiers, autorisez-les pour cette page.',
    ],
  },
  download: {
    title: 'Un fichier à télécharger',
    what: 'Le site propose ici un fichier, et non une page. Ce navigateur montre des pages : il ne dépose rien sur votre ordinateur.',
    tries: ["Depuis le terminal, pour l’avoir sur votre machine de la séance : `curl -OJ '{url}'`"],
  },
  nowhere: {
    title: 'Cette redirection ne mène nulle part',
    what: 'Le site envoie vers une adresse qui n’est pas celle d’un site du petit Internet.',
    tries: ['Revenez en arrière, ou tapez une autre adresse.'],
  },
};
