// What do the commands for authors say in English? Build, scaffold, one lab at a time, export, comparison with upstream.
import type { AuthorWords } from './author.ts';

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

export const en: AuthorWords = {
  'build.building': 'Building the site that is read without a workshop server',
  'build.failed': (tail, log) =>
    `The site does not build. Fix what these lines say, then run the command again.\n${tail}\nThe whole log: ${log}`,
  'build.base': (found) => `--base: expected a path like /course or /training/tools, found "${found}".`,
  'build.site': (found) =>
    `--site: expected an address without a path, like https://example.org, found "${found}". The path goes into --base.`,
  'build.out': (folder) =>
    `--out: ${folder} holds something other than a site built here, and would be emptied. Give a new or empty folder.`,
  'out.refused': (folder, why) =>
    `--out: cannot write in ${folder} (${why}). Give a folder that your account may write in.`,
  'build.done': (pages, folder, base) =>
    `${pages} pages in ${folder}. Put them on any host, at the address ${base}\nTo read them here: node ${folder}/serve.mjs${base === '/' ? '' : ` 8018 ${base}`}`,
  'build.unrecorded': (labs) =>
    `Without a recording (their pages say so): ${labs}. To make them, with Docker: npm run prove, then npm run build.`,
  'build.readme': (base) =>
    `The Digital Deputy’s Toolbox: pages to read.\nOn a host: put everything in this folder at the address ${base}\nFrom this folder or a USB stick, with Node: node serve.mjs${base === '/' ? '' : ` 8018 ${base}`}\nTexts: CC BY-SA 4.0. Program: MIT.`,
  'lab.which': (list) => `Which lab? For example: npm run lab -- sample\n${list}`,
  'lab.unknown': (asked, near) =>
    `There is no lab "${asked}" in labs/.${near === undefined ? ' The list: npm run lab' : ` Did you mean "${near}"?`}`,
  'lab.one': (lab, found) => `One lab at a time, found ${found}. For example: npm run lab -- ${lab}`,
  'lab.no-step': (lab, asked, near, steps) =>
    `The lab "${lab}" has no step "${asked}".${near === undefined ? '' : ` Did you mean "${near}"?`} Its steps: ${steps}`,
  'lab.opening': (lab) => `Opening the lab "${lab}" on a fresh machine…`,
  'lab.closing': 'The machine is gone.',
  'lab.menu': 'Ctrl-] opens the commands of the lab; everything else goes to the machine.',
  'lab.keys': '[e] exercise  [i] hint  [s] solution  [r] reply  [q] quit:',
  'lab.answer': 'Your answer:',
  'lab.not-solved': (step) => `The solution of "${step}" was typed, and its check does not pass.`,
  'lab.all': '✓ All steps are done. Ctrl-] then q to leave.',
  'new.title-fr': 'Title in French?',
  'new.title-en': 'Title in English?',
  'new.name': 'Name of the file and of the address?',
  'new.module': (modules) => `In which module (${modules}, or a new name)?`,
  'new.missing': (flag, asks) => `--${flag} is missing (${asks})`,
  'new.bad-name': (found, better) =>
    `"${found}" cannot name a folder: expected lower-case words without accents, joined by hyphens, for example "${better}".`,
  'new.reserved-name': (found) =>
    `"${found}" is a reserved name. Choose another: --name my-mail, for example.`,
  'new.no-name': (title) =>
    `The title "${title}" gives no name for a folder. Give one: --name my-mail (lower-case words without accents, joined by hyphens).`,
  'new.title-long': (found, max) =>
    `A title has ${max} characters at most, to be readable in the contents and on a phone; this one has ${found}.`,
  'new.exists': (file) => `${file} exists already. Choose another name: --name …`,
  'new.no-model': (path) =>
    `${path}, which this command copies, is missing: take it from the whole course, or export your part together with the module "contribuer".`,
  'new.done': (files) =>
    `Written:\n${files}\nTo see it: npm run dev. To read everything again: npm run check.`,
  'new.try': (lab) => `To try it: npm run lab -- ${lab}. To prove it: npm run lab -- ${lab} --prove`,
  'check.done': (mistakes, lessons) =>
    mistakes === 0 ? `${lessons} lessons read, nothing to correct.` : `${mistakes} to correct.`,
  'check.stale': 'Translations to look at again (the French has changed since):',
  'check.noted': (files) =>
    files === 1 ? '1 translation noted as up to date.' : `${files} translations noted as up to date.`,
  'check.no-translation': (path, near) =>
    `--translated: ${path} is no translation of the course.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
  'prove.languages': (found, known) =>
    `--languages: expected ${known} (or several, joined by commas), found "${found}".`,
  'prove.times': (found, max) => `--times: expected a whole number from 1 to ${max}, found "${found}".`,
  'export.which': (modules) =>
    `Which modules? For example: npm run export -- --modules premiers-pas --lang en\nThe modules: ${modules}`,
  'export.unknown': (asked, near, modules) =>
    `There is no module "${asked}".${near === undefined ? '' : ` Did you mean "${near}"?`} The modules: ${modules}`,
  'export.language': (asked, known) =>
    `--languages: the course does not exist in "${asked}". Expected: ${known} (or several, joined by commas).`,
  'export.exists': (folder) =>
    `${folder} is not empty: what it holds would be mixed with the copy. Choose another folder: --out …`,
  'export.done': (lessons, labs, folder) =>
    `${count(lessons, 'lesson')} and ${count(labs, 'lab')} in ${folder}, with their credits (course/origin.json).\nThen, in that folder: npm run check, npm run build, or npm start.`,
  'export.french': 'The French came along: it is what translations follow, and the root of the site.',
  'export.bundling': 'Images, packages and Node for a room without Internet',
  'export.offline': (lessons, labs, folder) =>
    `${count(lessons, 'lesson')} and ${count(labs, 'lab')} in ${folder}, with the machines, the packages and Node. Copy everything in this folder to a USB stick (FAT, exFAT or ext4).\nOn a computer with Docker, without Internet or Node: sh demarrer.sh, from the stick.`,
  'export.stick': (processor) =>
    `The Digital Deputy’s Toolbox, for a room without Internet.\nNeeded: Linux (${processor}), Docker running, 4 GB of disk.\nOpen a terminal in this folder and type: sh demarrer.sh --lang en\nThe course is copied to boite-a-outils in your home folder (or to the one you give: sh demarrer.sh /a/folder), once the SHA-256 sums are found right.\nOptions of npm start come after that: sh demarrer.sh --port 8017 --title "My workshop"\nTexts: CC BY-SA 4.0. Program: MIT.\n`,

  'drift.which':
    'Compare with what? Give the folder or the address of the repository it comes from: npm run drift -- ../original-course',
  'drift.unreachable': (upstream, why) =>
    `"${upstream}" is neither a folder nor a repository that git can read. ${why}`,
  'drift.no-course': (upstream) =>
    `"${upstream}" is no repository of this course: expected a folder course and a folder labs, at least one is missing.`,
  'drift.since': (day, commit) => `Copy of ${day}${commit === '' ? '' : ` (revision ${commit})`}.`,
  'drift.none': 'Nothing has changed upstream in what you use.',
  'drift.changed': 'Changed upstream, not here (can be taken as it is):',
  'drift.both': 'Changed upstream and here (to be compared):',
  'drift.gone': 'Removed upstream:',
  'drift.fresh': 'New upstream, in your modules and labs:',
};
