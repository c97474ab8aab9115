// What does this browser remember of a page's questions and boxes? A little text under the page's address; nothing leaves it.

const KEY = 'boite.answers';

type Kept = Record<string, Record<string, string>>;

// A lesson has one path per language; what was answered in French is not asked again in English.
const here = (): string => location.pathname.replace(/^\/en(?=\/)/, '');

function read(): Kept {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Kept) : {};
  } catch {
    // Storage may be forbidden, or hold what an older page wrote.
    return {};
  }
}

export const recall = (name: string): string | undefined => read()[here()]?.[name];

/** Remembers a text, or forgets it when there is none. */
export function keep(name: string, value: string | undefined): void {
  const all = read();
  const page = { ...all[here()] };
  if (value === undefined) delete page[name];
  else page[name] = value;
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...all, [here()]: page }));
  } catch {
    // The page works without memory.
  }
}
