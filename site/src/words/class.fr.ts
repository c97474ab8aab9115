// Que lit un·e participant·e de la classe qui l'entoure : main levée, aide, messages, temps ?

type Sentences<T> = T extends string ? string : { [K in keyof T]: Sentences<T[K]> };

export const fr = {
  locale: 'fr-FR',
  region: 'La séance',
  /** Who leads, when they gave no name. */
  trainer: 'la personne qui anime',
  close: 'Masquer',
  hand: {
    raise: 'Lever la main',
    raised: 'Main levée',
    title: 'Demander de l’aide',
    sentence: 'En une phrase, si vous voulez',
    sentenceHelp: 'Lue par la personne qui anime, gardée nulle part.',
    send: 'Lever la main',
    change: 'Changer la phrase',
    lower: 'Baisser la main',
    position: 'Votre main est levée : vous êtes en position {position}.',
    taken: '{by} s’occupe de vous.',
    key: 'Raccourci : Alt + H',
  },
  message: 'Message de {by}',
  /** By code: of a machine, then to whoever writes the course. */
  notices: {
    'desktop-out-of-memory':
      'Votre poste n’a plus de mémoire : le programme qui en demandait trop a été arrêté. Vos fichiers sont intacts.',
    'server-out-of-memory':
      'Votre serveur « {about} » n’a plus de mémoire : le programme qui en demandait trop a été arrêté. Ses fichiers sont intacts ; « systemctl --failed » dit s’il manque un service.',
    'images-building':
      'Machine modifiée : {about}. Son image est reconstruite ; votre terminal reste le vôtre.',
    'images-built': 'Image à jour : {about}. « Recommencer le lab » vous donne une machine neuve.',
    'images-failed':
      'L’image ne se construit pas : {about}. Le terminal de npm run dev dit pourquoi ; l’ancienne reste en service.',
  } as Record<string, string>,
  look: {
    title: 'Regardez le tableau',
    text: '{by} parle à toute la salle. Rien n’est arrêté : votre machine continue.',
    back: 'Revenir à ma page',
  },
  timer: { running: 'Exercice : encore {time}', over: 'Le temps de l’exercice est écoulé.' },
  everybody: {
    text: 'Tout le monde devrait en être à : {step}',
    go: 'Y aller',
  },
  end: {
    at: 'Fin : {time}',
    left: 'La séance se termine à {time}, dans {minutes} min.',
    soon: 'Pensez à emporter votre travail.',
    over: 'L’heure de fin est passée ; la séance continue tant que la personne qui anime ne la termine pas.',
  },
  paused: 'La séance est en pause. Votre place, vos fichiers et votre progression sont gardés.',
  asleep:
    'La séance est arrêtée jusqu’à la reprise, et les machines avec elle. Votre place, vos fichiers, vos noms, vos serveurs et votre progression sont gardés. Vous pouvez fermer cette page : vous reviendrez avec ce navigateur, ou avec votre code personnel.',
  over: 'La séance est terminée. Merci d’être venu·e. Les pages restent lisibles.',
  removed:
    'Votre place a été retirée de la séance. Les pages restent lisibles ; pour continuer, parlez à la personne qui anime, ou rejoignez la séance à nouveau.',
  closing: 'La séance se termine. Emportez votre travail maintenant : les machines vont être effacées.',
  take: 'Emporter mon travail',
  takeHelp: 'Une archive : vos fichiers, vos commandes, vos noms et une page pour tout refaire pour de vrai.',
  help: {
    asks: '{by} propose de vous aider.',
    explain: 'Vous choisissez, et vous pouvez couper à tout moment. Refuser est normal.',
    watch: 'Regarder seulement',
    write: 'Regarder et écrire',
    no: 'Non merci',
    watching: '{by} regarde votre terminal',
    writing: '{by} peut écrire dans votre terminal',
    typing: '{by} tape…',
    cut: 'Couper',
    log: 'Qui m’a aidé·e',
    logEmpty: 'Personne pour l’instant.',
    what: {
      asked: 'a proposé son aide',
      refused: 'a reçu votre refus',
      watch: 'regarde',
      write: 'regarde et écrit',
      cut: 'a été coupé·e par vous',
      left: 'est parti·e',
      withdrawn: 'a retiré sa proposition',
    },
  },
  solve: {
    text: '{by} propose de faire cette étape à votre place : « {step} ». La solution se tapera dans votre terminal.',
    yes: 'Oui, faites-la',
    no: 'Non, je continue',
    done: 'La solution se tape dans votre terminal.',
  },
  shown: { text: '{by} montre un terminal à toute la classe.', open: 'Regarder' },
};

export type RoomWords = Sentences<typeof fr>;
