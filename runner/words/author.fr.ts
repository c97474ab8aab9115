// What do the commands for authors say in French? Build, scaffold, one lab at a time, export, comparison with upstream.

export const fr = {
  'build.building': 'Construction du site à lire sans serveur de séance',
  'build.failed': (tail: string, log: string) =>
    `Le site ne se construit pas. Corrigez ce que disent ces lignes, puis relancez la commande.\n${tail}\nTout le journal : ${log}`,
  'build.base': (found: string) =>
    `--base : attendu un chemin comme /cours ou /formations/outils, trouvé « ${found} ».`,
  'build.site': (found: string) =>
    `--site : attendu une adresse sans chemin, comme https://exemple.org, trouvé « ${found} ». Le chemin se donne par --base.`,
  'build.done': (pages: number, folder: string, base: string) =>
    `${pages} pages dans ${folder}. À déposer chez n’importe quel hébergeur, à l’adresse ${base}\nPour les lire ici : node ${folder}/serve.mjs${base === '/' ? '' : ` 8018 ${base}`}`,
  'build.unrecorded': (labs: string) =>
    `Sans enregistrement (la page le dit) : ${labs}. Pour les faire, avec Docker : npm run prove, puis npm run build.`,
  'build.readme': (base: string) =>
    `La boîte à outils du député numérique : pages à lire.\nChez un hébergeur : déposez tout le contenu de ce dossier à l’adresse ${base}\nDepuis ce dossier ou une clé USB, avec Node : node serve.mjs${base === '/' ? '' : ` 8018 ${base}`}\nTextes : CC BY-SA 4.0. Programme : MIT.`,
};
