// Que dit l’éditeur de zone en français ?

import { labelSentences } from '../registry/words.fr.ts';
import type { ZoneWords } from './words.ts';

export const fr: ZoneWords = {
  locale: 'fr-FR',
  labels: labelSentences,
  refusals: {
    'type-unknown': 'Choisissez un type parmi {types}.',
    'owner-invalid': 'Nom de l’enregistrement : {label}',
    'owner-syntax':
      'Le nom de l’enregistrement n’est pas lisible. Écrivez « www », « mail », ou « @ » pour le nom lui-même.',
    'owner-outside':
      '{owner} n’est pas dans la zone {zone} : on ne règle ici que {zone} et ce qui finit par .{zone}.',
    'owner-underscore':
      'Un nom avec un tiret bas « _ » désigne un service, pas une machine : il ne porte pas d’enregistrement {type}. Un TXT ou un CNAME, oui.',
    'ttl-invalid': 'La durée de vie (TTL) est un nombre entier de secondes, de {min} à {max}.',
    'value-empty': 'Il manque la valeur de cet enregistrement {type}.',
    'address-not-ipv4':
      '« {value} » n’est pas une adresse IPv4 : quatre nombres de 0 à 255 séparés par des points, comme 198.18.20.10.',
    'address-is-ipv6': 'C’est une adresse IPv6 : choisissez le type AAAA au lieu de A.',
    'address-not-ipv6': '« {value} » n’est pas une adresse IPv6, comme 2001:db8::10.',
    'address-is-ipv4': 'C’est une adresse IPv4 : choisissez le type A au lieu de AAAA.',
    'address-is-a-name':
      'Un enregistrement {type} attend une adresse, pas un nom. Pour renvoyer vers {value}, choisissez le type CNAME.',
    'cname-target-is-address':
      'Un CNAME mène à un autre nom, pas à une adresse. Pour une adresse, choisissez le type A.',
    'target-is-address':
      'Un {type} mène à un nom de machine, jamais à une adresse. Donnez d’abord un nom à cette adresse (A), puis mettez ce nom ici.',
    'target-is-web-address': 'Gardez le nom seul : sans « http:// » et sans rien après « / ».',
    'target-is-mail-address':
      'Un {type} mène à un nom de machine, pas à une adresse de courriel : gardez ce qui suit « @ ».',
    'target-invalid': 'Destination : {label}',
    'target-syntax':
      'La destination de ce {type} n’est pas un nom lisible. On attend par exemple mail.mon-exemple.fr.',
    'preference-invalid': 'La priorité est un nombre entier de 0 à {max} ; le plus petit passe d’abord.',
    'text-too-long': 'Ce texte compte {octets} octets ; le maximum ici est {max}.',
    'text-control-character':
      'Ce texte contient un retour à la ligne ou un caractère invisible ({character}). Mettez-le sur une seule ligne.',
    'ns-at-apex': 'Les serveurs de noms du nom lui-même se changent dans « Serveurs de noms », pas ici.',
    'cname-at-apex':
      '{zone} lui-même ne peut pas être un CNAME : il porte déjà les enregistrements SOA et NS de la zone. Utilisez une adresse A, ou un CNAME pour www.',
    'cname-not-alone': 'Un CNAME est seul à son nom : {owner} porte aussi {others}. Gardez l’un ou l’autre.',
    'cname-to-itself': '{owner} ne peut pas renvoyer vers lui-même.',
    'cname-loop': 'Ces CNAME tournent en rond : en partant de {owner}, on revient sur ses pas.',
    'record-twice': 'Le même enregistrement {type} de {owner} est écrit deux fois.',
    'ttl-differs': 'Les enregistrements {type} de {owner} doivent avoir tous la même durée de vie (TTL).',
    'target-is-alias':
      'Un {type} mène à une machine, pas à un alias : {target} est un CNAME. Donnez-lui une adresse A.',
    'below-delegation':
      '{delegation} est confié à d’autres serveurs (NS) : {owner} se règle chez eux, pas ici.',
    'delegation-without-address':
      '{target} se trouve dans ce qu’il doit servir : ajoutez son adresse (A ou AAAA).',
    'too-many-records': 'Une zone compte ici {max} enregistrements au plus.',
  },
  types: {
    A: 'Adresse IPv4 d’une machine.',
    AAAA: 'Adresse IPv6 d’une machine.',
    CNAME: 'Autre nom de la même machine.',
    MX: 'Machine qui reçoit le courriel du nom.',
    TXT: 'Texte libre, lu par des programmes (SPF, preuves de propriété…).',
    NS: 'Serveurs à qui une partie de la zone est confiée.',
    SOA: 'Fiche de la zone : qui la tient, et son numéro de version.',
  },
};
