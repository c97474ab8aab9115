// In which order are the lessons read? This list makes the side bar and the « previous / next » links.
import type { Outline } from './course-schema.ts';

export const outline: Outline = [
  {
    module: 'premiers-pas',
    title: { fr: 'Premiers pas', en: 'First steps' },
    lessons: ['terminal'],
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
