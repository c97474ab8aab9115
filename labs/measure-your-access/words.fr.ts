// Que dit le lab « Mesurer son accès » en français ?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Trois box : laquelle ment, laquelle freine ?',
  summary:
    'Trois fournisseurs d’accès vous tendent leur box. Vous les comparez, vous mesurez, vous demandez à la source, vous écrivez au régulateur, et vous choisissez votre ligne.',
  steps: {
    'plug-in': {
      title: 'Branchez votre poste sur une première box, Aurore par exemple.',
      done: 'Vous voilà abonné·e. Tout ce que votre poste demandera passe désormais par le résolveur de cette box.',
      hints: {
        'nothing-yet': [
          'Rien n’a encore été tapé. Une commande de trois lettres branche votre poste ; la leçon la donne.',
          'Écrivez `box`, une espace, puis le nom de l’une des trois : aurore, boreal ou cigale.',
        ],
        'listed-only': [
          'La commande seule dit où vous en êtes, et nomme les trois box. Il reste à en choisir une.',
          'Après `box`, ajoutez une espace et un nom, par exemple aurore.',
        ],
        'unknown-box': [
          'Aucune box ne porte ce nom : la machine vient de rappeler les trois qui existent.',
          'Choisissez parmi aurore, boreal et cigale, en minuscules et sans accent.',
        ],
        'another-command': [
          'Cette commande fait autre chose. On cherche celle qui branche le poste.',
          'Elle porte le nom de l’appareil posé dans votre salon, en trois lettres.',
        ],
      },
      solution:
        '`box aurore` écrit l’adresse du résolveur d’Aurore dans le réglage de votre poste : c’est ce que fait une vraie box quand on s’y branche.',
    },
    'ask-the-three': {
      title: 'Par chacune des trois box, demandez l’adresse de `www.journal-exemple.fr`.',
      done: 'Trois réponses, pour une seule question. L’une d’elles n’est pas comme les autres.',
      hints: {
        'no-question': [
          'Le poste est branché, mais la question n’a pas encore été posée. La commande qui interroge l’annuaire est `dig`.',
          'Écrivez `dig`, une espace, puis le nom entier du site : il commence par www.',
        ],
        'another-name': [
          'Vous savez poser la question. Elle portait sur un autre nom que celui du journal.',
          'Comparez lettre par lettre : `www`, un point, `journal-exemple`, un point, `fr`.',
        ],
        'one-box': [
          'Une box a répondu. Une seule réponse ne prouve rien : il faut en comparer trois.',
          'Changez de ligne avec `box` et un autre nom, puis reposez exactement la même question.',
        ],
        'two-boxes': [
          'Deux box ont répondu. Il en manque une pour que la comparaison soit complète.',
          'Tapez `box` seul pour savoir où vous êtes, passez à celle qui manque, et reposez la question.',
        ],
      },
      solution:
        'On se branche sur chaque box et l’on repose la même question. Dans la réponse de `dig`, le mot `status` dit tout : NOERROR quand le nom existe, NXDOMAIN quand on vous dit que non.',
    },
    'who-lies': {
      title: 'Laquelle des trois dit que le journal n’existe pas ?',
      done: 'C’est elle. Deux contre une : ce n’est pas encore une preuve, car une majorité peut se tromper. Allons demander à la source.',
      answerLabel: 'Nom de la box',
      hints: {
        'no-answer': [
          'La case est vide. Écrivez-y le nom de la box.',
          'Remontez dans le terminal et cherchez la réponse où il est écrit NXDOMAIN.',
        ],
        'another-box': [
          'Celle-là a donné une adresse : elle a répondu comme une autre.',
          'Cherchez la seule réponse qui ne contient aucune adresse, et voyez quelle box était branchée juste avant.',
        ],
        'no-box': [
          'On attend le nom d’une box, et rien d’autre.',
          'Il y en a trois : aurore, boreal, cigale.',
        ],
      },
      solution: 'Boréal répond NXDOMAIN : « ce nom n’existe pas ». Aurore et Cigale donnent la même adresse.',
    },
    'ask-the-source': {
      title: 'Demandez l’adresse du journal au serveur qui fait autorité pour lui.',
      done: 'La source donne une adresse. Le nom existe donc, et c’est la box qui le nie : voilà ce que l’on peut écrire.',
      hints: {
        'nothing-yet': [
          'Il s’agit encore de `dig`, mais en nommant le serveur à qui l’on parle.',
          'Le nom du serveur se met après une arobase collée : @, puis `ns1.bureau-exemple.net`.',
        ],
        'a-resolver': [
          'Vous avez interrogé un intermédiaire. Lui aussi pourrait répéter une erreur.',
          'Ajoutez à la commande le serveur du bureau d’enregistrement, précédé d’une arobase, comme dans la leçon.',
        ],
        'another-name': [
          'C’est le bon serveur, mais la question portait sur un autre nom que celui du journal.',
          'Gardez le serveur, et terminez la ligne par le nom entier du journal.',
        ],
        failed: [
          'Ce serveur n’a pas répondu, ou son nom a une faute.',
          'Il y en a deux, `ns1` et `ns2`, suivis d’un point et de `bureau-exemple.net`.',
        ],
      },
      solution:
        '`dig @ns1.bureau-exemple.net` s’adresse directement au serveur qui tient la zone du journal, sans passer par le résolveur d’aucune box. `dig +trace` y mène aussi.',
    },
    measure: {
      title: 'Par chacune des trois box, téléchargez le film de `www.videos-exemple.fr`.',
      done: 'Le même fichier, trois lignes, trois durées. Regardez la colonne de la vitesse moyenne.',
      hints: {
        'nothing-yet': [
          'Aucun téléchargement n’a encore eu lieu. La commande s’appelle `curl`.',
          'Elle demande l’option `-o` suivie d’un nom de fichier, puis l’adresse complète du film, qui finit par /film.',
        ],
        'another-file': [
          'Ce téléchargement portait sur autre chose. Pour comparer, il faut trois fois le même fichier : le film.',
          'L’adresse est celle du site de vidéos, suivie d’une barre oblique et du mot film.',
        ],
        'cut-short': [
          'Le téléchargement a été interrompu. Laissez-le finir : c’est justement sa durée que l’on mesure.',
          'Relancez la même commande, et attendez que l’invite revienne.',
        ],
        'one-box': [
          'Une ligne est mesurée. Il en faut trois pour comparer.',
          'Changez de box, rappelez la commande avec la flèche vers le haut, et validez.',
        ],
        'two-boxes': [
          'Deux lignes sont mesurées. Encore une.',
          'Tapez `box` seul pour savoir où vous êtes, puis passez à celle qui manque.',
        ],
      },
      solution:
        '`curl -o film` télécharge et affiche la durée et la vitesse moyenne. Par une box, le film avance à cent kilo-octets par seconde ; par les deux autres, d’un seul coup.',
    },
    'who-slows': {
      title: 'Laquelle des trois retient les vidéos ?',
      done: 'C’est bien elle. Sa photo du journal, du même poids, passe à pleine vitesse : la ligne n’est donc pas en cause, la destination l’est.',
      answerLabel: 'Nom de la box',
      hints: {
        'no-answer': [
          'La case est vide. Écrivez-y le nom de la box.',
          'Comparez les trois durées : l’une est beaucoup plus longue.',
        ],
        'the-liar': [
          'Celle-là nie un journal, mais elle laisse passer les films. Un défaut n’entraîne pas l’autre.',
          'Relisez les vitesses moyennes, et voyez quelle box était branchée quand tout allait lentement.',
        ],
        'another-box': [
          'Par celle-là, le film est arrivé d’un coup.',
          'Cherchez dans le terminal le téléchargement qui a pris plusieurs secondes.',
        ],
        'no-box': [
          'On attend le nom d’une box, et rien d’autre.',
          'Il y en a trois : aurore, boreal, cigale.',
        ],
      },
      solution:
        'Aurore : le film y met environ cinq secondes, au lieu d’un dixième de seconde, alors que la photo du journal, de même poids, y passe aussitôt.',
    },
    'write-the-report': {
      title: 'Écrivez dans `rapport.txt` ce que vous avez constaté.',
      done: 'Un rapport que l’on peut vérifier : qui, quoi, combien, et comment vous l’avez mesuré.',
      hints: {
        'no-file': [
          'Le fichier n’existe pas encore dans votre dossier personnel. `nano` permet de l’écrire.',
          'Ouvrez-le avec `nano` suivi du nom du fichier, puis enregistrez avec Ctrl et O.',
        ],
        empty: [
          'Le fichier est là, mais il est vide. Deux lignes conviennent.',
          'Une ligne pour la box qui nie le journal, une pour celle qui retient les films.',
        ],
        'no-lie': [
          'Il manque la première observation : quelle box nie quel site.',
          'Nommez la box et le journal dans la même phrase.',
        ],
        'no-slowness': [
          'Il manque la seconde observation : quelle box retient quel site.',
          'Nommez la box et le film, ou le site de vidéos.',
        ],
        'no-measure': [
          'Il manque un nombre. Sans mesure, un rapport n’est qu’une plainte.',
          'Ajoutez la durée du film par la box lente, et par une autre.',
        ],
        accuses: [
          'Vous prêtez une intention à quelqu’un. La mesure dit ce qui se passe, pas pourquoi.',
          'Retirez les mots qui parlent d’intention ou de morale, et gardez « je constate ».',
        ],
      },
      solution:
        'Deux lignes : la box, le site, la réponse reçue et celle de la source ; la box, le site, la durée et la durée ailleurs. Aucun adjectif.',
    },
    'send-it': {
      title: 'Envoyez le rapport au régulateur.',
      done: 'Il a un numéro de dossier. Notez-le : c’est ce qui distingue un signalement d’une lettre perdue.',
      hints: {
        'nothing-yet': [
          'Rien n’est encore parti. La page des signalements est sur le site du régulateur, et `curl` sait y envoyer un fichier.',
          'L’option est `--data-binary`, suivie d’une arobase collée au nom du fichier, puis l’adresse qui finit par /signaler.',
        ],
        'no-data': [
          'Vous avez ouvert la bonne page, mais sans rien y déposer.',
          'Ajoutez l’option `--data-binary`, une espace, une arobase, et le nom de votre fichier.',
        ],
        'another-page': [
          'Le fichier est parti ailleurs que sur la page des signalements.',
          'L’adresse est `www.regulateur-exemple.fr`, une barre oblique, puis le mot signaler.',
        ],
        failed: [
          'L’envoi n’a pas abouti : le fichier ou l’adresse a une faute.',
          'Vérifiez que `rapport.txt` est bien là avec `ls`, puis recopiez l’adresse de la leçon.',
        ],
      },
      solution:
        '`curl --data-binary @rapport.txt` dépose le contenu du fichier sur la page. Le site accuse réception avec un numéro, et ne garde rien : nous sommes dans un petit Internet.',
    },
    settle: {
      title: 'Choisissez votre ligne : branchez-vous sur la box qui ne ment ni ne freine, et dites laquelle.',
      answerLabel: 'Votre choix',
      done: 'Vous voilà chez vous, sur une ligne que vous avez choisie pour ce qu’elle fait et non pour ce qu’elle dit.',
      hints: {
        'no-answer': ['Il manque votre choix dans la case.', 'Écrivez-y le nom de la box que vous gardez.'],
        'another-box': [
          'Cette box a montré un défaut. On en cherche une dont les mesures ne disent rien de mal.',
          'Relisez vos deux réponses précédentes : c’est la troisième.',
        ],
        'on-aurore': [
          'Vous êtes branché·e sur Aurore. Relisez ce qu’elle fait des films.',
          'Une seule des trois n’a montré aucun défaut : `box`, puis son nom.',
        ],
        'on-boreal': [
          'Vous êtes branché·e sur Boréal. Relisez ce qu’elle dit du journal.',
          'Une seule des trois n’a montré aucun défaut : `box`, puis son nom.',
        ],
        'on-none': [
          'Votre poste n’est branché sur aucune des trois, ou ne trouve plus le journal.',
          'Tapez `box`, une espace, et le nom de la troisième box, celle dont on n’a rien eu à dire.',
        ],
      },
      solution:
        '`box cigale` rebranche le poste sur la box neutre. Son résolveur dit vrai, et rien ne se tient sur le chemin.',
    },
  },
});
