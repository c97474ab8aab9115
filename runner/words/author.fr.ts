// What do the commands for authors say in French? Build, scaffold, one lab at a time, export, comparison with upstream.

/** « 1 leçon », « 2 leçons ». */
const count = (number: number, noun: string): string => `${number} ${noun}${number > 1 ? 's' : ''}`;

export const fr = {
  'build.building': 'Construction du site à lire sans serveur de séance',
  'build.failed': (tail: string, log: string) =>
    `Le site ne se construit pas. Corrigez ce que disent ces lignes, puis relancez la commande.\n${tail}\nTout le journal : ${log}`,
  'build.base': (found: string) =>
    `--base : attendu un chemin comme /cours ou /formations/outils, trouvé « ${found} ».`,
  'build.site': (found: string) =>
    `--site : attendu une adresse sans chemin, comme https://exemple.org, trouvé « ${found} ». Le chemin se donne par --base.`,
  'build.out': (folder: string) =>
    `--out : ${folder} contient autre chose qu’un site construit ici, et serait vidé. Donnez un dossier neuf ou vide.`,
  'out.refused': (folder: string, why: string) =>
    `--out : impossible d’écrire dans ${folder} (${why}). Donnez un dossier où votre compte a le droit d’écrire.`,
  'build.done': (pages: number, folder: string, base: string) =>
    `${pages} pages dans ${folder}. À déposer chez n’importe quel hébergeur, à l’adresse ${base}\nPour les lire ici : node ${folder}/serve.mjs${base === '/' ? '' : ` 8018 ${base}`}`,
  'build.unrecorded': (labs: string) =>
    `Sans enregistrement (la page le dit) : ${labs}. Pour les faire, avec Docker : npm run prove, puis npm run build.`,
  'build.readme': (base: string) =>
    `La boîte à outils du député numérique : pages à lire.\nChez un hébergeur : déposez tout le contenu de ce dossier à l’adresse ${base}\nDepuis ce dossier ou une clé USB, avec Node : node serve.mjs${base === '/' ? '' : ` 8018 ${base}`}\nTextes : CC BY-SA 4.0. Programme : MIT.`,
  'lab.which': (list: string) => `Quel lab ? Par exemple : npm run lab -- sample\n${list}`,
  'lab.unknown': (asked: string, near: string | undefined) =>
    `Il n’y a pas de lab « ${asked} » dans labs/.${near === undefined ? ' La liste : npm run lab' : ` Vouliez-vous dire « ${near} » ?`}`,
  'lab.one': (lab: string, found: number) =>
    `Un seul lab à la fois, trouvé ${found}. Par exemple : npm run lab -- ${lab}`,
  'lab.no-step': (lab: string, asked: string, near: string | undefined, steps: string) =>
    `Le lab « ${lab} » n’a pas d’étape « ${asked} ».${near === undefined ? '' : ` Vouliez-vous dire « ${near} » ?`} Ses étapes : ${steps}`,
  'lab.opening': (lab: string) => `Ouverture du lab « ${lab} » sur une machine neuve…`,
  'lab.closing': 'La machine est effacée.',
  'lab.menu': 'Ctrl-] ouvre les commandes du lab ; tout le reste va à la machine.',
  'lab.keys': '[e] étape  [i] indice  [s] solution  [r] répondre  [q] quitter :',
  'lab.answer': 'Votre réponse :',
  'lab.not-solved': (step: string) =>
    `La solution de « ${step} » a été tapée, et la vérification ne passe pas.`,
  'lab.all': '✓ Toutes les étapes sont réussies. Ctrl-] puis q pour quitter.',
  'new.title-fr': 'Titre en français ?',
  'new.title-en': 'Titre en anglais ?',
  'new.name': 'Nom du fichier et de l’adresse ?',
  'new.module': (modules: string) => `Dans quel atelier (${modules}, ou un nouveau nom) ?`,
  'new.missing': (flag: string, asks: string) => `Il manque --${flag} (${asks})`,
  'new.bad-name': (found: string, better: string) =>
    `« ${found} » ne peut pas nommer un dossier : attendu des mots en minuscules sans accent, joints par des tirets, par exemple « ${better} ».`,
  'new.reserved-name': (found: string) =>
    `« ${found} » est un nom réservé. Choisissez-en un autre : --name mon-courriel, par exemple.`,
  'new.no-name': (title: string) =>
    `Le titre « ${title} » ne donne pas de nom de dossier. Donnez-en un : --name mon-courriel (des mots en minuscules sans accent, joints par des tirets).`,
  'new.title-long': (found: number, max: number) =>
    `Un titre tient en ${max} signes pour rester lisible dans le sommaire et sur un téléphone ; celui-ci en a ${found}.`,
  'new.exists': (file: string) => `${file} existe déjà. Choisissez un autre nom : --name …`,
  'new.no-model': (path: string) =>
    `Il manque ${path}, que cette commande recopie : reprenez-le du cours entier, ou exportez votre partie avec l’atelier « contribuer ».`,
  'new.done': (files: string) =>
    `Écrit :\n${files}\nPour le voir : npm run dev. Pour tout relire : npm run check.`,
  'new.try': (lab: string) =>
    `Pour l’essayer : npm run lab -- ${lab}. Pour le prouver : npm run lab -- ${lab} --prove`,
  'check.done': (mistakes: number, lessons: number) =>
    mistakes === 0 ? `${lessons} leçons relues, rien à corriger.` : `${mistakes} à corriger.`,
  'check.stale': 'Traductions à revoir (le texte français a changé depuis) :',
  'check.noted': (files: number) =>
    files < 2 ? `${files} traduction notée comme à jour.` : `${files} traductions notées comme à jour.`,
  'check.no-translation': (path: string, near: string | undefined) =>
    `--translated : ${path} n’est pas une traduction du cours.${near === undefined ? '' : ` Vouliez-vous dire « ${near} » ?`}`,
  'prove.languages': (found: string, known: string) =>
    `--languages : attendu ${known} (ou plusieurs, séparées par des virgules), trouvé « ${found} ».`,
  'prove.times': (found: string, max: number) =>
    `--times : attendu un nombre entier de 1 à ${max}, trouvé « ${found} ».`,
  'export.which': (modules: string) =>
    `Quels ateliers ? Par exemple : npm run export -- --modules premiers-pas --lang fr\nLes ateliers : ${modules}`,
  'export.unknown': (asked: string, near: string | undefined, modules: string) =>
    `Il n’y a pas d’atelier « ${asked} ».${near === undefined ? '' : ` Vouliez-vous dire « ${near} » ?`} Les ateliers : ${modules}`,
  'export.language': (asked: string, known: string) =>
    `--languages : le cours n’existe pas en « ${asked} ». Attendu : ${known} (ou plusieurs, séparées par des virgules).`,
  'export.exists': (folder: string) =>
    `${folder} n’est pas vide, et ce qu’il contient serait mêlé à la copie. Choisissez un autre dossier : --out …`,
  'export.done': (lessons: number, labs: number, folder: string) =>
    `${count(lessons, 'leçon')} et ${count(labs, 'lab')} dans ${folder}, avec leurs crédits (course/origin.json).\nEnsuite, dans ce dossier : npm run check, npm run build, ou npm start.`,
  'export.french': 'Le français est venu avec : c’est lui que les traductions suivent, et la racine du site.',
  'export.bundling': 'Images, paquets et Node pour une salle sans Internet',
  'export.offline': (lessons: number, labs: number, folder: string) =>
    `${count(lessons, 'leçon')} et ${count(labs, 'lab')} dans ${folder}, avec les machines, les paquets et Node. Copiez tout le contenu de ce dossier sur une clé USB (FAT, exFAT ou ext4).\nSur une machine qui a Docker, sans Internet ni Node : sh demarrer.sh, depuis la clé.`,
  'export.stick': (processor: string) =>
    `La boîte à outils du député numérique, pour une salle sans Internet.\nIl faut : Linux (${processor}), Docker démarré, 4 Go de disque.\nOuvrez un terminal dans ce dossier, puis tapez : sh demarrer.sh\nLe cours est copié dans boite-a-outils, dans votre dossier personnel (ou dans celui que vous donnez : sh demarrer.sh /un/dossier), après comparaison des empreintes SHA-256.\nLes options de npm start viennent à la suite : sh demarrer.sh --port 8017 --title "Ma séance"\nTextes : CC BY-SA 4.0. Programme : MIT.\n`,

  'drift.which':
    'Comparer avec quoi ? Donnez le dossier ou l’adresse du dépôt d’origine : npm run drift -- ../cours-d-origine',
  'drift.unreachable': (upstream: string, why: string) =>
    `« ${upstream} » n’est ni un dossier ni un dépôt que git puisse lire. ${why}`,
  'drift.no-course': (upstream: string) =>
    `« ${upstream} » n’est pas un dépôt de ce cours : attendu un dossier course et un dossier labs, il en manque.`,
  'drift.since': (day: string, commit: string) =>
    `Copie du ${day}${commit === '' ? '' : ` (révision ${commit})`}.`,
  'drift.none': 'Rien n’a changé en amont dans ce que vous utilisez.',
  'drift.changed': 'Changé en amont, pas chez vous (à reprendre tel quel) :',
  'drift.both': 'Changé en amont et chez vous (à comparer) :',
  'drift.gone': 'Retiré en amont :',
  'drift.fresh': 'Nouveau en amont, dans vos ateliers et vos labs :',
};
