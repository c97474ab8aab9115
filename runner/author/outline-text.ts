// How does a lesson get into course/outline.ts without anybody editing it? At the end of its module, or in a module of its own at the end.
import type { Language } from '../protocol/api.ts';
import { StartError } from '../start/start-error.ts';

interface Entry {
  module: string;
  name: string;
  moduleTitle: Record<Language, string>;
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** The outline's text with one lesson more. Throws when the text is not the one this was made for. */
export function addToOutline(text: string, { module, name, moduleTitle }: Entry): string {
  const at = text.search(new RegExp(`module: (['"])${module}\\1`));
  if (at < 0) {
    const end = text.lastIndexOf('\n];');
    if (end < 0) throw new StartError('course/outline.ts: expected a list that ends with "];"');
    const title = `{ fr: ${quoted(moduleTitle.fr)}, en: ${quoted(moduleTitle.en)} }`;
    const block = `\n  {\n    module: '${module}',\n    title: ${title},\n    lessons: ['${name}'],\n  },`;
    return text.slice(0, end) + block + text.slice(end);
  }
  const list = /lessons: \[([^\]]*)\]/.exec(text.slice(at));
  if (!list) throw new StartError(`course/outline.ts: expected "lessons: [...]" in the module "${module}"`);
  const before = (list[1] ?? '').replace(/,?\s*$/, '');
  const start = at + list.index;
  const names = [before, `'${name}'`].filter(Boolean).join(', ');
  return `${text.slice(0, start)}lessons: [${names}]${text.slice(start + list[0].length)}`;
}
