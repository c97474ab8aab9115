// Que dit le lab « Interroger un nom » en français ?
import { defineWords } from '../define-lab.ts';

export default defineWords({
  title: 'Interroger un nom de domaine',
  summary:
    'Avant de choisir un nom, on apprend à interroger ceux des autres : où ils mènent, qui les tient, et ce que le registre refuse de dire.',
  steps: {
    'ask-the-address': {
      title: 'Demandez à quelle adresse se trouve `ns1.bureau-exemple.net`.',
      done: 'Quatre nombres : voilà ce que cache un nom. Votre machine pose cette question des centaines de fois par jour.',
      hints: {
        'nothing-yet': [
          'Aucune question n’a encore été posée. La commande qui interroge l’annuaire du réseau s’appelle `dig`.',
          'Écrivez `dig`, une espace, puis le nom entier, point et extension compris.',
        ],
        'no-name': [
          'La commande est la bonne, mais elle ne sait pas de quel nom vous parlez.',
          'Ajoutez, après une espace, le nom demandé par l’étape.',
        ],
        'another-name': [
          'Vous savez poser la question. Elle portait sur un autre nom que celui de l’étape.',
          'Comparez lettre par lettre : `ns1`, un point, `bureau-exemple`, un point, `net`.',
        ],
        failed: [
          'La question est partie et rien n’est revenu : elle a sans doute été posée à un serveur qui ne répond pas.',
          'Recommencez sans nommer de serveur : la commande, puis le nom seul.',
        ],
      },
      solution:
        '`dig` pose une question à l’annuaire du réseau ; `+short` ne garde que la réponse, une adresse de quatre nombres.',
    },
    'walk-from-the-root': {
      title: 'Suivez le chemin entier, de la racine jusqu’à la réponse.',
      done: 'Trois serveurs, trois réponses : personne ne sait tout, chacun sait à qui demander. C’est cela, déléguer.',
      hints: {
        'nothing-yet': [
          'Il s’agit encore de `dig`, avec une option qui fait tout le chemin à pied.',
          'L’option s’appelle « trace » ; un signe plus, collé, la précède.',
        ],
        'without-plus': [
          'Le mot est le bon, mais la machine l’a pris pour un nom à chercher.',
          'Les options de `dig` commencent par un signe plus collé au mot, sans espace.',
        ],
        'without-trace': [
          'Vous avez la réponse, mais pas le chemin : quelqu’un d’autre l’a parcouru pour vous.',
          'Ajoutez l’option `+trace` entre `dig` et le nom.',
        ],
        failed: [
          'La marche a commencé, puis s’est arrêtée : un mot de la ligne n’a pas été compris.',
          'Relisez la ligne : `dig`, l’option, un nom, et rien d’autre.',
        ],
      },
      solution:
        'Avec `+trace`, `dig` fait lui-même le travail du résolveur : la racine l’envoie à `net`, `net` l’envoie au serveur du nom, qui répond.',
    },
    'who-holds-it': {
      title: 'Trouvez qui tient le nom `mairie-exemple.fr`.',
      done: 'C’est bien elle. Pour une organisation, le registre publie le titulaire : tout le monde peut vérifier qui parle.',
      answerLabel: 'Titulaire',
      hints: {
        'no-answer': [
          'Le registre tient un fichier public des noms. La commande qui le consulte se lit « who is ? », qui est-ce ?',
          'Tapez `whois`, une espace, le nom ; cherchez la ligne « contact » et recopiez ce qu’elle dit.',
        ],
        'the-registrar': [
          'C’est le bureau d’enregistrement, le guichet où le nom a été pris. Le titulaire, c’est son client.',
          'Plus bas dans la réponse, un bloc commence par `nic-hdl` : lisez sa ligne « contact ».',
        ],
        'a-handle': [
          'C’est la référence du titulaire dans le fichier du registre, pas son nom.',
          'Cherchez plus bas le bloc qui porte cette référence : sa ligne « contact » donne le nom.',
        ],
        'the-name': [
          'C’est le nom de domaine. On cherche la personne ou l’organisation qui en a l’usage.',
          'Lisez la ligne « contact » de la réponse.',
        ],
        'another-holder': [
          'Ce n’est pas ce que dit le registre pour ce nom. Relisez sa réponse, elle est longue.',
          'Remontez dans le terminal jusqu’à la ligne « contact » : recopiez tout ce qui suit les deux points.',
        ],
      },
      solution:
        '`whois` interroge le registre ; la ligne « contact » du bloc du titulaire porte le nom de la commune.',
    },
    'what-is-hidden': {
      title: 'Cherchez de même qui tient `depute-exemple.fr`. Que montre la ligne « contact » ?',
      done: 'Le registre sait, et se tait : les coordonnées des particuliers ne sont pas publiées. C’est la diffusion restreinte.',
      answerLabel: 'Contact affiché',
      hints: {
        'no-answer': [
          'Posez au registre la même question qu’à l’étape précédente, pour cet autre nom.',
          'Dans la réponse, cherchez la ligne « contact » et recopiez les deux mots qu’elle porte.',
        ],
        'a-guess': [
          'C’est peut-être vrai, mais le registre ne le dit pas. On veut ce qui est écrit à l’écran.',
          'Retapez la commande et lisez la ligne « contact », juste sous `PERSON`.',
        ],
        'the-registrar': [
          'C’est le bureau d’enregistrement : lui n’est jamais caché.',
          'Descendez jusqu’au bloc qui commence par `nic-hdl`, et lisez sa ligne « contact ».',
        ],
        'another-word': [
          'Ce mot figure peut-être dans la réponse, mais pas sur la ligne « contact ».',
          'La ligne commence par `contact:` ; recopiez les deux mots qui suivent.',
        ],
      },
      solution:
        'La ligne « contact » dit « Ano Nymous » : le titulaire est un particulier, et ses coordonnées ne sont pas publiées.',
    },
    'ask-in-json': {
      title: 'Posez la question sur `mairie-exemple.fr` au service Web du registre, RDAP.',
      done: 'Mêmes faits, rangés pour qu’un programme les lise. C’est ce service qui remplace peu à peu `whois`.',
      hints: {
        'nothing-yet': [
          'RDAP s’interroge comme une page Web. La commande qui va chercher une page sans navigateur s’appelle `curl`.',
          'L’adresse est dans la leçon : elle commence par `https://rdap`, et finit par le mot `domain`, une barre, et le nom.',
        ],
        'no-path': [
          'Le service est le bon, mais il ne sait pas ce que vous cherchez.',
          'Après le nom du service, ajoutez `/domain/`, puis le nom de domaine.',
        ],
        failed: [
          'La demande n’est arrivée nulle part : un mot de l’adresse, ou un détour, l’a égarée.',
          'Reprenez l’adresse de la leçon telle quelle : `https://`, le service, `/domain/`, puis le nom.',
        ],
      },
      solution:
        '`curl` va chercher une page et l’affiche telle quelle ; RDAP répond en JSON, un format que les programmes lisent sans se tromper.',
    },
    'find-a-free-one': {
      title: 'Trouvez un nom libre, que vous aimeriez porter.',
      done: 'Libre, à cette seconde. Premier arrivé, premier servi : la leçon suivante va le prendre.',
      answerLabel: 'Un nom libre',
      hints: {
        'no-answer': [
          'Imaginez un nom, demandez au registre s’il est pris, puis écrivez-le ici.',
          'Pour un nom libre, `whois` répond « NOT FOUND ». L’onglet « Bureau d’enregistrement » le dit aussi.',
        ],
        'no-ending': [
          'Il manque l’extension : la partie après le dernier point, qui désigne le registre.',
          'Ajoutez un point et une extension, par exemple `fr`, `org` ou `eu`.',
        ],
        reserved: [
          'Personne ne tient ce nom, et personne ne peut le prendre : il est protégé.',
          'Évitez les mots de l’État et des collectivités. Votre prénom, un trait d’union et `exemple` passeront.',
        ],
        taken: [
          'Ce nom a déjà un titulaire : `whois` vous en dit la date d’expiration.',
          'Changez un mot, ou l’extension, puis demandez de nouveau au registre.',
        ],
        unreadable: [
          'Le registre n’a pas reconnu un nom : il y a un signe interdit, ou une extension qui n’existe pas ici.',
          'Des lettres, des chiffres, des traits d’union au milieu seulement, un point, puis `fr`, `eu`, `org`, `com`, `net`, `paris` ou `info`.',
        ],
      },
      solution:
        'Un nom est libre quand le registre répond « NOT FOUND » ; il faut encore que personne ne le prenne avant vous.',
    },
  },
});
