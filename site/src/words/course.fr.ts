// What do the pages of the course say, around the lessons? French.

/** Sentences written into the pages when the site is built. */
const page = {
  sources: {
    title: 'Sources',
    note: 'Source {n} : {title}',
    back: 'Retour au passage {which} qui cite la source {n}',
    checked: 'Faits vérifiés le {day}.',
  },
  glossary: {
    title: 'Glossaire',
    lead: 'Les mots du cours, en une phrase ou deux. Aucun n’est supposé connu.',
    means: ' : ',
    more: 'Glossaire',
    also: 'On dit aussi',
    see: 'Voir',
    used: 'Employé dans',
    letters: 'Lettres',
  },
  figure: { drawing: 'Dessin :', long: 'Description détaillée du dessin' },
  question: {
    single: 'Une seule réponse',
    multiple: 'Plusieurs réponses possibles',
    order: 'Remettez dans l’ordre',
    check: 'Vérifier ma réponse',
    reveal: 'Voir la réponse',
    again: 'Recommencer',
    right: 'Juste.',
    wrong: 'Non.',
    up: 'Monter',
    down: 'Descendre',
  },
  blocks: {
    resident: 'La question d’un·e habitant·e',
    anecdote: 'Anecdote',
    keyPoints: 'À retenir',
    beforeFriday: 'Une chose à faire avant vendredi',
    debate: 'Débat',
    mind: 'Qu’est-ce qui vous ferait changer d’avis ?',
  },
  lesson: {
    objectives: 'À la fin, vous saurez',
  },
  programme: {
    title: 'Programme',
    lead: 'Chaque atelier se suit en salle, en séances de deux heures et demie, ou seul·e, à son rythme.',
    sittings: ['une séance de 2 h 30', '{n} séances de 2 h 30'] as [string, string],
    total: '{minutes} de lecture et de pratique',
    needs: 'À suivre d’abord : ',
    noNeeds: 'Aucun prérequis',
    lab: 'pratique',
    hours: '{h} h {m}',
    wholeHours: '{h} h',
    minutes: '{m} min',
    lessons: 'Les leçons',
    start: 'Commencer',
    notes: 'Notes pour animer cet atelier',
  },
  notes: {
    title: 'Notes pour animer',
    lead: 'Une page par leçon : ce qu’elle vise, les réponses fausses à attendre, que faire si ça ne marche pas, en plus court et en plus long. Elles s’impriment.',
    lesson: 'Lire la leçon',
    all: 'Toutes les notes',
    none: 'Aucune note pour l’instant.',
  },
  origins: { title: 'D’où vient ce cours' },
};

/** Sentences that a script shows. */
const client = {
  question: {
    right: 'C’est juste.',
    almost: 'Pas tout à fait : il en manque, ou il y en a de trop. Relisez, puis réessayez.',
    wrong: 'Ce n’est pas cela. Lisez l’explication, puis réessayez.',
    order: 'L’ordre n’est pas encore le bon : {n} sur {total} à leur place.',
    empty: 'Choisissez d’abord une réponse.',
    shown: 'Voici la réponse.',
    moved: '{text} : place {n} sur {total}.',
  },
};

export const fr = { page, client };
