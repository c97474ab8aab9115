// Where does the tab « Navigateur » stand in a test without machines? Alone on a page of a real runner, before a small Internet of the test's own making.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { GlassUnderTest } from '../wire/glass-support.ts';

const SOURCES = fileURLToPath(new URL('../../site/src/', import.meta.url));
const FAILURE = { refusals: {}, noAnswer: 'no answer', retryIn: '' };

const START = `import { openGlass } from '/tab.js';
const tab = await openGlass('glass', document.documentElement.lang, ${JSON.stringify(FAILURE)});
document.querySelector('.panel-counter').append(tab.element);
await tab.look();
document.body.dataset.ready = '';`;

/** Starlight's variables are not here; these stand for them. */
const STAND_IN = `body { margin: 0; font-family: sans-serif; } .sr-only { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.panel-counter { position: fixed !important; }`;

/** A real runner whose start page is the tab, and nothing else. */
export async function openGlassStage(
  options: Parameters<typeof GlassUnderTest.start>[0] = {},
): Promise<GlassUnderTest> {
  const under = await GlassUnderTest.start(options);
  const { siteDir } = under.server;
  const result = await build({
    configFile: false,
    root: SOURCES,
    logLevel: 'silent',
    build: {
      write: false,
      rolldownOptions: {
        input: { tab: `${SOURCES}glass/open-glass.ts`, counters: `${SOURCES}counters/open-counter.ts` },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const styles: string[] = [];
  for (const one of Array.isArray(result) ? result : [result])
    for (const file of 'output' in one ? one.output : []) {
      const path = join(siteDir, file.fileName);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.type === 'chunk' ? file.code : file.source);
      if (file.fileName.endsWith('.css')) styles.push(`<link rel="stylesheet" href="/${file.fileName}">`);
    }
  writeFileSync(join(siteDir, 'start.js'), START);
  const theme = readFileSync(`${SOURCES}style/theme.css`, 'utf8').replace(/@import[^;]*;/g, '');
  const panel = readFileSync(`${SOURCES}style/panel.css`, 'utf8');
  const page = (
    lang: string,
  ) => `<!doctype html><html lang="${lang}" data-theme="light"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Navigateur</title>${styles.join('')}<style>${theme}${panel}${STAND_IN}</style></head>
<body><main><h1 class="sr-only">Navigateur</h1><div class="panel-counter"></div></main><script type="module" src="/start.js"></script></body></html>`;
  writeFileSync(join(siteDir, 'index.html'), page('fr'));
  mkdirSync(join(siteDir, 'en'), { recursive: true });
  writeFileSync(join(siteDir, 'en', 'index.html'), page('en'));
  return under;
}
