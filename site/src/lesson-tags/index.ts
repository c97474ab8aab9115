// What may an author write in a lesson besides Markdown? This list; course/README.md explains each.
import Anecdote from './Anecdote.astro';
import BeforeFriday from './BeforeFriday.astro';
import Careful from './Careful.astro';
import Checklist from './Checklist.astro';
import Choice from './Choice.astro';
import Cmd from './Cmd.astro';
import Debate from './Debate.astro';
import Def from './Def.astro';
import Figure from './Figure.astro';
import Key from './Key.astro';
import KeyPoints from './KeyPoints.astro';
import Mind from './Mind.astro';
import Own from './Own.astro';
import Question from './Question.astro';
import Resident from './Resident.astro';
import Side from './Side.astro';
import Source from './Source.astro';
import Step from './Step.astro';
import Term from './Term.astro';

export const lessonTags = {
  ...{ Cmd, Key, Own, Step, Careful },
  ...{ Term, Def, Source, Figure },
  ...{ Resident, Anecdote, Question, Choice, Debate, Side, Mind, KeyPoints, BeforeFriday, Checklist },
};
