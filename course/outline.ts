// In which order are the lessons read? This list makes the side bar and the « previous / next » links.
import type { Outline } from './course-schema.ts';

export const outline: Outline = [
  {
    module: 'premiers-pas',
    title: { fr: 'Premiers pas', en: 'First steps' },
    lessons: ['terminal'],
  },
];
