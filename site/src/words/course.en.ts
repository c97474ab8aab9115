// What do the pages of the course say, around the lessons? English.
import type { CourseWords } from './fr.ts';

const page: CourseWords['page'] = {
  sources: {
    title: 'Sources and notes',
    note: 'Source {n}: {title}',
    back: 'Back to passage {which} that cites source {n}',
    checked: 'Facts checked on {day}.',
  },
  glossary: {
    title: 'Glossary',
    lead: 'The words of the course, in a sentence or two. None is supposed to be known.',
    means: ': ',
    more: 'Glossary',
    also: 'Also called',
    see: 'See',
    used: 'Used in',
    letters: 'Letters',
  },
  figure: { drawing: 'Drawing:', long: 'Detailed description of the drawing' },
  question: {
    single: 'One answer',
    multiple: 'Several answers possible',
    order: 'Put in order',
    check: 'Check my answer',
    reveal: 'Show the answer',
    again: 'Start again',
    right: 'Right.',
    wrong: 'No.',
    up: 'Move up',
    down: 'Move down',
  },
  blocks: {
    resident: 'A resident asks',
    anecdote: 'A true story',
    keyPoints: 'To remember',
    beforeFriday: 'One thing to do before Friday',
    debate: 'Debate',
    mind: 'What would change your mind?',
  },
  lesson: {
    objectives: 'At the end, you will be able to',
  },
  programme: {
    title: 'Course plan',
    lead: 'Each workshop can be followed in a class, in sittings of two and a half hours, or alone, at your own pace.',
    sittings: ['one sitting of 2 h 30', '{n} sittings of 2 h 30'],
    total: '{minutes} of reading and practice',
    needs: 'Follow first: ',
    noNeeds: 'No prerequisite',
    lab: 'hands-on',
    hours: '{h} hr {m} min',
    wholeHours: '{h} hr',
    minutes: '{m} minutes',
    lessons: 'Its lessons',
    start: 'Start',
    notes: 'Notes for running this workshop',
  },
  notes: {
    title: 'Notes for trainers',
    lead: 'One page per lesson: its aim, the wrong answers to expect, what to do when it fails, a shorter and a longer version. They print well.',
    lesson: 'Read the lesson',
    all: 'All notes',
    none: 'No notes yet.',
  },
  origins: { title: 'Where this course comes from' },
};

const client: CourseWords['client'] = {
  question: {
    right: 'That is right.',
    almost: 'Not quite: something is missing, or too much. Read again, then retry.',
    wrong: 'That is not it. Read the explanation, then retry.',
    order: 'The order is not right yet: {n} of {total} are in place.',
    empty: 'Choose an answer first.',
    shown: 'Here is the answer.',
    moved: '{text}: place {n} of {total}.',
  },
};

export const en = { page, client };
