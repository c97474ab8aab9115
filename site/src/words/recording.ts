// Which words does a recording have in a page's language?
import { en } from './recording.en.ts';
import { fr, type RecordingWords } from './recording.fr.ts';

export const recordingWordsFor = (tag: string | undefined): RecordingWords =>
  tag?.startsWith('en') ? en : fr;
