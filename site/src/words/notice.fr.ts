// Que dit la notice à l’entrée : ce qui est gardé, jusqu’à quand, par qui ?

export const fr = {
  title: 'Ce que la séance garde de vous',
  kept: 'Gardé sur l’ordinateur qui accueille la séance : votre pseudonyme, votre progression et ses dates, les indices demandés, une main levée, qui vous a aidé·e et quand, et dans le petit Internet vos noms et serveurs d’exercice. Vos fichiers et votre terminal vivent dans votre machine et disparaissent avec elle.',
  until: 'Tout est effacé au plus tard {days} jours après la fin, ou plus tôt par la personne qui anime.',
  untilNow: 'Tout est effacé dès la fin de la séance.',
  who: 'En répond : la personne ou l’organisation qui tient la séance.',
  controller: 'En répond : {controller}.',
  not: 'Ni nom, ni adresse électronique, ni adresse IP ; rien de ce que vous tapez n’entre dans la base ni dans un journal.',
};

export type NoticeWords = { [K in keyof typeof fr]: string };
