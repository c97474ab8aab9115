// Que dit le lab « Obtenir un certificat » en français ?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Obtenir un certificat, et le garder',
  summary:
    'Le cadenas, de vos mains : prouver que le nom est à vous, chiffrer la page, et renouveler sans y penser.',
  steps: {
    'install-certbot': {
      title: 'Installez certbot et son greffon pour nginx, sur le serveur.',
      done: 'L’outil est là. Il sait parler à une autorité de certification, et régler nginx à votre place.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », démarrez le vôtre, ou louez-en un et reprenez la leçon précédente.',
        ],
        'nothing-yet': [
          'L’outil qui demande les certificats s’appelle certbot ; il s’installe comme nginx, avec `apt`.',
          'Sur le serveur : `apt update`, puis `apt install certbot python3-certbot-nginx`.',
        ],
        'no-plugin': [
          'certbot est là, mais pas la pièce qui lui permet de régler nginx.',
          'Sur le serveur : `apt install python3-certbot-nginx`.',
        ],
      },
      solution: '`apt install certbot python3-certbot-nginx` : l’outil, et la pièce qui lui apprend nginx.',
    },
    'ask-for-it': {
      title: 'Demandez un certificat pour votre nom, avec et sans `www`.',
      done: 'Votre page arrive maintenant sous enveloppe, et la signature est reconnue. Cela vous a coûté une commande.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine, et un certificat se rapporte à un nom.',
          'Dans l’onglet « Bureau d’enregistrement », enregistrez un nom, puis faites-le mener à votre serveur.',
        ],
        closed: [
          'Personne ne répond encore à la porte 443, celle de `https`, sous votre nom.',
          'Sur le serveur : `certbot --nginx`, puis `-d` et votre nom, puis `-d` et le même nom précédé de `www.`.',
        ],
        'not-trusted': [
          'Quelqu’un répond à la porte 443, mais avec un certificat que rien ne garantit ici pour votre nom.',
          'Laissez faire `certbot --nginx` : il obtient un certificat signé par l’autorité, et remplace celui-là.',
        ],
        'only-www': [
          'Le certificat couvre `www`, mais pas votre nom tout nu : qui l’oublierait verrait un avertissement.',
          'Relancez certbot avec les deux noms : `-d` votre nom, `-d` le même avec `www.` ; il proposera d’étendre.',
        ],
        'only-bare': [
          'Le certificat couvre votre nom, mais pas `www` devant : qui le taperait verrait un avertissement.',
          'Relancez certbot avec les deux noms : `-d` votre nom, `-d` le même avec `www.` ; il proposera d’étendre.',
        ],
      },
      solution:
        '`certbot --nginx -d … -d www.…` prouve à l’autorité que les deux noms mènent ici, reçoit le certificat et règle nginx.',
    },
    'read-who-vouches': {
      title: 'Qui se porte garant de votre certificat ? Lisez son émetteur.',
      done: 'C’est cette autorité que votre machine a décidé de croire. Ailleurs, ce serait une autre, de la même façon.',
      answerLabel: 'Émetteur',
      hints: {
        'no-answer': [
          'Le certificat le dit lui-même. `curl` le montre quand on lui demande d’être bavard, avec `-v`.',
          'Depuis votre poste : `curl -v https://` et votre nom ; cherchez la ligne « issuer ».',
        ],
        'the-subject': [
          'C’est pour qui le certificat a été fait : vous. On cherche qui l’a signé.',
          'La ligne juste au-dessous, « issuer », nomme l’autorité.',
        ],
        'another-authority': [
          'Ce n’est pas le nom qui figure sur le certificat. Relisez la ligne « issuer ».',
          'Recopiez ce qui suit `CN=` sur cette ligne.',
        ],
      },
      solution:
        'La ligne « issuer » nomme l’autorité : ici Pebble, l’autorité d’entraînement de ce petit Internet.',
    },
    'see-the-redirection': {
      title: 'Regardez ce qui arrive à qui tape encore `http`, sans « s ».',
      done: 'Code 301 : « a déménagé pour de bon ». Personne ne restera sur la version ouverte par habitude.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine, et un certificat se rapporte à un nom.',
          'Dans l’onglet « Bureau d’enregistrement », enregistrez un nom, puis faites-le mener à votre serveur.',
        ],
        'nothing-yet': [
          'Il faut demander l’ancienne adresse, celle en `http`, et regarder la réponse du serveur plutôt que la page.',
          'Depuis votre poste : `curl -I http://` suivi de votre nom.',
        ],
        'already-https': [
          'Cette adresse-là est déjà la bonne. Que se passe-t-il avec l’ancienne ?',
          'La même demande, en `http://`, sans le « s ».',
        ],
        'page-only': [
          'Vous avez reçu une petite page, sans voir l’ordre qui l’accompagnait : il est dans les en-têtes.',
          'Ajoutez l’option `-I`, qui montre les en-têtes de la réponse.',
        ],
      },
      solution:
        '`curl -I` montre les en-têtes : un code 301, et une ligne « Location » qui envoie vers `https`.',
    },
    'renew-it': {
      title: 'Renouvelez votre certificat sans attendre son échéance.',
      done: 'Un deuxième certificat est en place. Le serveur refera ce geste tout seul, deux fois par jour s’il le faut.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », démarrez le vôtre, ou louez-en un et reprenez la leçon précédente.',
        ],
        'nothing-yet': [
          'certbot sait renouveler tout ce qu’il a obtenu, d’un mot : « renew ».',
          'Sur le serveur : `certbot renew --force-renewal`.',
        ],
        'not-due': [
          'certbot a regardé, et trouvé que rien ne pressait : c’est son comportement normal, chaque jour.',
          'Pour l’essai seulement, insistez : ajoutez `--force-renewal`.',
        ],
      },
      solution: '`certbot renew --force-renewal` redemande un certificat tout de suite, et recharge nginx.',
    },
  },
});
