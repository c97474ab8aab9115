// How long does a large course take to build, and how heavy are its pages? Beside Starlight alone with the same text, in the same run.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Findings, Row } from './report.ts';
import { build, ourSite, scratch, starlightAlone } from './site-stage.ts';

/** Bytes of a page and of what it loads before anybody touches it, as sent (gzip): HTML, style, scripts with what they import. Fonts are left out. */
export function weightOf(out: string, page: string): number {
  const seen = new Set<string>();
  const add = (path: string): number => {
    const file = join(out, path);
    if (seen.has(path) || !existsSync(file)) return 0;
    seen.add(path);
    const text = readFileSync(file);
    const imported = path.endsWith('.js')
      ? [...text.toString().matchAll(/(?:from|import)\s*["'`](\.\/[^"'`]+\.js)["'`]/g)].map((match) =>
          join(path, '..', match[1] ?? ''),
        )
      : [];
    return gzipSync(text).length + imported.reduce((sum, one) => sum + add(one), 0);
  };
  const html = readFileSync(join(out, page), 'utf8');
  const linked = [
    ...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g),
    ...html.matchAll(/<script\b[^>]*src="([^"]+)"/g),
  ].map((match) => match[1] ?? '');
  return add(page) + linked.reduce((sum, one) => sum + add(one), 0);
}

/** `lessons`: how many are generated. `undo`: what removes them again. */
export async function measureSite(lessons: number, undo: (() => void)[]): Promise<Findings> {
  const [here, there] = [scratch(undo), scratch(undo)];
  starlightAlone(there, lessons);
  const alone = await build(there);
  ourSite(here, lessons);
  const ours = await build(here);
  const page = 'mesure-0/lecon-1/index.html';
  const rows: Row[] = [
    { name: 'build-whole', ours: ours.seconds, beside: alone.seconds, unit: 's', n: lessons },
    {
      name: 'build-page',
      ours: (1000 * ours.seconds) / ours.pages,
      beside: (1000 * alone.seconds) / alone.pages,
      unit: 'ms',
      n: ours.pages,
    },
    {
      name: 'page-lesson',
      ours: weightOf(ours.out, page) / 1000,
      beside: weightOf(alone.out, page) / 1000,
      unit: 'kB',
      n: 1,
    },
  ];
  return { rows, data: { lessons, ours, alone } };
}

/** Pages of this very course, as built. */
export function measurePages(site: string): Findings {
  const PAGES = {
    'page-front': 'index.html',
    'page-reading': 'contribuer/guide/index.html',
    'page-lab': 'premiers-pas/terminal/index.html',
  } as const;
  const rows = Object.entries(PAGES).flatMap(([name, page]): Row[] =>
    existsSync(join(site, page))
      ? [{ name: name as keyof typeof PAGES, ours: weightOf(site, page) / 1000, unit: 'kB', n: 1 }]
      : [],
  );
  return { rows, data: PAGES };
}
