// What do the commands for authors say in English? Build, scaffold, one lab at a time, export, comparison with upstream.
import type { AuthorWords } from './author.ts';

export const en: AuthorWords = {
  'build.building': 'Building the site that is read without a workshop server',
  'build.failed': (tail, log) =>
    `The site does not build. Fix what these lines say, then run the command again.\n${tail}\nThe whole log: ${log}`,
  'build.base': (found) => `--base: expected a path like /course or /training/tools, found "${found}".`,
  'build.site': (found) =>
    `--site: expected an address without a path, like https://example.org, found "${found}". The path goes into --base.`,
  'build.done': (pages, folder, base) =>
    `${pages} pages in ${folder}. Put them on any host, at the address ${base}\nTo read them here: node ${folder}/serve.mjs${base === '/' ? '' : ` 8018 ${base}`}`,
  'build.unrecorded': (labs) =>
    `Without a recording (their pages say so): ${labs}. To make them, with Docker: npm run prove, then npm run build.`,
  'build.readme': (base) =>
    `The Digital Deputy’s Toolbox: pages to read.\nOn a host: put everything in this folder at the address ${base}\nFrom this folder or a USB stick, with Node: node serve.mjs${base === '/' ? '' : ` 8018 ${base}`}\nTexts: CC BY-SA 4.0. Program: MIT.`,
};
