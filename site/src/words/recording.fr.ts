// What does the recording of a lab say in French, where no runner serves the pages?

export const fr = {
  aside: 'Enregistrement du lab',
  goes: 'Aller à l’enregistrement',
  goesReal: 'Comment le faire pour de vrai',
  title: 'Ce lab, joué par sa preuve',
  what: 'Ces pages sont lues sans serveur de séance. À la place du terminal, voici l’enregistrement d’une vraie machine sur laquelle chaque étape a été tapée et vérifiée.',
  open: 'Lire l’enregistrement',
  opening: 'Ouverture de l’enregistrement…',
  failed: 'L’enregistrement n’a pas pu être ouvert. La transcription, plus bas, dit la même chose.',
  screen: 'Écran enregistré',
  controls: 'Lecture',
  play: 'Lire',
  pause: 'Mettre en pause',
  previous: 'Étape précédente',
  next: 'Étape suivante',
  position: 'Moment de l’enregistrement',
  positionOf: '{at} sur {total}, étape {n} sur {count}',
  step: 'Étape',
  stepNamed: 'Étape {n} : {title}',
  beginning: 'Début',
  oneStep: 'S’arrêter à chaque étape',
  speed: 'Vitesse',
  times: '× {n}',
  transcript: 'Transcription',
  transcriptOf: 'Transcription de l’étape {n}',
  watch: 'Voir cette étape',
  otherLanguage: 'La machine enregistrée parle français.',
  none: 'Pas encore d’enregistrement de ce lab.',
  noneHow:
    'Les enregistrements viennent de la preuve des labs, jamais d’une mise en scène : `npm run prove -- --lab {lab}` l’écrit, puis `npm run build` le met dans ces pages.',
  real: 'Le faire pour de vrai',
  realHow:
    'Sur un ordinateur sous Linux, avec git, Node et npm : copiez le dépôt du cours, puis lancez-le. La commande affiche l’adresse à ouvrir.',
  realLab: 'Ou ce lab seul, dans votre propre terminal :',
  noScript: 'Les boutons de lecture ont besoin de JavaScript ; la transcription se lit sans.',
  noWorkshop: 'Pas de séance à cette adresse',
  noWorkshopText:
    'Ces pages sont une copie à lire du cours : aucun serveur de séance ne répond ici. Si quelqu’un anime une séance, ouvrez l’adresse qu’elle ou il a donnée. Pour en ouvrir une vous-même :',
  noWorkshopRead: 'Revenir au sommaire',
};

export type RecordingWords = typeof fr;
