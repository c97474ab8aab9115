// Que dit l’éditeur de zone en français ?

import { labelSentences } from '../registry/words.fr.ts';
import { sayLabel } from '../registry/words.ts';
import type { ZoneWords } from './words.ts';

const list = (items: readonly string[]): string =>
  new Intl.ListFormat('fr-FR', { type: 'conjunction' }).format(items);
const article = (type: string): string =>
  type === 'A' || type === 'AAAA' ? `une adresse (${type})` : `un enregistrement ${type}`;

export const fr: ZoneWords = {
  refusals: {
    'type-unknown': ({ types }) => `Choisissez un type parmi ${list(types)}.`,
    'owner-invalid': ({ label }) => `Nom de l’enregistrement : ${sayLabel(labelSentences, label)}`,
    'owner-syntax': () =>
      'Le nom de l’enregistrement n’est pas lisible. Écrivez « www », « mail », ou « @ » pour le nom lui-même.',
    'owner-outside': ({ owner, zone }) =>
      `${owner} n’est pas dans la zone ${zone} : on ne règle ici que ${zone} et ce qui finit par .${zone}.`,
    'owner-underscore': ({ type }) =>
      `Un nom avec un tiret bas « _ » désigne un service, pas une machine : il ne porte pas ${article(type)}. Un TXT ou un CNAME, oui.`,
    'ttl-invalid': ({ min, max }) =>
      `La durée de vie (TTL) est un nombre entier de secondes, de ${min} à ${max}.`,
    'value-empty': ({ type }) => `Il manque la valeur de cet enregistrement ${type}.`,
    'address-not-ipv4': ({ value }) =>
      `« ${value} » n’est pas une adresse IPv4 : quatre nombres de 0 à 255 séparés par des points, comme 198.18.20.10.`,
    'address-is-ipv6': () => 'C’est une adresse IPv6 : choisissez le type AAAA au lieu de A.',
    'address-not-ipv6': ({ value }) => `« ${value} » n’est pas une adresse IPv6, comme 2001:db8::10.`,
    'address-is-ipv4': () => 'C’est une adresse IPv4 : choisissez le type A au lieu de AAAA.',
    'address-is-a-name': ({ value, type }) =>
      `Un enregistrement ${type} attend une adresse, pas un nom. Pour renvoyer vers ${value}, choisissez le type CNAME.`,
    'target-is-address': ({ type }) =>
      type === 'CNAME'
        ? 'Un CNAME mène à un autre nom, pas à une adresse. Pour une adresse, choisissez le type A.'
        : `Un ${type} mène à un nom de machine, jamais à une adresse. Donnez d’abord un nom à cette adresse (A), puis mettez ce nom ici.`,
    'target-is-web-address': () => 'Gardez le nom seul : sans « http:// » et sans rien après « / ».',
    'target-is-mail-address': ({ type }) =>
      `Un ${type} mène à un nom de machine, pas à une adresse de courriel : gardez ce qui suit « @ ».`,
    'target-invalid': ({ label }) => `Destination : ${sayLabel(labelSentences, label)}`,
    'target-syntax': ({ type }) =>
      `La destination de ce ${type} n’est pas un nom lisible. On attend par exemple mail.mon-exemple.fr.`,
    'preference-invalid': ({ max }) =>
      `La priorité est un nombre entier de 0 à ${max} ; le plus petit passe d’abord.`,
    'text-too-long': ({ octets, max }) => `Ce texte compte ${octets} octets ; le maximum ici est ${max}.`,
    'text-control-character': ({ character }) =>
      `Ce texte contient un retour à la ligne ou un caractère invisible (${character}). Mettez-le sur une seule ligne.`,
    'ns-at-apex': () =>
      'Les serveurs de noms du nom lui-même se changent dans « Serveurs de noms », pas ici.',
    'cname-at-apex': ({ zone }) =>
      `${zone} lui-même ne peut pas être un CNAME : il porte déjà les enregistrements SOA et NS de la zone. Utilisez une adresse A, ou un CNAME pour www.`,
    'cname-not-alone': ({ owner, others }) =>
      `Un CNAME est seul à son nom : ${owner} porte aussi ${list(others)}. Gardez l’un ou l’autre.`,
    'cname-to-itself': ({ owner }) => `${owner} ne peut pas renvoyer vers lui-même.`,
    'cname-loop': ({ owner }) =>
      `Ces CNAME tournent en rond : en partant de ${owner}, on revient sur ses pas.`,
    'record-twice': ({ owner, type }) => `Le même enregistrement ${type} de ${owner} est écrit deux fois.`,
    'ttl-differs': ({ owner, type }) =>
      `Les enregistrements ${type} de ${owner} doivent avoir tous la même durée de vie (TTL).`,
    'target-is-alias': ({ type, target }) =>
      `Un ${type} mène à une machine, pas à un alias : ${target} est un CNAME. Donnez-lui une adresse A.`,
    'below-delegation': ({ owner, delegation }) =>
      `${delegation} est confié à d’autres serveurs (NS) : ${owner} se règle chez eux, pas ici.`,
    'delegation-without-address': ({ target }) =>
      `${target} se trouve dans ce qu’il doit servir : ajoutez son adresse (A ou AAAA).`,
    'too-many-records': ({ max }) => `Une zone compte ici ${max} enregistrements au plus.`,
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
