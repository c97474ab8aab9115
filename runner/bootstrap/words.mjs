// What do the commands say before the runner's own words can be loaded? One list of sentences per language, with the same keys.

const EXAMPLES = {
  '--port': '8017',
  '--host': '127.0.0.1',
  '--lang': 'fr',
  '--data': '.data',
  '--seats': '40',
  '--subnet-block': '198.18.0.0/15',
};

export const WORDS = {
  fr: {
    notAFlag: (text) =>
      `« ${text} » n’est pas une option. Les options commencent par deux tirets ; npm les veut après « -- » : npm start -- --port 8017`,
    flagUnknown: (flag, near) =>
      `L’option ${flag} n’existe pas.${near ? ` Vouliez-vous dire ${near} ?` : ''} La liste : la même commande suivie de -- --help`,
    flagTwice: (flag) => `L’option ${flag} est donnée deux fois. Gardez-en une seule.`,
    flagNeedsValue: (flag) =>
      `L’option ${flag} attend une valeur, par exemple ${flag} ${EXAMPLES[flag] ?? '…'}.`,
    filesAlone: (file) =>
      `« ${file} » : les fichiers ne se donnent qu’avec --translated ; sans eux, npm run check vérifie tout.`,
    langUnknown: (value) => `La langue « ${value} » n’existe pas ici. Choix possibles : fr, en.`,
    portBad: (value) =>
      `« ${value} » n’est pas un port : donnez un nombre entier entre 1 et 65535, par exemple --port 8017.`,
    portTaken: (port, next) =>
      `Le port ${port} est déjà pris par un autre programme (peut-être une séance déjà lancée dans une autre fenêtre). Fermez ce programme ou choisissez un autre port : npm start -- --port ${next}`,
    portForbidden: (port) =>
      `Le port ${port} est réservé à l’administrateur de la machine. Choisissez un port à partir de 1024 : npm start -- --port 8017`,
    help: (flags) =>
      `Usage : npm start -- [options]\n\nOptions : ${flags}\n\nCe que fait chacune : la même commande, une fois les dépendances installées.\nCodes de sortie : 0 tout va bien, 1 échec, 2 mauvaise option.`,
    nodeOld: (found) =>
      `Node ${found} est trop ancien : il faut Node 18 ou plus récent. Sur Debian 12 ou Ubuntu 24.04 : sudo apt-get install nodejs npm`,
    nodePlatform: (platform, found) =>
      `Sur ${platform}, il faut Node 24 ou plus récent pour continuer (trouvé : ${found}). Installez Node 24, puis relancez la commande.`,
    nodePinnedMissing: (name) =>
      `Le paquet ${name} manque dans node_modules. Supprimez le dossier node_modules, puis relancez la commande.`,
    diskShort: (free, need, where) =>
      `Il reste ${free} Go libres dans ${where} ; il en faut ${need}. Libérez de la place, puis relancez la commande.`,
    installing: 'Dépendances du projet (npm ci)',
    installFetching: 'téléchargement',
    installCount: (count, total) => `${count}/${total} paquets`,
    installOffline: (log) =>
      `Le premier démarrage télécharge les dépendances, et le dépôt de paquets npm ne répond pas. Vérifiez la connexion à Internet (ou le mandataire : npm config set proxy …), puis relancez la commande. Détails : ${log}`,
    installFailed: (log, tail) =>
      `L’installation des dépendances a échoué. Les dernières lignes :\n${tail}\nTout le journal : ${log}`,
    npmMissing: 'La commande npm est introuvable. Sur Debian ou Ubuntu : sudo apt-get install npm',
    engineRemote: (host) =>
      `DOCKER_HOST vaut « ${host} », un moteur distant. Il faut un moteur Docker sur cette machine : retirez la variable (unset DOCKER_HOST), puis relancez la commande.`,
    engineStaleHost: (host) =>
      `DOCKER_HOST vaut « ${host} », où aucun moteur Docker ne répond. Retirez la variable (unset DOCKER_HOST) ou démarrez ce moteur, puis relancez la commande.`,
    engineForbidden: (socket) =>
      `Docker fonctionne, mais ce compte n’a pas le droit de l’utiliser (${socket}). Tapez : sudo usermod -aG docker $USER, fermez la session, ouvrez-la de nouveau, puis relancez la commande.`,
    engineAbsentNotRoot:
      'Aucun moteur Docker ne répond sur cette machine, et ce compte n’est pas administrateur : rien ne peut être installé. Demandez à l’administrateur : sudo apt-get install docker.io apparmor iptables debootstrap && sudo usermod -aG docker $USER (puis ouvrez une nouvelle session).',
    engineStoppedNotRoot:
      'Docker est installé mais ne répond pas, et ce compte ne peut pas le démarrer. Tapez : sudo systemctl start docker, puis relancez la commande.',
    engineAbsentOtherSystem:
      'Aucun moteur Docker ne répond sur cette machine. Installez Docker (Docker Desktop sur macOS et Windows, le paquet Docker de votre distribution ailleurs), démarrez-le, puis relancez la commande.',
    engineQuestion: (packages) => `Docker n’est pas installé. L’installer maintenant (${packages}) ? [O/n] `,
    engineDeclined:
      'Rien n’a été installé. Pour le faire vous-même : apt-get install docker.io apparmor iptables debootstrap, puis relancez la commande.',
    engineStarting: 'Démarrage du moteur Docker',
    engineFailed: (log, tail) =>
      `Le moteur Docker n’a pas démarré. Ses dernières lignes :\n${tail}\nTout son journal : ${log}`,
    engineFailedSystemd:
      'Le moteur Docker n’a pas démarré. Regardez : journalctl -u docker -n 30, puis relancez la commande.',
    engineReady: 'moteur Docker prêt',
    aptUpdating: 'Liste des paquets Debian',
    aptInstalling: (packages) => `Installation de ${packages}`,
    aptFailed: (packages, log, tail) =>
      `L’installation de ${packages} a échoué. Vérifiez la connexion à Internet, puis relancez la commande. Les dernières lignes :\n${tail}\nTout le journal : ${log}`,
    notThere: (what) => `Cette commande n’est pas encore dans cette version : ${what} manque.`,
    types: (where) => `Types : ${where}`,
    course: 'Cours et labs : chaque erreur par fichier et ligne',
    lint: 'Forme et règles (Biome)',
    tests: (project) => `Tests : ${project}`,
    projectsNamed: {
      rules: 'règles du dépôt',
      unit: 'unités',
      wire: 'fil',
      docker: 'conteneurs',
      labs: 'labs',
      browser: 'navigateur',
    },
    preparingImages: 'Images des machines',
    preparingSite: 'Construction du site',
    skippedDocker:
      'AUCUN MOTEUR DOCKER : les tests de conteneurs, de labs et de navigateur ne tournent pas (comptés comme « skipped »).',
    skippedChromium:
      'CHROMIUM ABSENT : les tests de navigateur ne tournent pas (comptés comme « skipped »). Sur Debian : apt-get install chromium-headless-shell',
    devPages: (address) => `Pages en cours d’écriture, rechargées à chaque changement : ${address}`,
    failedRecap: 'Ce qui a échoué :',
    ptyMissing:
      'node-pty manque : il se compile à l’installation. Sur Debian ou Ubuntu : sudo apt-get install python3 make g++, puis supprimez node_modules et relancez la commande.',
  },
  en: {
    notAFlag: (text) =>
      `"${text}" is not an option. Options start with two dashes, and npm wants them after "--": npm start -- --port 8017`,
    flagUnknown: (flag, near) =>
      `There is no option ${flag}.${near ? ` Did you mean ${near}?` : ''} The list: the same command, with -- --help`,
    flagTwice: (flag) => `The option ${flag} is given twice. Keep one of them.`,
    flagNeedsValue: (flag) =>
      `The option ${flag} needs a value, for example ${flag} ${EXAMPLES[flag] ?? '…'}.`,
    filesAlone: (file) =>
      `"${file}": files only go with --translated; without them, npm run check looks at everything.`,
    langUnknown: (value) => `The language "${value}" does not exist here. Choose one of: fr, en.`,
    portBad: (value) =>
      `"${value}" is not a port: give a whole number from 1 to 65535, for example --port 8017.`,
    portTaken: (port, next) =>
      `Port ${port} is already used by another program (perhaps a workshop started in another window). Close that program or choose another port: npm start -- --port ${next}`,
    portForbidden: (port) =>
      `Port ${port} is kept for the machine's administrator. Choose a port from 1024 on: npm start -- --port 8017`,
    help: (flags) =>
      `Usage: npm start -- [options]\n\nOptions: ${flags}\n\nWhat each does: the same command, once the dependencies are installed.\nExit codes: 0 all is well, 1 failure, 2 wrong option.`,
    nodeOld: (found) =>
      `Node ${found} is too old: Node 18 or newer is needed. On Debian 12 or Ubuntu 24.04: sudo apt-get install nodejs npm`,
    nodePlatform: (platform, found) =>
      `On ${platform}, Node 24 or newer is needed to go on (found: ${found}). Install Node 24, then run the command again.`,
    nodePinnedMissing: (name) =>
      `The package ${name} is missing from node_modules. Remove the folder node_modules, then run the command again.`,
    diskShort: (free, need, where) =>
      `There are ${free} GB free in ${where}; ${need} are needed. Make room, then run the command again.`,
    installing: 'Dependencies of the project (npm ci)',
    installFetching: 'downloading',
    installCount: (count, total) => `${count}/${total} packages`,
    installOffline: (log) =>
      `The first start downloads the dependencies, and the npm package registry does not answer. Check the connection to the Internet (or the proxy: npm config set proxy …), then run the command again. Details: ${log}`,
    installFailed: (log, tail) =>
      `The installation of the dependencies failed. Its last lines:\n${tail}\nThe whole log: ${log}`,
    npmMissing: 'The command npm was not found. On Debian or Ubuntu: sudo apt-get install npm',
    engineRemote: (host) =>
      `DOCKER_HOST is "${host}", a remote engine. A Docker engine on this machine is needed: remove the variable (unset DOCKER_HOST), then run the command again.`,
    engineStaleHost: (host) =>
      `DOCKER_HOST is "${host}", where no Docker engine answers. Remove the variable (unset DOCKER_HOST) or start that engine, then run the command again.`,
    engineForbidden: (socket) =>
      `Docker runs, but this account may not use it (${socket}). Type: sudo usermod -aG docker $USER, log out, log in again, then run the command again.`,
    engineAbsentNotRoot:
      'No Docker engine answers on this machine, and this account is not an administrator: nothing can be installed. Ask the administrator for: sudo apt-get install docker.io apparmor iptables debootstrap && sudo usermod -aG docker $USER (then log in again).',
    engineStoppedNotRoot:
      'Docker is installed but does not answer, and this account cannot start it. Type: sudo systemctl start docker, then run the command again.',
    engineAbsentOtherSystem:
      'No Docker engine answers on this machine. Install Docker (Docker Desktop on macOS and Windows, the Docker package of your distribution elsewhere), start it, then run the command again.',
    engineQuestion: (packages) => `Docker is not installed. Install it now (${packages})? [Y/n] `,
    engineDeclined:
      'Nothing was installed. To do it yourself: apt-get install docker.io apparmor iptables debootstrap, then run the command again.',
    engineStarting: 'Starting the Docker engine',
    engineFailed: (log, tail) =>
      `The Docker engine did not start. Its last lines:\n${tail}\nIts whole log: ${log}`,
    engineFailedSystemd:
      'The Docker engine did not start. Look at: journalctl -u docker -n 30, then run the command again.',
    engineReady: 'Docker engine ready',
    aptUpdating: 'List of Debian packages',
    aptInstalling: (packages) => `Installing ${packages}`,
    aptFailed: (packages, log, tail) =>
      `The installation of ${packages} failed. Check the connection to the Internet, then run the command again. The last lines:\n${tail}\nThe whole log: ${log}`,
    notThere: (what) => `This command is not in this version yet: ${what} is missing.`,
    types: (where) => `Types: ${where}`,
    course: 'Course and labs: each mistake by file and line',
    lint: 'Form and rules (Biome)',
    tests: (project) => `Tests: ${project}`,
    projectsNamed: {
      rules: 'rules of the repository',
      unit: 'units',
      wire: 'wire',
      docker: 'containers',
      labs: 'labs',
      browser: 'browser',
    },
    preparingImages: 'Images of the machines',
    preparingSite: 'Building the site',
    skippedDocker: 'NO DOCKER ENGINE: the container, lab and browser tests do not run (counted as skipped).',
    skippedChromium:
      'NO CHROMIUM: the browser tests do not run (counted as skipped). On Debian: apt-get install chromium-headless-shell',
    devPages: (address) => `Pages being written, reloaded at each change: ${address}`,
    failedRecap: 'What failed:',
    ptyMissing:
      'node-pty is missing: it is compiled at install. On Debian or Ubuntu: sudo apt-get install python3 make g++, then remove node_modules and run the command again.',
  },
};
