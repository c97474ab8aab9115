// Is an answer right? No page needed to know.

export type Verdict = 'right' | 'almost' | 'wrong' | 'empty';

/** `chosen` and `right`: places of the choices. */
export function judgeChoices(chosen: readonly number[], right: readonly number[]): Verdict {
  if (chosen.length === 0) return 'empty';
  const hits = chosen.filter((place) => right.includes(place)).length;
  if (hits === right.length && hits === chosen.length) return 'right';
  return hits > 0 ? 'almost' : 'wrong';
}

/** How many stand at their place; `places` in the order shown. */
export const inPlace = (places: readonly number[]): number =>
  places.filter((place, index) => place === index).length;

/** The list with one thing moved by `step`; unchanged when it would leave the list. */
export function moved(places: readonly number[], place: number, step: number): number[] {
  const from = places.indexOf(place);
  const to = from + step;
  if (from < 0 || to < 0 || to >= places.length) return [...places];
  const next = places.filter((one) => one !== place);
  next.splice(to, 0, place);
  return next;
}
