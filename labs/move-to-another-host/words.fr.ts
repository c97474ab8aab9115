// Que dit le lab « Déménager chez un autre hébergeur » en français ?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Déménager chez un autre hébergeur',
  summary:
    'Copier, préparer le nom, louer ailleurs, restaurer, basculer, compter les absences, rendre les clés : un site qui change de maison sans que personne s’en aperçoive.',
  steps: {
    'copy-the-site': {
      title: 'Copiez votre site sur votre poste.',
      done: 'Vous tenez une copie exacte, chez vous. Tant qu’elle existe, rien de ce qui suit n’est grave.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche : il n’y a rien à déménager.',
          'Reprenez la leçon « Installer un serveur Web », ou démarrez votre serveur dans l’onglet « Hébergeurs ».',
        ],
        'nothing-yet': [
          'Aucune copie sur votre poste pour l’instant. La commande qui copie d’une machine à l’autre s’appelle `scp`.',
          'Depuis votre poste : `scp -r root@`, l’adresse, `:/var/www/html`, une espace, et le nom d’un dossier.',
        ],
        'not-the-same': [
          'Il y a bien une copie, mais elle ne contient pas la page que votre serveur montre en ce moment.',
          'Effacez-la et recommencez ; le dossier à copier, sur le serveur, est `/var/www/html`.',
        ],
      },
      solution: '`scp -r` copie un dossier entier d’une machine à l’autre, par la porte que votre clé ouvre.',
    },
    'lower-the-ttl': {
      title: 'Abaissez la durée de vie de l’adresse de votre nom, à 30 secondes au plus.',
      done: 'Les mémoires du réseau seront courtes. Dans la vraie vie, ce geste se fait quelques jours avant.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine : un déménagement commence avec un site qui en a un.',
          'Reprenez d’abord les leçons « Enregistrer un nom » et « Installer un serveur Web ».',
        ],
        'leads-nowhere': [
          'Votre nom ne mène plus à aucune adresse : la ligne A a disparu de sa zone.',
          'Remettez-la : `@`, type `A`, l’adresse de votre serveur, et une durée de 10 secondes.',
        ],
        'still-long': [
          'La durée de vie est encore trop longue. Elle se règle ligne par ligne, dans la zone.',
          'Au bureau d’enregistrement, sous votre nom, modifiez la ligne `@` de type `A` : durée, 10.',
        ],
      },
      solution: 'Dans la zone, on modifie la ligne A sans toucher à l’adresse : seule la durée change.',
    },
    'rent-elsewhere': {
      title: 'Louez un second serveur, chez un autre hébergeur, et portez-y votre clé.',
      done: 'La nouvelle maison existe. L’ancienne est toujours ouverte : personne n’a rien vu.',
      hints: {
        'nothing-yet': [
          'Vous n’avez qu’un serveur en marche. Il en faut deux à la fois, le temps du déménagement.',
          'Dans l’onglet « Hébergeurs », louez chez un autre que le premier ; puis `ssh-copy-id root@` et sa nouvelle adresse.',
        ],
      },
      solution: 'Un second serveur, chez un autre hébergeur ; `ssh-copy-id` y pose votre clé.',
    },
    'restore-there': {
      title: 'Restaurez votre site sur le nouveau serveur.',
      done: 'La même page répond aux deux adresses. Votre copie a fait ses preuves.',
      hints: {
        'no-server': [
          'Il vous manque le second serveur, ou il est éteint.',
          'L’onglet « Hébergeurs » doit en montrer deux en marche.',
        ],
        closed: [
          'Le nouveau serveur ne sert encore aucune page : il lui manque un serveur Web.',
          'Installez-y nginx : `apt update`, puis `apt install nginx`.',
        ],
        'still-default': [
          'Le nouveau serveur répond, avec la page livrée avec nginx. Il lui manque la vôtre.',
          'Depuis votre poste : `scp -r`, le dossier de votre copie suivi de `/.`, puis la destination `/var/www/html/` du nouveau serveur.',
        ],
        'other-page': [
          'Les deux serveurs ne montrent pas la même page.',
          'Reprenez votre copie, et portez-la telle quelle dans `/var/www/html` du nouveau serveur.',
        ],
      },
      solution: 'On installe nginx, puis `scp -r` porte la copie ; on compare les deux pages avec `curl`.',
    },
    'start-the-probe': {
      title: 'Postez un témoin : il frappe à votre porte toutes les deux secondes et note qui répond.',
      done: 'Le témoin est en place, et il n’oublie rien. Quoi qu’il arrive maintenant, vous saurez.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine : un déménagement commence avec un site qui en a un.',
          'Reprenez d’abord les leçons « Enregistrer un nom » et « Installer un serveur Web ».',
        ],
        'nothing-yet': [
          'Le fichier `sonde.txt` n’existe pas encore, ou il est vide.',
          'La boucle est dans la leçon : envoyez-la dans le terminal telle quelle, d’un seul tenant.',
        ],
        'only-failures': [
          'Le témoin frappe, mais personne ne lui a encore répondu : le nom est mal écrit, ou ne mène nulle part.',
          'Arrêtez-le avec `kill %1`, vérifiez `curl http://` et votre nom, puis relancez la boucle.',
        ],
        asleep: [
          'Le témoin s’est endormi : sa dernière ligne date un peu.',
          'Relancez la boucle, sans oublier le `&` à la fin, qui la laisse tourner pendant que vous travaillez.',
        ],
      },
      solution:
        'Une boucle demande la page toutes les deux secondes et note, dans `sonde.txt`, l’adresse qui a répondu et le code.',
    },
    'switch-the-name': {
      title: 'Basculez : faites mener votre nom au nouveau serveur.',
      done: 'Une ligne a changé. Les mémoires du réseau expirent, chacune à son heure, et vos lecteurs suivent.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine : un déménagement commence avec un site qui en a un.',
          'Reprenez d’abord les leçons « Enregistrer un nom » et « Installer un serveur Web ».',
        ],
        'no-server': [
          'Il vous manque le second serveur, ou il est éteint.',
          'L’onglet « Hébergeurs » doit en montrer deux en marche.',
        ],
        'not-yet': [
          'Votre nom mène encore à l’ancien serveur.',
          'Dans la zone, modifiez la ligne `@` de type `A` : l’adresse du nouveau serveur, et rien d’autre.',
        ],
        elsewhere: [
          'Votre nom mène à une adresse qui n’est pas celle du nouveau serveur.',
          'Copiez l’adresse depuis l’onglet « Hébergeurs », et corrigez la ligne `@` de type `A`.',
        ],
      },
      solution: 'Une seule ligne de la zone : l’ancienne adresse laisse la place à la nouvelle.',
    },
    'count-the-gap': {
      title: 'Attendez que le témoin voie le nouveau serveur, et comptez les absences.',
      done: 'Moins d’une minute sans réponse, et sans doute pas une seconde. Voilà un déménagement réussi.',
      hints: {
        'nothing-yet': [
          'Le carnet du témoin est vide : il faut qu’il ait vu l’ancien serveur, puis le nouveau.',
          'Relancez la boucle de l’étape « témoin », attendez, puis relisez `sonde.txt`.',
        ],
        'still-old': [
          'Le témoin ne voit encore que l’ancien serveur : le résolveur se souvient de l’ancienne adresse.',
          'Une minute de patience ; `tail sonde.txt` montre les dernières lignes. Vérifiez que la boucle tourne.',
        ],
        'fails-now': [
          'Les dernières tentatives du témoin ont échoué : le site ne répond pas bien en ce moment.',
          'Vérifiez le nouveau serveur : `curl -I http://` et son adresse doit donner un code 200.',
        ],
        'too-long': [
          'Le site a été absent plus d’une minute d’affilée. Cela arrive ; cherchons pourquoi.',
          'Effacez `sonde.txt`, ramenez le nom à l’ancien serveur, puis refaites la bascule, le nouveau étant prêt d’abord.',
        ],
      },
      solution:
        'Dans `sonde.txt`, l’adresse change d’une ligne à l’autre ; les lignes sans code 200 sont les absences.',
    },
    'give-it-back': {
      title: 'Rendez l’ancien serveur.',
      done: 'Une seule maison, la nouvelle. L’ancien hébergeur ne garde rien, et le prochain départ vous fera moins peur.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine : un déménagement commence avec un site qui en a un.',
          'Reprenez d’abord les leçons « Enregistrer un nom » et « Installer un serveur Web ».',
        ],
        astray: [
          'Votre nom ne mène à aucun de vos serveurs en marche : ne rendez rien avant d’avoir réparé cela.',
          'Dans la zone, la ligne `@` de type `A` doit porter l’adresse du serveur que vous gardez.',
        ],
        'not-moved': [
          'Rien ne montre encore que vous ayez déménagé : le carnet du témoin est vide, ou ne connaît qu’une adresse.',
          'Reprenez à l’étape du témoin : il doit voir l’ancien serveur, puis le nouveau, avant que vous rendiez l’ancien.',
        ],
        'still-two': [
          'Vous louez encore deux serveurs, et vous payez les deux.',
          'Dans l’onglet « Hébergeurs », rendez celui auquel votre nom ne mène plus : relisez deux fois lequel.',
        ],
      },
      solution: 'On rend l’ancien en dernier, quand le témoin n’y va plus et que la copie a été essayée.',
    },
  },
});
