// Que dit le lab « Publier avec WordPress » en français ?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Publier avec WordPress',
  summary:
    'Un WordPress à vous, sous votre nom : une base, un assistant, une prise de position, une réflexion, la page qui dit qui parle, et personne d’autre au courant.',
  steps: {
    'rent-it-ready': {
      title: 'Louez un serveur avec le système « WordPress », et faites-y mener votre nom.',
      done: 'Tous les programmes sont là, aucun n’est réglé. C’est à vous.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre et enregistrez-le.',
        ],
        'nothing-yet': [
          'Vous n’avez pas de serveur en marche. Celui de cette leçon se commande avec un système déjà garni.',
          'Dans l’onglet « Hébergeurs », louez un serveur en choisissant le système « WordPress ».',
        ],
        'bare-server': [
          'Votre serveur tourne, mais aucun serveur Web n’y répond : il a sans doute été commandé nu.',
          'Rendez-le, et louez-en un autre en choisissant le système « WordPress ».',
        ],
        'not-pointed': [
          'Le serveur est prêt. Il lui manque votre nom.',
          'Au bureau d’enregistrement, dans la zone : `@`, type `A`, l’adresse de ce serveur.',
        ],
      },
      solution: 'Un serveur commandé avec le système « WordPress », et une ligne A dans la zone.',
    },
    'connect-the-parts': {
      title: 'Reliez les pièces : une base, une configuration, un site nginx.',
      done: 'WordPress répond sous votre nom. Il ne lui manque plus que vous.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre et enregistrez-le.',
        ],
        'still-nginx': [
          'nginx montre encore sa page d’origine : il ne sait pas que ce nom doit servir WordPress.',
          'Vérifiez `/etc/nginx/sites-enabled/site`, en particulier `server_name`, puis `systemctl reload nginx`.',
        ],
        'no-config': [
          'WordPress répond, mais ne trouve pas la configuration de ce nom : le fichier porte un autre nom, ou manque.',
          'Il doit s’appeler exactement `/etc/wordpress/config-`, votre nom, puis `.php`.',
        ],
        'no-database': [
          'WordPress a lu sa configuration, mais la base refuse de lui ouvrir : elle n’existe pas, ou le mot de passe diffère.',
          'Comparez le nom de la base et le mot de passe dans la commande `mariadb` et dans le fichier de configuration.',
        ],
        broken: [
          'Le serveur ne rend pas WordPress : une faute s’est glissée dans le site nginx, ou PHP ne tourne pas.',
          'Sur le serveur, `nginx -t` vérifie les réglages et dit à quelle ligne chercher.',
        ],
      },
      solution:
        'Une base créée par `mariadb`, un fichier `config-….php` qui en donne la clé, un site nginx qui passe les pages à PHP.',
    },
    'install-it': {
      title: 'Passez l’assistant d’installation.',
      done: 'Votre site est né, en français, avec un compte d’administration à vous.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre et enregistrez-le.',
        ],
        'not-answering': [
          'Votre site ne répond pas en ce moment, ou pas comme un WordPress.',
          'Sur le serveur, `systemctl status nginx` et `systemctl status mariadb` disent ce qui manque ; `systemctl start` relance.',
        ],
        'not-installed': [
          'L’assistant attend : il lui faut un titre, un nom de compte, un mot de passe et une adresse de courrier.',
          'Ouvrez votre nom dans l’onglet « Navigateur », et répondez à ses questions.',
        ],
      },
      solution: 'L’assistant crée les tables de la base et le premier compte ; il ne passera plus jamais.',
    },
    'publish-a-position': {
      title: 'Publiez une prise de position.',
      done: 'Elle est en ligne, datée, chez vous, et le flux du site l’annonce déjà.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre et enregistrez-le.',
        ],
        'not-answering': [
          'Votre site ne répond pas en ce moment, ou pas comme un WordPress.',
          'Sur le serveur, `systemctl status nginx` et `systemctl status mariadb` disent ce qui manque ; `systemctl start` relance.',
        ],
        'nothing-yet': [
          'Le flux de votre site n’annonce aucun article de vous. Un brouillon n’est pas publié.',
          'Dans le tableau de bord, « Articles », « Ajouter », puis « Publier », deux fois : WordPress demande confirmation.',
        ],
        'too-short': [
          'L’article est publié, mais il ne dit encore presque rien.',
          'Une position tient en quatre courts paragraphes : l’acte, la raison, l’argument contraire, le rendez-vous.',
        ],
      },
      solution:
        'Un article publié depuis le tableau de bord ; il paraît aussitôt sur la page d’accueil et dans le flux.',
    },
    'publish-a-reflection': {
      title: 'Publiez une réflexion.',
      done: 'Deux textes, deux formes. Votre site a commencé à penser.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre et enregistrez-le.',
        ],
        'not-answering': [
          'Votre site ne répond pas en ce moment, ou pas comme un WordPress.',
          'Sur le serveur, `systemctl status nginx` et `systemctl status mariadb` disent ce qui manque ; `systemctl start` relance.',
        ],
        'only-one': [
          'Le flux n’annonce encore qu’un seul texte de vous qui dise quelque chose.',
          'Un nouvel article : une question que vous vous posez vraiment, ce que vous avez lu, l’objection, où vous en êtes.',
        ],
      },
      solution:
        'Un second article ; une catégorie pour les positions, une autre pour les réflexions, et chacun s’y retrouve.',
    },
    'say-who-speaks': {
      title: 'Ajoutez la page des mentions légales.',
      done: 'On sait qui parle, et chez qui. C’est une obligation, et c’est une politesse.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre et enregistrez-le.',
        ],
        'not-answering': [
          'Votre site ne répond pas en ce moment, ou pas comme un WordPress.',
          'Sur le serveur, `systemctl status nginx` et `systemctl status mariadb` disent ce qui manque ; `systemctl start` relance.',
        ],
        'nothing-yet': [
          'Aucune page de votre site ne porte de mentions légales. Une page n’est pas un article : elle n’a pas de date.',
          'Dans le tableau de bord, « Pages », « Ajouter », titre « Mentions légales » : qui publie, et le nom de l’hébergeur.',
        ],
        'an-article': [
          'Vos mentions sont un article : elles descendront dans la liste, puis disparaîtront de la première page.',
          'Refaites-les dans « Pages », puis mettez l’article à la corbeille.',
        ],
      },
      solution:
        'Une page « Mentions légales » : directeur ou directrice de la publication, contact, hébergeur et son adresse.',
    },
    'let-all-read': {
      title: 'Donnez au moins un intertitre à l’un de vos textes.',
      done: 'On peut maintenant parcourir votre texte sans le voir. C’est aussi ce qui aide à le lire vite.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre et enregistrez-le.',
        ],
        'not-answering': [
          'Votre site ne répond pas en ce moment, ou pas comme un WordPress.',
          'Sur le serveur, `systemctl status nginx` et `systemctl status mariadb` disent ce qui manque ; `systemctl start` relance.',
        ],
        'no-heading': [
          'Aucun de vos articles n’a d’intertitre. Une ligne en gras n’en est pas un : une voix de synthèse ne la distingue pas.',
          'Dans l’éditeur, un bloc de plus, « Heading » (titre), puis « Mettre à jour » (« Update »).',
        ],
        'skips-a-level': [
          'Il y a un intertitre, mais d’un niveau trop bas : qui écoute cherche celui du dessus, et ne le trouve pas.',
          'Dans le bloc, choisissez `H2` : le titre de l’article est déjà de niveau 1.',
        ],
        'second-title': [
          'Votre texte porte un second grand titre : une page n’en a qu’un, celui de l’article.',
          'Dans le bloc du titre, choisissez `H2` à la place de `H1`.',
        ],
        'image-without-text': [
          'Une image de vos articles n’a aucun texte de remplacement : qui ne la voit pas n’en saura rien.',
          'Choisissez l’image dans l’éditeur, et remplissez « Alternative text » (texte de remplacement), à droite.',
        ],
      },
      solution: 'Un bloc « Heading » de niveau 2, entre deux paragraphes, dans le dernier article publié.',
    },
    'ask-nobody-else': {
      title: 'Faites que vos pages n’appellent personne d’autre.',
      done: 'Qui vous lit n’est vu que de vous. Voilà pourquoi votre site n’a pas besoin de bandeau.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine.',
          'Dans l’onglet « Bureau d’enregistrement », cherchez un nom libre et enregistrez-le.',
        ],
        'not-answering': [
          'Votre site ne répond pas en ce moment, ou pas comme un WordPress.',
          'Sur le serveur, `systemctl status nginx` et `systemctl status mariadb` disent ce qui manque ; `systemctl start` relance.',
        ],
        avatars: [
          'Une page fait encore chercher une image chez `gravatar.com`. Regardez à côté du nom de qui commente.',
          'Dans le tableau de bord, « Réglages », « Discussion » : décochez « Afficher les avatars », tout en bas, et enregistrez.',
        ],
        'another-host': [
          'Une de vos pages va chercher une image, un style ou un programme chez quelqu’un d’autre.',
          'La commande de la leçon nomme qui ; ôtez ce qui l’appelle, ou copiez l’image chez vous.',
        ],
      },
      solution:
        'Sans portraits à côté des commentaires, WordPress ne demande plus rien à personne ; une case à décocher.',
    },
  },
});
