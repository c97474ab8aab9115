// What does the recording of a lab say in English, where no runner serves the pages?
import type { RecordingWords } from './recording.fr.ts';

export const en: RecordingWords = {
  aside: 'Recording of the lab',
  goes: 'Go to the recording',
  goesReal: 'How to do it for real',
  title: 'This lab, as its proof played it',
  what: 'You are reading these pages without a workshop server. In place of the terminal, here is the recording of a real machine on which each step was typed and checked.',
  open: 'Play the recording',
  opening: 'Opening the recording…',
  failed: 'The recording could not be opened. The transcript below says the same.',
  screen: 'Recorded screen',
  controls: 'Playback',
  play: 'Play',
  pause: 'Pause',
  previous: 'Previous step',
  next: 'Next step',
  position: 'Moment of the recording',
  positionOf: '{at} of {total}, step {n} of {count}',
  step: 'Step',
  stepNamed: 'Step {n}: {title}',
  beginning: 'Beginning',
  oneStep: 'Stop at each step',
  speed: 'Speed',
  times: '{n} ×',
  transcript: 'Transcript',
  transcriptOf: 'Transcript of step {n}',
  watch: 'Watch this step',
  otherLanguage: 'The recorded machine speaks French.',
  none: 'No recording of this lab yet.',
  noneHow:
    'Recordings come from the proof of the labs, never from a staged show: `npm run prove -- --lab {lab}` writes it, then `npm run build` puts it into these pages.',
  real: 'Do it for real',
  realHow:
    'On a Linux computer with git, Node and npm: copy the repository of the course, then start it. The command prints the address to open.',
  realLab: 'Or this lab alone, in your own terminal:',
  noScript: 'The playback buttons need JavaScript; the transcript can be read without.',
  noWorkshop: 'No workshop at this address',
  noWorkshopText:
    'These pages are a copy of the course for reading: no workshop server answers here. If somebody runs a workshop, open the address that they gave you. To open one yourself:',
  noWorkshopRead: 'Back to the contents',
};
