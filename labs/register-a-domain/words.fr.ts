// Que dit le lab « Enregistrer un nom » en français ?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Enregistrer et régler un nom',
  summary:
    'Vous prenez un nom à vous, le voyez apparaître dans l’annuaire du réseau, écrivez dans sa zone, et fermez le verrou qui le protège.',
  steps: {
    'take-a-name': {
      title: 'Enregistrez un nom, au bureau d’enregistrement.',
      done: 'Il est à vous pour un an. Le registre vient de l’inscrire dans l’annuaire : personne d’autre ne peut plus le prendre.',
      hints: {
        'nothing-yet': [
          'Cette étape se fait au comptoir : l’onglet « Bureau d’enregistrement », à côté du terminal.',
          'Cherchez un mot, prenez un nom marqué « Libre » avec « Choisir », puis appuyez sur « Enregistrer ».',
        ],
      },
      solution:
        'Au comptoir : chercher, choisir, enregistrer. Le prix d’un an est pris dans votre bourse fictive.',
    },
    'see-the-delegation': {
      title: 'Demandez au réseau quels serveurs répondent pour votre nom.',
      done: 'Deux serveurs de noms : ceux du bureau. Le registre ne sait rien de votre site, il sait seulement qui le sait.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom : c’est l’affaire de la première étape.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre, choisissez-le, puis enregistrez-le.',
        ],
        'nothing-yet': [
          'La question se pose avec `dig`, en précisant ce que l’on cherche : les serveurs de noms, « name servers ».',
          'Écrivez `dig`, une espace, les deux lettres `NS`, une espace, puis votre nom entier.',
        ],
        'without-type': [
          'Vous avez demandé une adresse, et votre nom n’en a pas encore. On cherche ici ses serveurs de noms.',
          'Glissez les deux lettres `NS` entre `dig` et votre nom.',
        ],
        'another-name': [
          'La question est la bonne, mais elle portait sur le nom de quelqu’un d’autre.',
          'Mettez à la place le nom que vous venez d’enregistrer ; l’onglet « Bureau d’enregistrement » le rappelle.',
        ],
      },
      solution:
        '`dig NS` demande à qui le registre a délégué le nom ; la section « ANSWER » donne les serveurs du bureau.',
    },
    'write-a-text': {
      title: 'Ajoutez à votre nom un enregistrement `TXT`, avec le texte de votre choix.',
      done: 'Le monde entier peut déjà le lire. Un TXT sert souvent à prouver qu’un nom est bien à vous.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom : c’est l’affaire de la première étape.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre, choisissez-le, puis enregistrez-le.',
        ],
        'nothing-yet': [
          'Au comptoir, sous votre nom, la partie « Zone » reçoit les enregistrements.',
          'Nom : `@` ; type : `TXT` ; valeur : votre phrase. Puis « Ajouter ».',
        ],
        elsewhere: [
          'Le texte existe, mais il est posé sur `www` et non sur le nom lui-même.',
          'Dans la case « Nom », mettez `@`, qui désigne le nom tout nu.',
        ],
      },
      solution: 'Dans la zone, une ligne de type TXT sur `@` ; `dig +short TXT` la relit depuis le terminal.',
    },
    'receive-mail': {
      title: 'Dites où porter le courrier de votre nom : un enregistrement `MX`.',
      done: 'Le courrier saurait où aller. Remarquez que le site et le courrier d’un même nom peuvent vivre chez deux prestataires.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom : c’est l’affaire de la première étape.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre, choisissez-le, puis enregistrez-le.',
        ],
        'nothing-yet': [
          'C’est une ligne de plus dans la zone, de type MX, comme « mail exchanger », échangeur de courrier.',
          'Nom : `@` ; type : `MX` ; valeur : `courrier.cooperative-exemple.org`. Puis « Ajouter ».',
        ],
        elsewhere: [
          'Le courrier est réglé pour un sous-domaine, pas pour le nom lui-même.',
          'Dans la case « Nom », mettez `@` : les adresses finiront alors par votre nom tout court.',
        ],
      },
      solution:
        'Une ligne de type MX sur `@` ; sa valeur est le nom d’un serveur, jamais une adresse en chiffres.',
    },
    'walk-to-it': {
      title: 'Suivez le chemin, de la racine jusqu’à votre texte.',
      done: 'Racine, extension, bureau : et au bout, une phrase que vous avez écrite. Ce chemin-là, vous venez de le prolonger.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom : c’est l’affaire de la première étape.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre, choisissez-le, puis enregistrez-le.',
        ],
        'nothing-yet': [
          'C’est la marche de la leçon précédente, avec l’option « trace », sur votre propre nom.',
          'Écrivez `dig`, puis `+trace`, puis `TXT`, puis votre nom, séparés par des espaces.',
        ],
        'without-trace': [
          'Vous avez la réponse sans le chemin : le résolveur l’a fait pour vous.',
          'Ajoutez `+trace` juste après `dig`.',
        ],
        'another-name': [
          'Belle marche, mais vers le nom de quelqu’un d’autre.',
          'Recommencez avec le nom que vous avez enregistré.',
        ],
      },
      solution:
        '`dig +trace TXT` part de la racine et montre chaque renvoi, jusqu’au serveur qui connaît votre texte.',
    },
    'read-its-record': {
      title: 'Lisez ce que le registre dit de vous à tout le monde.',
      done: 'Voilà ce que verra un journaliste, un plaisantin ou un huissier. Si votre nom est en clair, vous savez pourquoi.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom : c’est l’affaire de la première étape.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre, choisissez-le, puis enregistrez-le.',
        ],
        'nothing-yet': [
          'La commande dont le nom est une question : qui est-ce ?',
          'Écrivez `whois`, une espace, puis votre nom.',
        ],
        'another-name': [
          'Vous avez lu la fiche d’un autre nom. Lisez maintenant la vôtre.',
          'Même commande, avec le nom que vous avez enregistré.',
        ],
      },
      solution:
        '`whois` (ou RDAP avec `curl`) montre la fiche publique du nom : dates, bureau, et titulaire ou non.',
    },
    'lock-it': {
      title: 'Verrouillez votre nom contre les transferts, et vérifiez auprès du registre.',
      done: 'Verrouillé. Qui volerait le code de transfert devrait encore ouvrir ce verrou, dans votre compte.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom : c’est l’affaire de la première étape.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre, choisissez-le, puis enregistrez-le.',
        ],
        'not-locked': [
          'Le registre ne signale aucun verrou. Il se ferme au comptoir, sous votre nom, dans la partie « Transfert ».',
          'Appuyez sur « Verrouiller » ; la fiche `whois` montrera ensuite `clientTransferProhibited`.',
        ],
      },
      solution:
        'Le bouton « Verrouiller » ajoute l’état `clientTransferProhibited` à la fiche du nom : aucun autre bureau ne peut plus le prendre.',
    },
  },
});
