// Does a lesson show every step of its lab, once, in order?
import { nearest } from '#course/course-schema.ts';

/** Compares `<Step id="…">` in a lesson's text with the steps of its lab; throws one sentence naming the file. */
export function checkSteps(file: string | undefined, text: string, steps: readonly string[]): void {
  const written = [...text.matchAll(/<Step\s+id=["']([^"']+)["']/g)].map((match) => match[1] ?? '');
  const where = file ?? 'this lesson';
  for (const id of written)
    if (!steps.includes(id))
      throw new Error(
        `${where}: its lab has no step "${id}"; the nearest is "${nearest(id, steps) ?? 'none'}".`,
      );
  const missing = steps.filter((id) => !written.includes(id));
  if (missing.length > 0)
    throw new Error(
      `${where}: the lesson does not show these steps of its lab: ${missing.join(', ')}. Add <Step id="…">.`,
    );
  if (written.join() !== steps.join())
    throw new Error(
      `${where}: the steps stand in another order than in the lab (or twice): expected ${steps.join(', ')}.`,
    );
}
