// Ce que le lab « Premiers pas dans le terminal » dit en français.
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Premiers pas dans le terminal',
  summary:
    'Premier jour dans l’équipe de la députée Camille Exemple : vous préparez l’ouverture de la permanence, au clavier, sur une machine bien à vous.',
  steps: {
    'where-am-i': {
      title: 'Demandez à la machine dans quel dossier vous vous trouvez.',
      done: 'Vous savez où vous êtes. Dans un terminal, c’est la première question à se poser, et elle reste bonne au bout de vingt ans.',
      hints: {
        'nothing-yet': [
          'Rien n’a encore été tapé. Cliquez dans le terminal, à droite du signe `$` : c’est là que la machine vous attend.',
          'La commande tient en trois lettres, les initiales de « print working directory ». Tapez-les, puis appuyez sur Entrée.',
        ],
        capitals: [
          'Presque : la machine distingue les majuscules des minuscules, et cette commande s’écrit tout en minuscules.',
          'Vérifiez que la touche de verrouillage des majuscules est éteinte, puis retapez les trois mêmes lettres.',
        ],
        'unknown-command': [
          'La machine a répondu « commande introuvable » : une lettre a dû glisser. Rien n’est abîmé, on recommence.',
          'Les trois lettres sont, dans l’ordre : p, w, d. Puis Entrée.',
        ],
        'another-command': [
          'Cette commande fait autre chose. On cherche celle qui affiche le dossier où vous êtes : relisez le paragraphe au-dessus de l’étape.',
          'Ce sont les initiales de « print working directory » : trois lettres, en minuscules, puis Entrée.',
        ],
      },
      solution:
        '`pwd` (« print working directory ») affiche le chemin complet du dossier où vous vous trouvez : ici votre dossier personnel.',
    },
    list: {
      title: 'Affichez la liste de ce que contient ce dossier.',
      done: 'Voilà la liste. Cette commande, vous la taperez plus que toutes les autres.',
      hints: {
        'nothing-yet': [
          'Rien n’a encore été tapé. Cherchez dans la leçon la commande qui fait la liste.',
          'Deux lettres, comme dans « liste » : la première et la troisième. Puis Entrée.',
        ],
        capitals: [
          'La bonne commande, mais en majuscules : la machine ne la reconnaît qu’en minuscules.',
          'Éteignez le verrouillage des majuscules et retapez les deux lettres : un L, puis un S, en minuscules.',
        ],
        'unknown-command': [
          'La machine ne connaît pas ce mot. La commande est plus courte que vous ne le pensez.',
          'Deux lettres collées : un L minuscule (pas le chiffre 1), puis un S.',
        ],
        'another-command': [
          'Cette commande a bien répondu, mais elle ne fait pas la liste des fichiers.',
          'Celle qu’on cherche a deux lettres : la première et la troisième de « liste ».',
        ],
      },
      solution:
        '`ls` (« list ») affiche les noms des fichiers et des dossiers. `ls -l` ajoute les détails : la taille, la date, les droits.',
    },
    'make-a-folder': {
      title: 'Créez un dossier nommé `permanence`.',
      done: 'Le dossier existe. La machine n’a rien dit : dans un terminal, le silence veut dire que tout s’est bien passé.',
      hints: {
        'nothing-yet': [
          'Il n’y a pas encore de nouveau dossier. La commande est l’abrégé de « make directory », « créer un dossier ».',
          'Tapez les cinq lettres `mkdir`, une espace, puis le nom du dossier.',
        ],
        'wrong-case': [
          'Il y a bien un dossier, mais avec une majuscule. Pour la machine, `Permanence` et `permanence` sont deux noms différents.',
          'Recréez-le tout en minuscules avec `mkdir`. L’autre peut rester, ou partir avec `rmdir` suivi de son nom.',
        ],
        'near-name': [
          'Un dossier au nom très proche existe. Comparez-le lettre à lettre avec `permanence`, au singulier.',
          'Recommencez avec le nom exact : `mkdir`, une espace, puis p-e-r-m-a-n-e-n-c-e.',
        ],
        'other-name': [
          'Vous savez créer un dossier : c’est fait. Celui de l’étape doit porter un autre nom.',
          'Le nom attendu est `permanence`, tout en minuscules. La commande, elle, est la bonne.',
        ],
        'wrong-place': [
          'Le dossier existe, mais à un autre endroit : il a été créé là où se trouvait le terminal à ce moment-là.',
          'Revenez chez vous en tapant `cd` tout seul, puis créez le dossier à nouveau.',
        ],
        'a-file': [
          'Ce nom est déjà pris par un fichier. Il faut un dossier.',
          'Effacez le fichier avec `rm permanence`, puis créez le dossier avec `mkdir`.',
        ],
        'no-name': [
          'La commande est la bonne, il lui manque le nom du dossier à créer.',
          'Sur la même ligne : `mkdir`, une espace, puis le nom du dossier.',
        ],
      },
      solution: '`mkdir permanence` (« make directory ») crée le dossier à l’endroit où vous êtes.',
    },
    'go-in': {
      title: 'Entrez dans le dossier `permanence`.',
      done: 'Vous y êtes : l’invite du terminal affiche maintenant le nom du dossier.',
      hints: {
        'no-folder-yet': [
          'Le dossier `permanence` n’existe pas encore dans votre dossier personnel : l’étape précédente d’abord.',
          'Revenez chez vous avec `cd`, créez le dossier avec `mkdir`, puis entrez-y.',
        ],
        'wrong-case': [
          'Le nom tapé a une majuscule que le dossier n’a pas.',
          'Tapez `cd`, une espace, les trois premières lettres du nom en minuscules, puis la touche Tab : la machine complète.',
        ],
        'no-space': [
          'Il manque une espace entre la commande et le nom du dossier.',
          'Écrivez `cd`, une espace, puis le nom.',
        ],
        'not-found': [
          'La machine ne trouve pas ce dossier depuis l’endroit où vous êtes. `pwd` et `ls` vous diront ce qu’il y a autour de vous.',
          'Revenez d’abord chez vous avec `cd` tout seul, puis `cd` suivi du nom exact du dossier.',
        ],
        elsewhere: [
          'Vous vous êtes déplacé·e, mais dans un autre dossier. `pwd` vous dira lequel.',
          'Tapez `cd` tout seul pour revenir chez vous, puis `cd` suivi du nom du dossier.',
        ],
        'still-home': [
          'Vous êtes dans votre dossier personnel, à la porte du dossier. La commande est l’abrégé de « change directory ».',
          'Deux lettres, `cd`, puis une espace et le nom du dossier.',
        ],
      },
      solution:
        '`cd permanence` (« change directory ») vous place dans le dossier. `cd ..` en ressort, et `cd` tout seul ramène chez vous.',
    },
    'write-a-file': {
      title:
        'Avec `nano`, écrivez au moins une ligne dans le fichier `note.txt` du dossier `permanence`, et enregistrez.',
      done: 'C’est écrit, et bien enregistré dans `note.txt`.',
      hints: {
        'no-folder-yet': [
          'Le dossier `permanence` n’existe pas encore : le fichier n’a pas où aller.',
          'Créez d’abord le dossier avec `mkdir`, entrez-y avec `cd`, puis ouvrez `nano`.',
        ],
        'not-saved': [
          'Nano est ouvert, mais rien n’est encore enregistré. Regardez les deux lignes du bas : le signe `^` y veut dire la touche Ctrl.',
          'Ctrl-O pour écrire le fichier, Entrée pour confirmer le nom `note.txt`, puis Ctrl-X pour quitter.',
        ],
        empty: [
          'Le fichier existe, mais il est vide.',
          'Rouvrez-le avec `nano`, écrivez une ligne, puis Ctrl-O, Entrée, Ctrl-X.',
        ],
        'wrong-place': [
          'Un fichier de ce nom existe, mais dans un autre dossier.',
          'Placez-vous dans `permanence` avec `cd`, puis ouvrez `nano` avec le même nom de fichier.',
        ],
        'near-name': [
          'Il y a un fichier au nom très proche. Comparez-le avec `note.txt` : les minuscules et les quatre signes de la fin comptent.',
          'Ouvrez `nano` avec le nom exact, ou renommez votre fichier : `mv`, l’ancien nom, puis `note.txt`.',
        ],
        'other-name': [
          'Un fichier a été écrit dans le dossier, sous un autre nom que celui de l’étape.',
          'Recommencez en donnant à `nano` le nom `note.txt`, ou renommez avec `mv`.',
        ],
        'a-folder': [
          'Un dossier porte déjà ce nom : `nano` ne peut pas y écrire.',
          'Enlevez-le avec `rmdir note.txt`, puis ouvrez `nano` avec ce même nom.',
        ],
        'left-without-saving': [
          'Nano a été quitté sans rien enregistrer. Cela arrive à tout le monde.',
          'Rouvrez-le ; après avoir écrit, faites Ctrl-O puis Entrée avant Ctrl-X.',
        ],
        'no-file-yet': [
          'Le fichier n’existe pas encore. Un éditeur s’ouvre en tapant son nom, suivi du nom du fichier.',
          'Tapez `nano`, une espace et le nom du fichier ; écrivez une ligne ; puis Ctrl-O, Entrée, Ctrl-X.',
        ],
      },
      solution:
        '`nano note.txt` ouvre l’éditeur ; on écrit ; Ctrl-O puis Entrée enregistrent ; Ctrl-X quitte.',
    },
    'read-it': {
      title: 'Affichez le contenu de `note.txt`, sans l’ouvrir dans un éditeur.',
      done: 'Le texte est là, sous vos yeux : il est bien dans le fichier, et pas seulement à l’écran.',
      hints: {
        'no-file-yet': [
          'Il n’y a pas encore de texte à lire : l’étape précédente d’abord.',
          'Écrivez une ligne dans `note.txt` avec `nano` et enregistrez, puis revenez ici.',
        ],
        'not-here': [
          'La machine ne trouve pas ce fichier là où vous êtes. `pwd` vous dira où, `ls` ce qu’il y a.',
          'Entrez dans le dossier avec `cd ~/permanence`, puis refaites la même commande.',
        ],
        'in-nano': [
          'L’éditeur montre le texte, mais il peut aussi le changer par mégarde. Il existe une commande qui ne fait que montrer.',
          'Quittez l’éditeur, puis tapez les trois lettres `cat`, une espace et le nom du fichier.',
        ],
        'forgot-name': [
          'La commande est la bonne, mais sans nom de fichier elle attend que vous tapiez quelque chose.',
          'Ctrl-C pour reprendre la main, puis la même commande suivie d’une espace et du nom du fichier.',
        ],
        'other-file': [
          'Vous savez lire un fichier. Celui de l’étape est un autre.',
          'La même commande, suivie de `note.txt`. La touche Tab complète le nom après ses premières lettres.',
        ],
        'written-not-read': [
          'Attention : le signe `>` écrit dans le fichier, et efface ce qu’il contenait. Ici on veut seulement lire.',
          'La même commande, sans le signe `>` : `cat`, une espace, puis le nom du fichier.',
        ],
        'not-yet': [
          'Cherchez dans la leçon la commande qui montre un fichier d’un coup.',
          'Trois lettres, comme l’animal en anglais : `cat`, puis une espace et le nom du fichier.',
        ],
      },
      solution:
        '`cat note.txt` affiche le fichier d’un coup ; `less note.txt` le montre page par page, et la touche q quitte.',
    },
    'who-am-i': {
      title: 'Sous quel nom la machine vous connaît-elle ? Demandez-le-lui, puis donnez la réponse ici.',
      answerLabel: 'Votre nom d’utilisateur sur cette machine',
      done: 'C’est bien vous. Sur une machine partagée, ce nom décide de ce que vous avez le droit de faire.',
      hints: {
        'no-answer': [
          'La réponse s’écrit dans le champ de cette page. La machine vous la donnera si vous posez la question en anglais.',
          'Tapez `whoami` (« who am I ») dans le terminal, puis recopiez ici le mot affiché.',
        ],
        'the-command': [
          'C’est la question. La machine, elle, a donné une réponse.',
          'Tapez cette commande dans le terminal : le mot qui s’affiche juste en dessous est la réponse.',
        ],
        'the-machine': [
          'C’est le nom de la machine. On cherche le vôtre : celui qui est devant l’arobase dans l’invite.',
          'Tapez `whoami` et recopiez le mot affiché.',
        ],
        'too-much': [
          'La réponse y est, avec d’autres choses autour. Un seul mot suffit.',
          'Ne gardez que le mot qui est devant l’arobase, ou celui qu’affiche `whoami`.',
        ],
        'another-name': [
          'Ce n’est pas le nom que connaît la machine : elle ignore votre vrai nom et votre pseudonyme.',
          'Tapez `whoami` dans le terminal et recopiez exactement le mot affiché.',
        ],
      },
      solution:
        '`whoami` (« who am I ») répond `trainee` : c’est le nom d’utilisateur de toutes les personnes qui suivent ce cours, chacune sur sa propre machine.',
    },
    'stop-a-program': {
      title: 'Lancez un programme qui dure, `sleep 600`, puis arrêtez-le avec Ctrl-C.',
      done: 'Vous avez repris la main. Ctrl-C est votre issue de secours : elle marche presque partout.',
      hints: {
        'nothing-yet': [
          'Aucun programme n’a encore été arrêté. Commencez par en lancer un qui dure : la leçon en propose un, qui dort dix minutes.',
          'Tapez `sleep 600`, Entrée. Le terminal ne répond plus : maintenez la touche Ctrl et appuyez sur C.',
        ],
        'still-runs': [
          'Un programme tourne encore et tient le terminal. C’est le moment de l’arrêter.',
          'Cliquez dans le terminal, maintenez la touche Ctrl enfoncée et appuyez une fois sur C.',
        ],
        suspended: [
          'Le programme est endormi, pas arrêté : c’est ce que fait Ctrl-Z. Il attend en arrière-plan.',
          'Tapez `fg` pour le ramener devant vous, puis faites Ctrl-C.',
        ],
        'ended-by-itself': [
          'Le programme s’est terminé tout seul avant que vous ne l’arrêtiez.',
          'Relancez-le avec une durée plus longue, par exemple 600 secondes, et faites Ctrl-C sans attendre.',
        ],
        'no-duration': [
          'Le programme est le bon ; il lui manque sa durée, en secondes.',
          'Ajoutez une espace et un nombre après `sleep`, par exemple 600 ; puis Ctrl-C.',
        ],
        'no-space': [
          'Il manque une espace entre le nom du programme et le nombre de secondes.',
          'Écrivez `sleep`, une espace, `600` ; puis Ctrl-C.',
        ],
      },
      solution:
        '`sleep 600` dort dix minutes et garde le terminal pour lui ; Ctrl-C l’interrompt et vous rend l’invite.',
    },
    'get-help': {
      title: 'Affichez l’aide d’une commande de votre choix.',
      done: 'Personne ne retient toutes les options : savoir ouvrir l’aide vaut mieux que les savoir par cœur.',
      hints: {
        'nothing-yet': [
          'Choisissez une commande déjà rencontrée, par exemple `ls`, et demandez-lui son mode d’emploi.',
          'Écrivez le nom de la commande, une espace, deux tirets et le mot anglais « help », collés.',
        ],
        dashes: [
          'L’idée est la bonne, mais la machine attend exactement deux tirets courts, collés au mot « help », en minuscules.',
          'Sur un clavier AZERTY, le tiret est sur la touche 6 : deux fois, sans espace, juste avant « help ».',
        ],
        'of-which': [
          'La machine demande : l’aide de quelle commande ? Il faut la nommer.',
          'Après `man`, ajoutez une espace et le nom d’une commande, par exemple `ls`. La touche q quitte le manuel.',
        ],
        'unknown-command': [
          'La machine ne connaît pas cette commande, ou n’a pas de page à son nom. Essayez avec l’une de celles de cette leçon.',
          'Le nom de la commande d’abord, par exemple `ls`, puis une espace et `--help`.',
        ],
        'another-command': [
          'Cette commande a fait son travail, mais elle n’a pas montré son mode d’emploi.',
          'Retapez-la en ajoutant une espace et `--help` à la fin.',
        ],
      },
      solution:
        '`ls --help` affiche un résumé des options de `ls` ; `man ls` ouvre le manuel complet, que la touche q referme.',
    },
  },
});
