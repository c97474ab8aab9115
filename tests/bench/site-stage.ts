// On what is the building of sites measured? A copy of this repository with generated lessons, and Starlight alone with the same text.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainEnv } from '../../runner/bootstrap/plain-env.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PER_MODULE = 50;
/** Longest that one build may take, milliseconds. */
const BUILD_LIMIT_MS = 240_000;

/** A folder that is removed at the end. */
export function scratch(undo: (() => void)[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'boite-bench-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Links instead of half a gigabyte; a copy where files cannot be linked. */
function packages(to: string): void {
  const from = join(ROOT, 'node_modules');
  try {
    execFileSync('cp', ['-al', from, join(to, 'node_modules')], { stdio: 'ignore' });
  } catch {
    cpSync(from, join(to, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  }
}

/** Some 400 words in sections, lists and a table, with nothing that only one of the two sites knows. */
const textOf = (n: number): string =>
  ['Comprendre', 'Essayer', 'Choisir', 'Retenir']
    .map(
      (title) =>
        `## ${title} ${n}\n\n${'Un serveur répond à ce qu’on lui demande, et à rien d’autre ; chaque réponse dit aussi qui la donne. '.repeat(4)}\n\n- une machine que l’on connaît ;\n- une adresse que l’on écrit ;\n- une [page](#${title.toLowerCase()}-${n}) que l’on lit.\n\n| quoi | où |\n| --- | --- |\n| nom | zone |\n| page | serveur |\n`,
    )
    .join('\n');

const moduleOf = (n: number): string => `mesure-${Math.floor(n / PER_MODULE)}`;

/** This repository with `count` lessons in French, and none of its own. */
export function ourSite(folder: string, count: number): void {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  });
  for (const path of listed.toString().split('\n'))
    if (path !== '' && existsSync(join(ROOT, path)) && !/^(tests|course\/(fr|en))\//.test(path))
      cpSync(join(ROOT, path), join(folder, path));
  packages(folder);
  const modules = new Map<string, string[]>();
  for (let n = 0; n < count; n++) {
    const module = moduleOf(n);
    modules.set(module, [...(modules.get(module) ?? []), `lecon-${n}`]);
    const place = join(folder, 'course', 'fr', module);
    mkdirSync(place, { recursive: true });
    const front = `---\ntitle: Leçon ${n}\ndescription: Une leçon pour la mesure.\nupdated: 2026-11-22\n---\n`;
    writeFileSync(join(place, `lecon-${n}.mdx`), `${front}\n${textOf(n)}`);
  }
  const outline = [...modules].map(([module, lessons]) => ({
    module,
    title: { fr: module, en: module },
    lessons,
  }));
  writeFileSync(
    join(folder, 'course', 'outline.ts'),
    `// Generated.\nimport type { Outline } from './course-schema.ts';\n\nexport const outline: Outline = ${JSON.stringify(outline)};\n`,
  );
}

/** Starlight as it comes, with the same lessons. */
export function starlightAlone(folder: string, count: number): void {
  packages(folder);
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  // Which packages are parts of the site is read from here.
  write('package.json', '{ "type": "module", "dependencies": { "astro": "*", "@astrojs/starlight": "*" } }');
  write(
    'site/astro.config.mjs',
    "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ title: 'x', disable404Route: true })] });\n",
  );
  write(
    'site/src/content.config.ts',
    "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  );
  for (let n = 0; n < count; n++)
    write(
      `site/src/content/docs/${moduleOf(n)}/lecon-${n}.md`,
      `---\ntitle: Leçon ${n}\ndescription: Une leçon pour la mesure.\n---\n\n${textOf(n)}`,
    );
}

export interface Built {
  seconds: number;
  pages: number;
  /** Where the pages are. */
  out: string;
}

/** Builds the site below `folder/site`; rejects with the end of what the builder said. */
export async function build(folder: string): Promise<Built> {
  const out = join(folder, 'out');
  const astro = join(folder, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const began = performance.now();
  let said = '';
  const child = spawn(process.execPath, [astro, 'build', '--root', 'site', '--outDir', out], {
    cwd: folder,
    env: { ...plainEnv(), ASTRO_TELEMETRY_DISABLED: '1' },
    timeout: BUILD_LIMIT_MS,
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => {
      said = (said + piece.toString()).slice(-2_000);
    });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the site of ${folder} did not build (${String(code)}): ${said}`);
  const seconds = (performance.now() - began) / 1000;
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  return { seconds, pages: pages.length, out };
}
