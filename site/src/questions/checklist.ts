// Which boxes were ticked here before?
import { keep, recall } from './kept.ts';

for (const box of document.querySelectorAll<HTMLInputElement>('[data-checklist] [data-tick]')) {
  const name = `tick-${box.dataset.tick}`;
  box.checked = recall(name) !== undefined;
  box.addEventListener('change', () => keep(name, box.checked ? 'yes' : undefined));
}
