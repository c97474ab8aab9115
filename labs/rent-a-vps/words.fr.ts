// Que dit le lab « Louer un serveur » en français ?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Louer un serveur et fermer sa porte',
  summary:
    'Vous comparez, vous louez, vous entrez ; puis vous changez la serrure : une clé à la place du mot de passe, et les mises à jour.',
  steps: {
    'rent-one': {
      title: 'Louez un serveur virtuel chez l’hébergeur de votre choix.',
      done: 'Une machine vient de s’allumer, avec son adresse à elle, joignable de partout. Elle est à vous, et sous votre responsabilité.',
      hints: {
        'nothing-yet': [
          'Cette étape se fait au comptoir : l’onglet « Hébergeurs », à côté du terminal.',
          'Choisissez une offre de serveur virtuel, donnez un nom à la machine, par exemple `mon-serveur`, puis louez.',
        ],
        'not-answering': [
          'Votre serveur est en marche, mais il ne répond pas à la porte d’entrée : il démarre encore, ou son service SSH est arrêté.',
          'Attendez quelques secondes. Si rien ne vient, redémarrez-le depuis l’onglet « Hébergeurs ».',
        ],
      },
      solution:
        'Au comptoir des hébergeurs : choisir une offre, nommer la machine, louer. Quelques secondes plus tard, elle tourne.',
    },
    'go-in': {
      title: 'Entrez dans votre serveur avec `ssh`, depuis votre poste.',
      done: 'Vous êtes entré·e. L’invite a changé de nom : ce que vous tapiez là s’exécutait ailleurs.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'never-knocked': [
          'Personne n’a encore frappé à la porte de votre serveur. La commande qui ouvre un terminal à distance s’appelle `ssh`.',
          'Écrivez `ssh root@` suivi, sans espace, de l’adresse que donne l’onglet « Hébergeurs ».',
        ],
        'other-user': [
          'Vous avez frappé sous votre nom d’utilisateur, que le serveur ne connaît pas. Pour l’instant, il ne connaît que `root`.',
          'Ajoutez `root@` juste avant l’adresse, sans espace.',
        ],
        'wrong-password': [
          'Le serveur a reconnu `root`, mais pas le mot de passe. Rien ne s’affiche quand on le tape : c’est voulu.',
          'Copiez le mot de passe dans l’onglet « Hébergeurs » avec « Montrer », puis collez-le avec Ctrl-Maj-V, et Entrée.',
        ],
        'gave-up': [
          'La connexion a commencé, puis s’est arrêtée avant le mot de passe. À la question sur l’empreinte, on répond par le mot entier.',
          'Recommencez ; comparez l’empreinte avec celle de l’onglet « Hébergeurs », puis tapez `yes` et Entrée.',
        ],
      },
      solution:
        '`ssh root@` et l’adresse : on vérifie l’empreinte, on répond `yes`, on donne le mot de passe. `exit` ressort.',
    },
    'make-a-key': {
      title: 'Sur votre poste, fabriquez une paire de clés SSH.',
      done: 'Deux fichiers : une clé privée qui ne sortira jamais d’ici, une clé publique que l’on peut afficher au tableau.',
      hints: {
        'nothing-yet': [
          'Aucune clé pour l’instant dans le dossier où `ssh` les cherche. Vérifiez aussi que vous êtes bien sur votre poste.',
          'Tapez `ssh-keygen -t ed25519`, puis trois fois Entrée.',
        ],
        half: [
          'Il manque la moitié de la paire : une clé publique ne sert à rien sans sa clé privée, et réciproquement.',
          'Effacez ce reste avec `rm ~/.ssh/id_*`, puis lancez `ssh-keygen -t ed25519`.',
        ],
        elsewhere: [
          'Une clé existe, mais ailleurs que là où `ssh` regarde de lui-même : le dossier `.ssh` de chez vous.',
          'Recommencez avec `ssh-keygen -t ed25519` et acceptez l’emplacement proposé avec Entrée.',
        ],
      },
      solution:
        '`ssh-keygen` écrit deux fichiers dans `~/.ssh` : la clé privée, et la clé publique dont le nom finit par `.pub`.',
    },
    'bring-the-key': {
      title: 'Portez votre clé publique sur le serveur, puis entrez sans mot de passe.',
      done: 'La porte s’est ouverte sans rien demander : elle a reconnu votre clé.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'no-key': [
          'Le serveur ne connaît encore aucune clé. Une commande la porte et la range au bon endroit.',
          'Depuis votre poste : `ssh-copy-id root@` suivi de l’adresse du serveur ; il demande une dernière fois le mot de passe.',
        ],
        'not-a-key': [
          'La liste des clés du serveur existe, mais aucune ligne n’y ressemble à une clé publique.',
          'Une clé publique tient sur une ligne qui commence par `ssh-ed25519` ou `ssh-rsa`. Laissez `ssh-copy-id` la recopier.',
        ],
        'open-to-others': [
          'La clé est là, mais le dossier qui la contient est ouvert à tout le monde : par prudence, le serveur refuse de la lire.',
          'Sur le serveur : `chmod 700 /root/.ssh`, puis `chmod 600 /root/.ssh/authorized_keys`.',
        ],
        'not-used': [
          'La clé est en place. Il reste à vérifier qu’elle ouvre : entrez de nouveau.',
          'Depuis votre poste, `ssh root@` suivi de l’adresse : cette fois, aucun mot de passe ne doit être demandé.',
        ],
      },
      solution:
        '`ssh-copy-id` ajoute votre clé publique à la liste `authorized_keys` du serveur ; la connexion suivante s’en sert.',
    },
    'fetch-the-updates': {
      title: 'Sur le serveur, demandez la liste des mises à jour, et installez-les.',
      done: 'Votre serveur sait ce qui est sorti depuis sa fabrication. À refaire chaque semaine, ou à automatiser.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'nothing-yet': [
          'Le serveur n’a pas encore demandé ce qu’il y a de neuf. Sans cette liste, il croit que tout est à jour.',
          'Sur le serveur, tapez `apt update`, puis `apt upgrade`.',
        ],
      },
      solution: '`apt update` rapporte la liste signée des paquets ; `apt upgrade` installe ce qui a changé.',
    },
    'keys-only': {
      title: 'Fermez la porte aux mots de passe : que seules les clés ouvrent.',
      done: 'Désormais, deviner ne sert plus à rien. Gardez bien votre clé, et faites-en entrer une seconde, celle d’une personne de confiance.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'still-open': [
          'Le serveur accepte encore les mots de passe. Le réglage s’appelle `PasswordAuthentication`.',
          'Sur le serveur, écrivez `PasswordAuthentication no` dans `/etc/ssh/sshd_config.d/00-cles.conf`, puis rechargez le service.',
        ],
        commented: [
          'La ligne est écrite, mais elle commence par un croisillon : le serveur la prend pour un commentaire.',
          'Enlevez le `#` du début, enregistrez, puis rechargez le service.',
        ],
        'other-file': [
          'Vous avez écrit « no », mais un autre fichier dit « yes » avant le vôtre, et c’est le premier lu qui compte.',
          'Les fichiers de `/etc/ssh/sshd_config.d` se lisent dans l’ordre alphabétique : nommez le vôtre `00-cles.conf`.',
        ],
        'root-only': [
          'Vous avez protégé `root`, c’est déjà bien. Un autre compte pourrait encore entrer avec un mot de passe.',
          'Ajoutez la ligne `PasswordAuthentication no` dans `/etc/ssh/sshd_config.d/00-cles.conf`, puis rechargez.',
        ],
        'no-keys': [
          'Attention : ce réglage refuse aussi les clés. Ne fermez surtout pas votre session !',
          'Retirez la ligne `PubkeyAuthentication no` ; la console de l’onglet « Hébergeurs » reste le dernier recours.',
        ],
        'not-reloaded': [
          'Le réglage est écrit, mais le service tourne encore avec l’ancien : il ne relit pas son fichier de lui-même.',
          'Sur le serveur, tapez `systemctl reload ssh`.',
        ],
      },
      solution:
        'Une ligne, `PasswordAuthentication no`, dans un fichier lu avant les autres, puis `systemctl reload ssh` pour qu’elle prenne effet.',
    },
  },
});
