// Que dit le lab « Publier avec hugo » en français ?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Publier sans base, avec hugo',
  summary:
    'Des fichiers de texte, un programme qui en fait des pages, et rien d’autre à tenir : le site le plus léger qui soit.',
  steps: {
    'install-hugo': {
      title: 'Installez hugo sur votre serveur.',
      done: 'Un seul programme, qui ne tourne que lorsque vous l’appelez. Le reste du temps, il n’y a rien à attaquer.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », démarrez le vôtre, ou louez-en un et reprenez « Installer un serveur Web ».',
        ],
        'nothing-yet': [
          'hugo s’installe comme le reste, avec `apt`, sur le serveur.',
          'Sur le serveur : `apt update`, puis `apt install hugo`.',
        ],
      },
      solution: '`apt install hugo` installe un programme d’un seul bloc.',
    },
    'make-a-site': {
      title: 'Créez le dossier d’un site, et dites à quoi ressemblent ses pages.',
      done: 'Le moule est prêt. Il tient en six lignes, et vous les comprenez toutes.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », démarrez le vôtre, ou louez-en un et reprenez « Installer un serveur Web ».',
        ],
        'nothing-yet': [
          'Aucun dossier de site sur le serveur pour l’instant : hugo sait en préparer un.',
          'Sur le serveur : `hugo new site site`.',
        ],
        'no-layout': [
          'Le dossier existe, mais rien ne dit encore à quoi ressemblent les pages : il faut un modèle.',
          'Écrivez le modèle de la leçon dans `layouts/index.html`, et le même dans `layouts/_default/single.html`.',
        ],
      },
      solution:
        '`hugo new site` prépare les dossiers ; un modèle de page dans `layouts` dit où vont le titre et le texte.',
    },
    'write-a-position': {
      title: 'Écrivez une prise de position, dans un fichier de texte.',
      done: 'Un fichier que vous saurez rouvrir dans vingt ans, avec n’importe quel programme.',
      hints: {
        'no-server': [
          'Vous n’avez pas de serveur en marche pour l’instant.',
          'Dans l’onglet « Hébergeurs », démarrez le vôtre, ou louez-en un et reprenez « Installer un serveur Web ».',
        ],
        'nothing-yet': [
          'Le dossier `content` de votre site est vide.',
          'Sur le serveur : `nano site/content/position.md` ; un titre entre deux lignes de trois tirets, puis votre texte.',
        ],
        'a-draft': [
          'Votre texte est marqué comme brouillon : hugo ne le publiera pas.',
          'Dans l’en-tête du fichier, effacez la ligne `draft: true`, ou écrivez `false`.',
        ],
        'too-short': [
          'Le fichier est là, mais il ne dit presque rien.',
          'Quatre courts paragraphes : l’acte, la raison, l’argument contraire, le rendez-vous.',
        ],
      },
      solution: 'Un fichier `.md` dans `content`, avec un en-tête (au moins un titre), puis du texte.',
    },
    'put-it-online': {
      title: 'Faites les pages, et mettez-les en ligne sous votre nom.',
      done: 'Votre site est en ligne, avec un flux. Il ne contient que des pages : aucune base, aucun compte, rien à deviner.',
      hints: {
        'no-name': [
          'Vous ne tenez encore aucun nom de domaine.',
          'Dans l’onglet « Bureau d’enregistrement », enregistrez un nom et faites-le mener à votre serveur.',
        ],
        'not-answering': [
          'Votre nom ne répond pas : nginx est arrêté, ou le nom ne mène pas à ce serveur.',
          'Sur le serveur, `systemctl status nginx` ; depuis votre poste, `dig +short` et votre nom.',
        ],
        'still-old': [
          'Votre nom montre encore l’ancienne page, ou un site sans texte.',
          'Sur le serveur : `hugo -s site -d /var/www/html` écrit les pages là où nginx les publie.',
        ],
      },
      solution:
        '`hugo -s site -d /var/www/html` lit le dossier du site et écrit les pages dans celui que nginx publie.',
    },
  },
});
