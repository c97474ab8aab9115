// What does the notice at the door say, in English?
import type { NoticeWords } from './notice.fr.ts';

export const en: NoticeWords = {
  title: 'What the workshop keeps of you',
  kept: 'Kept on the computer that hosts the workshop: your pseudonym, your progress with its dates, the hints you asked for, a raised hand, who helped you and when, and in the small Internet your exercise names and servers. Your files and your terminal live in your machine and go with it.',
  until: 'Everything is erased at the latest {days} days after the end, or earlier by the trainer.',
  untilNow: 'Everything is erased as soon as the workshop ends.',
  who: 'Answerable for it: the person or organisation that holds the workshop.',
  controller: 'Answerable for it: {controller}.',
  not: 'No name, no e-mail address, no IP address; nothing that you type enters the database or a log.',
};
