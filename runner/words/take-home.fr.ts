// Que dit la page « refaites-le pour de vrai » que chacun·e emporte ?

export const fr = {
  file: 'refaites-le.html',
  notes: 'lisez-moi.txt',
  zones: (name: string) => `zone-${name}.txt`,
  folder: 'mes-fichiers',
  leftHere: 'mes-fichiers-trop-gros.txt',
  server: (host: string) => `serveur-${host}`,
  left: (host: string) => `serveur-${host}-trop-gros.txt`,
  databases: (host: string) => `serveur-${host}-bases.sql`,
  title: 'Refaites-le pour de vrai',
  lead: (pseudonym: string, title: string) =>
    `Voici ce que ${pseudonym} a fait pendant « ${title} ». La séance était un petit Internet fermé : ces noms et ces serveurs n’existent pas dehors. Cette page dit comment les avoir pour de vrai.`,
  names: 'Vos noms pendant la séance',
  noNames: 'Vous n’avez pas enregistré de nom.',
  servers: 'Vos serveurs pendant la séance',
  noServers: 'Vous n’aviez pas de serveur à la fin.',
  off: 'Vos fichiers ne sont pas avec cette page : votre machine était éteinte. Démarrez-la, puis demandez à nouveau votre travail, avant la fin de la séance.',
  todo: 'À refaire, dans cet ordre',
  steps: (name: string, server: string) => [
    `Choisir un bureau d’enregistrement et vérifier que « ${name} », ou le nom que vous voulez vraiment, est libre.`,
    'Enregistrer ce nom à votre nom propre (pas à celui d’un prestataire), avec une adresse électronique qui durera, et activer la double authentification.',
    `Louer un serveur comme « ${server} » : regarder où il est, sous quel droit, ce qui est sauvegardé, et comment on en part.`,
    'Faire pointer le nom vers l’adresse du serveur : un enregistrement A, et AAAA si le serveur a une adresse IPv6.',
    'Se relier au serveur par ssh avec une clé, mettre le système à jour, installer ce que vous aviez installé ici.',
    'Demander un certificat (cadenas) et vérifier qu’il se renouvelle seul.',
    'Noter où sont les sauvegardes, et en restaurer une pour essayer.',
    'Noter les dates d’expiration du nom et du serveur dans votre agenda.',
  ],
  readme: (folder: string) =>
    `Cette archive contient :\n- ${folder}/ : vos fichiers, tels qu’ils étaient sur votre machine, avec l’historique de vos commandes (fichier caché .bash_history) ; au-delà de 64 Mo, les plus gros restent, et mes-fichiers-trop-gros.txt les nomme ;\n- serveur-*/ : de chacun de vos serveurs allumés, la configuration, les pages et les dossiers personnels (un fichier -bases.sql contient ses bases de données, s’il en a ; un fichier -trop-gros.txt nomme ce qui n’a pas tenu) ;\n- refaites-le.html : vos noms, vos serveurs, et comment les avoir pour de vrai ;\n- zone-*.txt : ce que disait la zone de chacun de vos noms.\nElle a été faite à votre demande ; le serveur de la séance n’en garde pas de copie.\n`,
  example: { name: 'votre-nom-exemple.fr', server: 'mon-serveur' },
};
