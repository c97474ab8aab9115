// What may an author write in a lesson besides Markdown? This list; course/README.md explains each.
import Careful from './Careful.astro';
import Cmd from './Cmd.astro';
import Key from './Key.astro';
import Step from './Step.astro';
import Term from './Term.astro';

export const lessonTags = { Careful, Cmd, Key, Step, Term };
