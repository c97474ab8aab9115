// What if a lab continues others that are not done? The page says which, and offers to have them done.
import type { LabView } from '../../../runner/protocol/live-frames.ts';
import { fill } from '../words/fill.ts';
import type { LabPanel } from './lab-panel.ts';
import type { LabPageData } from './page-data.ts';

/** Shows, above the first step, what is missing; gives the function that follows the lab's state. */
export function bindBuildUp(data: LabPageData, panel: LabPanel): (view: LabView) => void {
  const words = data.words.buildUp;
  const box = document.createElement('div');
  box.className = 'build-up panel-notice';
  box.setAttribute('role', 'status');
  box.hidden = true;
  const sentence = document.createElement('p');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = words.button;
  button.addEventListener('click', () => {
    button.disabled = true;
    void panel.request('/api/labs/build-up').finally(() => {
      button.disabled = false;
    });
  });
  box.append(sentence, button);
  document.querySelector('[data-step]')?.before(box);
  return ({ missing = [], buildUp }) => {
    box.hidden = missing.length === 0;
    const named = (id: string) => data.after?.[id] ?? id;
    const list = new Intl.ListFormat(document.documentElement.lang).format(missing.map(named));
    const said = buildUp ? fill(words.busy, { lab: named(buildUp) }) : fill(words.missing, { labs: list });
    if (sentence.textContent !== said) sentence.textContent = said;
    button.hidden = buildUp !== undefined;
  };
}
