// How does a sheet of paper lead back to its page? By a code, drawn for the address that this very site has now.
import { create } from 'qrcode';
import { pageData } from '../terminal/page-data.ts';
import { fill } from '../words/fill.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** White around the code, modules (ISO/IEC 18004 asks for four). */
const MARGIN = 4;

function drawCode(address: string, label: string): SVGSVGElement {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * MARGIN;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  const path = document.createElementNS(SVG, 'path');
  let drawn = '';
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) drawn += `M${column + MARGIN} ${row + MARGIN}h1v1h-1z`;
  path.setAttribute('d', drawn);
  svg.append(path);
  return svg;
}

/** The whole address of a path of this site, wherever the site stands. */
const addressOf = (path = '/'): string => new URL(path, location.origin).href;

const words = pageData<{ qr: string }>('sheet-words');
for (const place of document.querySelectorAll<HTMLElement>('[data-qr]')) {
  const address = addressOf(place.dataset.qr);
  place.append(drawCode(address, fill(words.qr, { address })));
}
for (const place of document.querySelectorAll<HTMLElement>('[data-address]'))
  place.textContent = addressOf(place.dataset.address);
const button = document.querySelector<HTMLButtonElement>('[data-print]');
if (button) button.hidden = false;
button?.addEventListener('click', () => print());
