// Which source has which number on a lesson's page? They are numbered as they are first cited in the text.
import { type LessonSource, unknownId } from '#course/course-schema.ts';
import { withoutCode } from './course-rules.ts';

export interface NumberedSource extends LessonSource {
  number: number;
  /** How often the text cites it; the notes lead back to each place. */
  cited: number;
}

const idsCited = (text: string): string[] =>
  [...withoutCode(text).matchAll(/<Source\s+id=["']([^"']*)["']/g)].map((match) => match[1] ?? '');

/** The sources in the order of their numbers, cited ones first. Throws naming the file when one is cited that does not exist. */
export function numberSources(
  file: string,
  text: string,
  sources: readonly LessonSource[],
): NumberedSource[] {
  const cited = idsCited(text);
  const known = sources.map(({ id }) => id);
  for (const id of cited)
    if (!known.includes(id))
      throw new Error(unknownId(file, 'source', id, 'the front matter (sources)', known));
  const order = [...new Set([...cited, ...known])];
  return order.flatMap((id, index) => {
    const source = sources.find((one) => one.id === id);
    return source ? [{ ...source, number: index + 1, cited: cited.filter((one) => one === id).length }] : [];
  });
}
