// In which order are the lessons read? This list makes the side bar and the « previous / next » links.
import type { Outline } from './course-schema.ts';

export const outline: Outline = [
  {
    module: 'premiers-pas',
    title: { fr: 'Premiers pas', en: 'First steps' },
    lessons: ['terminal'],
  },
  {
    module: 'nom-de-domaine',
    title: { fr: 'Choisir et protéger son nom de domaine', en: 'Choosing and protecting your domain name' },
    aim: {
      fr: 'Comprendre ce que l’on loue, lire la fiche d’un nom, en réserver un à soi, et ne plus jamais le perdre.',
      en: 'Understand what one rents, read a name’s record, register one of your own, and never lose it again.',
    },
    sittings: 1,
    needs: ['premiers-pas'],
    lessons: [
      'question',
      'comprendre',
      'offres',
      'chercher-un-nom',
      'enregistrer-un-nom',
      'enjeux',
      'bilan',
      'pour-de-vrai',
    ],
  },
  {
    module: 'serveur-virtuel',
    title: {
      fr: 'Louer un serveur virtuel, choisir son hébergeur',
      en: 'Renting a virtual server, choosing a host',
    },
    aim: {
      fr: 'Savoir où habite son site, choisir chez qui, y entrer avec sa propre clé et y publier une page sous cadenas.',
      en: 'Know where your site lives, choose with whom, enter it with your own key and publish a page behind a padlock.',
    },
    sittings: 2,
    needs: ['premiers-pas', 'nom-de-domaine'],
    lessons: [
      'question',
      'comprendre',
      'offres',
      'louer-un-serveur',
      'installer-un-serveur-web',
      'cadenas',
      'obtenir-un-certificat',
      'enjeux',
      'bilan',
      'pour-de-vrai',
    ],
  },
  {
    module: 'fournisseur-acces',
    title: {
      fr: 'Choisir son fournisseur d’accès : la neutralité du Net en pratique',
      en: 'Choosing an access provider: net neutrality in practice',
    },
    aim: {
      fr: 'Savoir qui se tient entre soi et une page, choisir une ligne avec une grille, et prouver qu’une box ment ou freine.',
      en: 'Know who stands between you and a page, choose a line with a grid, and prove that a box lies or slows things down.',
    },
    sittings: 1,
    needs: ['premiers-pas'],
    lessons: [
      'question',
      'comprendre',
      'neutralite',
      'offres',
      'trois-box',
      'enjeux',
      'bilan',
      'pour-de-vrai',
    ],
  },
  {
    module: 'cloud-souverain',
    title: {
      fr: 'Pourquoi le « cloud souverain » a échoué ; rester libre de partir',
      en: 'Why the “sovereign cloud” failed; staying free to leave',
    },
    aim: {
      fr: 'Raconter Andromède avec ses dates et ses sommes, lire une offre « souveraine », et déménager un site sans le couper.',
      en: 'Tell the story of Andromède with its dates and sums, read a “sovereign” offer, and move a site without cutting it off.',
    },
    sittings: 2,
    needs: ['nom-de-domaine', 'serveur-virtuel'],
    lessons: [
      'question',
      'andromede',
      'comprendre',
      'offres',
      'partir',
      'demenager',
      'enjeux',
      'bilan',
      'pour-de-vrai',
    ],
  },
  {
    module: 'publier',
    title: {
      fr: 'Publier : installer son site, prendre une position, publier une réflexion',
      en: 'Publishing: install your site, take a position, publish a reflection',
    },
    aim: {
      fr: 'Avoir un site à soi, deux textes qui durent, aucun traceur, et une page que chacun peut lire.',
      en: 'Have a site of your own, two texts that last, no tracker, and a page that everyone can read.',
    },
    sittings: 2,
    needs: ['premiers-pas', 'serveur-virtuel'],
    lessons: [
      'question',
      'comprendre',
      'ecrire',
      'obligations',
      'offres',
      'publier-avec-wordpress',
      'publier-avec-hugo',
      'compter-sans-suivre',
      'enjeux',
      'bilan',
      'pour-de-vrai',
    ],
  },
  {
    module: 'animer',
    title: { fr: 'Animer une séance', en: 'Lead a workshop' },
    aim: {
      fr: 'Préparer une salle, tenir une classe de quarante, aider avec l’accord des gens, ne rien laisser.',
      en: 'Prepare a room, hold a class of forty, help with people’s agreement, leave nothing behind.',
    },
    lessons: ['guide'],
  },
  {
    module: 'contribuer',
    title: { fr: 'Écrire et partager', en: 'Write and share' },
    aim: {
      fr: 'Reprendre ce cours, y ajouter une leçon et un lab, le traduire, publier sa version.',
      en: 'Take this course over, add a lesson and a lab, translate it, publish your version.',
    },
    lessons: ['guide', 'modele'],
  },
];
