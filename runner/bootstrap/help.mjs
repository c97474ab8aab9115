// What does each command do, and which options has it? `npm run <command> -- --help`, told before anything is installed.
import { basename } from 'node:path';
import { RUNNER_FLAGS } from './flags.mjs';

/** @typedef {[placeholder: string, meaning: string]} FlagHelp the placeholder is empty for a switch */
/** @typedef {{ does: string, names?: string, flags: Record<string, FlagHelp>, example?: string }} CommandHelp */

/** @type {Record<'fr' | 'en', { usage: string, options: string, example: string, asStart: string, codes: string, common: Record<string, FlagHelp>, commands: Record<string, CommandHelp> }>} */
const HELP = {
  fr: {
    usage: 'Usage :',
    options: '[options]',
    example: 'Exemple :',
    asStart: 'Et les options de la séance : npm start -- --help',
    codes: 'Codes de sortie : 0 tout va bien, 1 échec, 2 mauvaise option.',
    common: {
      '--lang': ['fr|en', 'langue des messages'],
      '--yes': ['', 'répond oui aux questions'],
      '--data': ['dossier', 'où sont gardées les séances'],
      '--name': ['nom', 'nom du dossier ou du fichier, sans accent ni espace'],
      '--module': ['module', 'module qui reçoit la leçon'],
      '--title-fr': ['titre', 'titre français'],
      '--title-en': ['titre', 'titre anglais'],
      '--languages': ['fr,en', 'langues, séparées par des virgules'],
    },
    commands: {
      test: { does: 'Installe ce qui manque (moteur Docker, Chromium), puis vérifie tout.', flags: {} },
      dev: {
        does: 'Pour écrire leçons et labs : les pages et les images se refont à chaque changement.',
        flags: { '--local-shell': ['', 'sans Docker : un terminal de votre propre machine'] },
      },
      check: {
        does: 'Vérifie tout ce qui se vérifie sans Docker.',
        names: '[leçon…]',
        flags: {
          '--course': ['', 'le cours et les labs seulement : chaque erreur avec son fichier et sa ligne'],
          '--translated': ['', 'note que ces traductions (ou toutes) suivent de nouveau leur original'],
        },
        example: 'npm run check -- --course',
      },
      bench: {
        does: 'Mesure la rapidité et la mémoire, à côté d’un serveur minimal.',
        flags: {
          '--quick': ['', 'moins de monde, moins de répétitions'],
          '--json': ['', 'les chiffres en JSON'],
          '--only': ['partie,…', 'ces parties seulement'],
        },
        example: 'npm run bench -- --quick --only prompt,echo',
      },
      doctor: {
        does: 'Examine cette machine ; chaque défaut est suivi de son remède.',
        flags: {
          '--json': ['', 'l’examen en JSON'],
          '--seats': ['nombre', 'pour autant de personnes'],
          '--subnet-block': ['bloc', 'bloc d’adresses des réseaux, par exemple 198.18.0.0/15'],
          '--public-url': ['adresse', 'adresse que taperont les personnes'],
        },
      },
      prove: {
        does: 'Prouve les labs sur de vraies machines et enregistre ce qu’on y voit.',
        flags: {
          '--lab': ['lab,…', 'ces labs seulement'],
          '--times': ['nombre', 'nombre de fois (2 sans cette option)'],
        },
        example: 'npm run prove -- --lab first-steps --times 1',
      },
      purge: {
        does: 'Efface tout : conteneurs, réseaux, images, données ; vérifie qu’il ne reste rien.',
        flags: { '--keep-images': ['', 'garde les images, longues à construire'] },
      },
      build: {
        does: 'Fait le site qui se lit sans machine, pour tout hébergeur ou une clé USB.',
        flags: {
          '--base': ['/dossier', 'dossier du site chez l’hébergeur'],
          '--site': ['adresse', 'adresse complète du site'],
          '--out': ['dossier', 'où l’écrire'],
        },
        example: 'npm run build -- --base /cours',
      },
      lab: {
        does: 'Ouvre un lab dans votre terminal.',
        names: '<lab>',
        flags: {
          '--solve': ['[étape]', 'tape la solution, jusqu’à cette étape'],
          '--prove': ['', 'prouve le lab une fois'],
        },
        example: 'npm run lab -- sample --solve',
      },
      'new:lab': {
        does: 'Écrit un lab et sa leçon, qui marchent déjà ; ce qu’aucune option ne dit est demandé.',
        flags: {},
        example: 'npm run new:lab -- --title-fr "Où va mon courriel" --title-en "Where does my mail go"',
      },
      'new:lesson': {
        does: 'Écrit une leçon qui passe déjà les vérifications ; ce qu’aucune option ne dit est demandé.',
        flags: { '--lab': ['lab', 'lab de cette leçon'] },
      },
      export: {
        does: 'Fait d’une partie du cours un dépôt autonome.',
        flags: {
          '--lang': ['fr|en', 'langue des messages, et du cours à emporter'],
          '--modules': ['module,…', 'modules à emporter'],
          '--languages': ['fr,en', 'langues du cours, s’il en faut plusieurs'],
          '--out': ['dossier', 'où l’écrire'],
          '--offline': [
            '',
            'avec images, Node et dépendances : une clé USB suffit à une salle sans Internet',
          ],
        },
        example: 'npm run export -- --modules premiers-pas --lang fr',
      },
      drift: {
        does: 'Dit ce qui a changé, là d’où vient cette copie, dans ce qu’elle utilise.',
        names: '<dossier ou adresse git>',
        flags: {},
      },
      'trainer-link': {
        does: 'Donne un nouveau lien à la personne qui anime, pendant que la séance tourne.',
        flags: {},
      },
    },
  },
  en: {
    usage: 'Usage:',
    options: '[options]',
    example: 'Example:',
    asStart: 'And the options of a workshop: npm start -- --help',
    codes: 'Exit codes: 0 all is well, 1 failure, 2 wrong option.',
    common: {
      '--lang': ['fr|en', 'language of the messages'],
      '--yes': ['', 'answers yes to questions'],
      '--data': ['folder', 'where workshops are kept'],
      '--name': ['name', 'name of the folder or file, without accents or spaces'],
      '--module': ['module', 'the module that gets the lesson'],
      '--title-fr': ['title', 'French title'],
      '--title-en': ['title', 'English title'],
      '--languages': ['fr,en', 'languages, separated by commas'],
    },
    commands: {
      test: {
        does: 'Installs what is missing (Docker engine, Chromium), then checks everything.',
        flags: {},
      },
      dev: {
        does: 'For writing lessons and labs: pages and images are made again at each change.',
        flags: { '--local-shell': ['', 'without Docker: a terminal of your own machine'] },
      },
      check: {
        does: 'Checks everything that needs no Docker.',
        names: '[lesson…]',
        flags: {
          '--course': ['', 'the course and the labs only: each mistake with its file and line'],
          '--translated': ['', 'notes that these translations (or all) follow their original again'],
        },
        example: 'npm run check -- --course',
      },
      bench: {
        does: 'Measures speed and memory, beside a minimal server.',
        flags: {
          '--quick': ['', 'fewer people, fewer repetitions'],
          '--json': ['', 'the figures as JSON'],
          '--only': ['part,…', 'these parts only'],
        },
        example: 'npm run bench -- --quick --only prompt,echo',
      },
      doctor: {
        does: 'Examines this machine; each fault comes with its remedy.',
        flags: {
          '--json': ['', 'the examination as JSON'],
          '--seats': ['number', 'for so many people'],
          '--subnet-block': ['block', 'address block of the networks, for example 198.18.0.0/15'],
          '--public-url': ['address', 'the address that people will type'],
        },
      },
      prove: {
        does: 'Proves the labs on real machines and records what is seen there.',
        flags: {
          '--lab': ['lab,…', 'these labs only'],
          '--times': ['number', 'how many times (2 without this option)'],
        },
        example: 'npm run prove -- --lab first-steps --times 1',
      },
      purge: {
        does: 'Removes everything: containers, networks, images, data; verifies that nothing is left.',
        flags: { '--keep-images': ['', 'keeps the images, which take long to build'] },
      },
      build: {
        does: 'Makes the site that is read without a machine, for any host or a USB stick.',
        flags: {
          '--base': ['/folder', 'the site’s folder at its host'],
          '--site': ['address', 'the site’s whole address'],
          '--out': ['folder', 'where to write it'],
        },
        example: 'npm run build -- --base /course',
      },
      lab: {
        does: 'Opens a lab in your terminal.',
        names: '<lab>',
        flags: {
          '--solve': ['[step]', 'types the solution, up to this step'],
          '--prove': ['', 'proves the lab once'],
        },
        example: 'npm run lab -- sample --solve',
      },
      'new:lab': {
        does: 'Writes a lab and its lesson, which work already; what no option says is asked.',
        flags: {},
        example: 'npm run new:lab -- --title-fr "Où va mon courriel" --title-en "Where does my mail go"',
      },
      'new:lesson': {
        does: 'Writes a lesson that passes the checks already; what no option says is asked.',
        flags: { '--lab': ['lab', 'the lesson’s lab'] },
      },
      export: {
        does: 'Makes a repository of its own of a part of the course.',
        flags: {
          '--lang': ['fr|en', 'language of the messages, and of the course to take along'],
          '--modules': ['module,…', 'modules to take along'],
          '--languages': ['fr,en', 'languages of the course, when there are several'],
          '--out': ['folder', 'where to write it'],
          '--offline': [
            '',
            'with images, Node and dependencies: one USB stick serves a room without Internet',
          ],
        },
        example: 'npm run export -- --modules premiers-pas --lang fr',
      },
      drift: {
        does: 'Says what changed, where this copy comes from, in what it uses.',
        names: '<folder or git address>',
        flags: {},
      },
      'trainer-link': {
        does: 'Gives the trainer a new link while the workshop runs.',
        flags: {},
      },
    },
  },
};

/** The command that a file of this folder is: `…/new-lab.mjs` → `new:lab`. */
export const commandOf = (file) => basename(file, '.mjs').replace(/^new-/, 'new:');

/** True when the person asks what the command does. `npm start` answers for itself: its options are the runner's. */
export const asksForHelp = (command, argv) =>
  command !== 'start' && argv.some((word) => word === '--help' || word === '-h');

/**
 * What the command does, each option with its meaning.
 * @param {string} command e.g. `new:lab` @param {string[]} flags those it knows @param {'fr' | 'en'} lang
 */
export function helpOf(command, flags, lang) {
  const words = HELP[lang];
  const { does, names, flags: own, example } = words.commands[command];
  const like = command === 'dev';
  // What `dev` shares with `npm start` is explained there.
  const shown = like ? flags.filter((flag) => own[flag] || !Object.hasOwn(RUNNER_FLAGS, flag)) : flags;
  const lines = [...new Set(['--lang', ...shown])].map((flag) => {
    const [placeholder, meaning] = own[flag] ?? words.common[flag];
    return [`  ${flag} ${placeholder}`.trimEnd(), meaning];
  });
  const width = Math.max(...lines.map(([left]) => left.length)) + 2;
  const run = command === 'test' ? 'npm test' : `npm run ${command}`;
  return [
    does,
    '',
    [words.usage, run, '--', words.options, names].filter(Boolean).join(' '),
    ...lines.map(([left, meaning]) => `${left.padEnd(width)}${meaning}`),
    '',
    ...(like ? [words.asStart] : []),
    ...(example ? [`${words.example} ${example}`] : []),
    words.codes,
  ].join('\n');
}
