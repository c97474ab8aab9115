// How does a Markdown list become a list with boxes to tick?
import { nameFor } from './choices.ts';

/** The drawn list with a box in each point. Throws naming the file when there is no list, or one inside another. */
export function withBoxes(html: string, file: string): string {
  if (!/<li>/.test(html)) throw new Error(`${file}: <Checklist> holds a list: lines that start with "- ".`);
  if (/<li>(?:(?!<\/li>)[\s\S])*<[uo]l\b/.test(html))
    throw new Error(`${file}: the list in <Checklist> has a list inside; a box needs one level.`);
  return html.replace(/<li>([\s\S]*?)<\/li>/g, (_whole, point: string) => {
    const text = point.trim().replace(/^<p>([\s\S]*)<\/p>$/, '$1');
    return `<li><label><input type="checkbox" data-tick="${nameFor(text)}"><span>${text}</span></label></li>`;
  });
}
