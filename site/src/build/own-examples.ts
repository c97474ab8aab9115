// What stands in a lesson where a seat's own name and server will stand? Names with « exemple », addresses of the simulation's block.
import { fillOwn } from '../terminal/own-values.ts';

/** By key of `%key%` and of `<Own is="key">`. */
export const OWN_EXAMPLES: Readonly<Record<string, string>> = {
  name: 'camille-exemple.fr',
  wish: 'camille-exemple.fr',
  server: '198.18.0.80',
  'server-name': 'web',
  server2: '198.18.0.81',
  pseudonym: 'camille',
};

/** A text with examples in the place of `%name%`, `%server%`…; a percent sign of another kind stays. */
export const fillExamples = (text: string): string => fillOwn(text, OWN_EXAMPLES);
