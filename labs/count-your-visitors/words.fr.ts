// Que dit le lab « Compter sans suivre » en français ?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Compter ses lecteurs sans les suivre',
  summary:
    'Un journal des visites qui ne sait plus qui est venu, une petite foule de passage, un tableau : qui vous envoie des lecteurs ?',
  steps: {
    'cut-the-addresses': {
      title:
        'Faites oublier au journal des visites la fin de chaque adresse, et videz-le de ce qu’il savait déjà.',
      done: 'Le journal sait qu’on est venu, et ne sait plus qui. Ce que l’on n’a pas ne se vole pas.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'not-answering': [
          'Le serveur Web ne répond pas : il est arrêté, ou une faute l’empêche de démarrer.',
          'Sur le serveur, `nginx -t` dit à quelle ligne chercher, et `systemctl restart nginx` relance.',
        ],
        'no-journal': [
          'Plus aucune visite n’est notée : il n’y aura rien à compter.',
          'Il faut une ligne `access_log`, suivie du fichier et du nom de votre format, puis `systemctl reload nginx`.',
        ],
        'still-whole': [
          'Une visite vient d’être notée avec son adresse entière. Le nouveau format n’est pas en service, ou l’ancien écrit toujours à côté.',
          'Vérifiez que la ligne `access_log` d’origine a quitté `/etc/nginx/nginx.conf`, puis `nginx -t` et `systemctl reload nginx`.',
        ],
        'old-ones-stay': [
          'Les nouvelles visites sont coupées, mais le journal garde les adresses entières d’avant.',
          'Sur le serveur, `truncate -s 0 /var/log/nginx/access.log` le vide sans le supprimer.',
        ],
      },
      solution:
        'Un format de journal où l’adresse perd sa fin, mis à la place de celui d’origine ; nginx le relit, et l’ancien journal est vidé.',
    },
    'bring-readers': {
      title: 'Annoncez votre site au journal, et attendez vos lecteurs.',
      done: 'Ils sont venus, une bonne quarantaine, et une douzaine de robots avec eux.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'not-answering': [
          'Le serveur Web ne répond pas : vos lecteurs trouveraient porte close.',
          'Sur le serveur, `systemctl status nginx` dit pourquoi, et `systemctl restart nginx` relance.',
        ],
        nobody: [
          'Le journal ne montre encore personne, ou seulement vous.',
          'Dans l’onglet « Navigateur », `www.journal-exemple.fr/annoncer` : donnez l’adresse de votre site. Lisez ce que la page répond.',
        ],
        'only-a-few': [
          'Quelques visites sont là. Une foule se fait attendre un instant.',
          'Patientez dix secondes ; si rien ne vient, annoncez de nouveau votre site au journal, et lisez sa réponse.',
        ],
      },
      solution:
        'Un texte publié chez soi, relayé ailleurs : le journal l’annonce, et ses lecteurs suivent le lien.',
    },
    'make-a-report': {
      title: 'Installez goaccess, et tirez un rapport du journal.',
      done: 'Un tableau complet, sans avoir rien ajouté à vos pages ni rien demandé à vos lecteurs.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'no-goaccess': [
          'Le programme qui compte n’est pas encore sur le serveur.',
          'Sur le serveur : `apt update`, qui rapporte la liste des programmes, puis `apt install goaccess`.',
        ],
        'nothing-yet': [
          'goaccess est là, et n’a encore écrit aucun rapport.',
          'Donnez-lui le journal, le format `COMBINED`, et un fichier où écrire : `-o /var/www/html/visites.html`.',
        ],
        'almost-empty': [
          'Ce rapport ne compte presque personne : il date d’avant vos lecteurs, ou il a lu un autre journal.',
          'Relancez la même commande, avec le journal où les visites sont notées.',
        ],
      },
      solution: 'goaccess lit le journal une fois et écrit une page, que n’importe quel navigateur montre.',
    },
    'who-sends-them': {
      title: 'Cherchez dans le rapport quel site vous a envoyé le plus de lecteurs.',
      done: 'Ce n’était pas celui que l’on croyait. Voilà pourquoi l’on compte.',
      answerLabel: 'Le site qui vous envoie le plus de lecteurs',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », louez un serveur virtuel ; s’il est éteint, appuyez sur « Démarrer ».',
        ],
        'nobody-sends': [
          'Le journal ne montre aucun visiteur venu d’un autre site.',
          'Annoncez votre site au journal, attendez vos lecteurs, puis refaites le rapport.',
        ],
        'no-answer': [
          'La case est vide.',
          'Dans le rapport, le tableau « Sites d’origine » (en anglais, « Referring Sites ») les range par nombre de visites.',
        ],
        'another-one': [
          'Ce site vous envoie bien du monde, mais un autre en envoie davantage.',
          'Regardez la première ligne du tableau « Sites d’origine », et sa colonne « Hits ».',
        ],
        'your-own': [
          'C’est votre propre site : ces lecteurs-là étaient déjà chez vous.',
          'Cherchez le premier site du tableau qui ne soit pas le vôtre.',
        ],
        'no-site': [
          'Aucun lecteur n’est arrivé de là.',
          'La réponse est un nom de site, écrit en toutes lettres dans le tableau « Sites d’origine ».',
        ],
      },
      solution:
        'Chaque demande dit de quelle page elle vient. On les range, on les compte : les jardiniers passent devant le journal.',
    },
  },
});
