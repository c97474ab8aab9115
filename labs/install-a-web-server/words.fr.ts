// Que dit le lab « Installer un serveur Web » en français ?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Installer un serveur Web, et lui donner un nom',
  summary: 'Un programme qui sert des pages, une page à vous, et votre nom qui y mène : votre site existe.',
  steps: {
    'install-it': {
      title: 'Installez le serveur Web nginx sur votre serveur.',
      done: 'nginx tourne déjà, et se relancera tout seul à chaque démarrage. La porte 80, celle du Web, est ouverte.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'nothing-yet': [
          'Personne ne répond encore à la porte du Web. Sur Debian, c’est `apt` qui installe les programmes.',
          'Entrez dans le serveur avec `ssh`, tapez `apt update`, puis `apt install nginx`, et acceptez avec Entrée.',
        ],
        'no-list': [
          'Le serveur n’a pas la liste des programmes disponibles : il ne sait pas ce qu’est nginx.',
          'Sur le serveur, tapez `apt update` d’abord, puis recommencez l’installation.',
        ],
        stopped: [
          'Le programme est installé, mais il ne répond pas : il est arrêté, ou un réglage l’empêche de démarrer.',
          'Sur le serveur, `systemctl status nginx` dit pourquoi ; `systemctl start nginx` le relance.',
        ],
      },
      solution: '`apt install nginx` rapporte le programme et ce dont il a besoin, l’installe et le démarre.',
    },
    'see-it-by-address': {
      title: 'Depuis votre poste, demandez la page que sert votre serveur, par son adresse.',
      done: 'Une page a traversé le réseau. Elle est de nginx, pas encore de vous, mais elle vient de chez vous.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'nobody-came': [
          'Le journal des visites de votre serveur est vide : personne n’a encore demandé de page.',
          'Depuis votre poste, `curl http://` suivi de l’adresse du serveur ; ou tapez cette adresse dans un navigateur du petit Internet.',
        ],
        'from-inside': [
          'Une visite a eu lieu, mais depuis le serveur lui-même : cela ne prouve pas que la porte est ouverte au monde.',
          'Quittez le serveur avec `exit`, puis refaites la demande depuis votre poste, avec l’adresse.',
        ],
      },
      solution:
        '`curl` va chercher la page à cette adresse et l’affiche : du texte et des balises, que le navigateur dessinerait.',
    },
    'write-your-page': {
      title: 'Remplacez la page d’accueil par la vôtre.',
      done: 'Votre page est en ligne. Personne n’a eu à vous y autoriser.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'no-answer': [
          'Votre serveur ne rend plus aucune page : nginx est sans doute arrêté.',
          'Sur le serveur, `systemctl status nginx` dit pourquoi, et `systemctl restart nginx` le relance.',
        ],
        'still-default': [
          'Le serveur montre encore la page livrée avec nginx. La vôtre doit être sur le serveur, dans le dossier qu’il publie.',
          'Sur le serveur : `nano /var/www/html/index.html`, quelques mots, puis Ctrl-O, Entrée, Ctrl-X.',
        ],
        empty: [
          'La page existe, mais elle est vide : le fichier n’a pas été enregistré avec son texte.',
          'Rouvrez `/var/www/html/index.html`, écrivez une phrase, enregistrez avec Ctrl-O puis Entrée.',
        ],
        forbidden: [
          'Le serveur trouve la page, mais n’a pas le droit de la lire : erreur 403.',
          'Sur le serveur : `chmod 644 /var/www/html/index.html` rend le fichier lisible par tout le monde.',
        ],
      },
      solution:
        'nginx publie le dossier `/var/www/html` ; un fichier `index.html` y devient la page d’accueil. `scp` le porte depuis votre poste.',
    },
    'point-the-name': {
      title: 'Faites mener votre nom à votre serveur : un enregistrement `A`.',
      done: 'Le nom mène à la machine. Le jour où vous changerez de machine, vous ne changerez que cette ligne.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre et enregistrez-le.',
        ],
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'nothing-yet': [
          'Votre nom ne mène encore à aucune adresse. Cela s’écrit dans sa zone, au bureau d’enregistrement.',
          'Nom : `@` ; type : `A` ; valeur : l’adresse de votre serveur. Puis « Ajouter ».',
        ],
        'only-www': [
          'Vous avez réglé `www`, c’est l’étape suivante. Le nom tout nu, lui, ne mène encore nulle part.',
          'Ajoutez une ligne avec `@` dans la case « Nom ».',
        ],
        elsewhere: [
          'Votre nom mène à une adresse, mais pas à celle de votre serveur.',
          'Modifiez la ligne `A` : l’adresse exacte est dans l’onglet « Hébergeurs », avec un bouton pour la copier.',
        ],
      },
      solution: 'Dans la zone, une ligne de type A sur `@`, avec l’adresse du serveur.',
    },
    'point-www': {
      title: 'Faites mener `www`, devant votre nom, au même endroit.',
      done: 'Les deux adresses mènent chez vous. Vos visiteurs taperont l’une ou l’autre, sans y penser.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre et enregistrez-le.',
        ],
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'nothing-yet': [
          'Avec `www` devant, votre nom ne mène encore nulle part : c’est un autre nom, qui a besoin de sa propre ligne.',
          'Nom : `www` ; type : `CNAME` (« comme cet autre nom ») ; valeur : votre nom entier. Puis « Ajouter ».',
        ],
        elsewhere: [
          'La ligne `www` existe, mais elle mène ailleurs que chez vous.',
          'Modifiez-la : type `CNAME`, valeur : votre nom entier, sans rien devant.',
        ],
      },
      solution:
        'Une ligne CNAME dit « voyez cet autre nom » : si l’adresse change un jour, `www` suivra tout seul.',
    },
    'see-it-by-name': {
      title: 'Demandez votre page par son nom, depuis votre poste.',
      done: 'Votre page, sous votre nom, sur votre machine. Il y a une heure, rien de cela n’existait.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre et enregistrez-le.',
        ],
        'nothing-yet': [
          'La même demande que par adresse, mais avec le nom.',
          'Depuis votre poste : `curl http://` suivi de votre nom.',
        ],
        'by-address': [
          'Par l’adresse, cela marche. Reste à vérifier que le nom mène bien là.',
          'Remplacez les quatre nombres par votre nom de domaine.',
        ],
        failed: [
          'La demande est partie et n’a rien rapporté : le nom ne mène pas encore chez vous, ou l’adresse tapée a un mot de trop.',
          'Vérifiez avec `dig +short` et votre nom ; si la réponse est ancienne, patientez quelques secondes, puis recommencez.',
        ],
      },
      solution: '`curl http://` et le nom : le résolveur trouve l’adresse, puis la page arrive.',
    },
  },
});
