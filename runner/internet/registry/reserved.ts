// Which names does a registry refuse to everybody here, and why?
import type { ReadName } from './name.ts';

/**
 * Why a name is not given:
 * - `state`: name of the Republic, a national institution or a public service (law n° 2011-302, art. L. 45-2 CPCE);
 * - `local-authority`: name of a commune, department or region, same law; by examination in reality;
 * - `registry-zone`: the registry sells or keeps names under it (`gouv.fr`, `asso.fr`);
 * - `registry-operations`: kept for the registry's own work (ICANN, RFC 2606);
 * - `european-institution`: kept for the institutions of the Union;
 * - `one-character`: kept by the registry;
 * - `box`: carries the box's own servers.
 */
export type ReservedReason =
  | 'state'
  | 'local-authority'
  | 'registry-zone'
  | 'registry-operations'
  | 'european-institution'
  | 'one-character'
  | 'box';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

const STATE = words(`
  republique-francaise france-gouv gouvernement elysee presidence-republique matignon premier-ministre
  assemblee-nationale assembleenationale senat parlement conseil-constitutionnel conseil-etat conseil-d-etat
  cour-des-comptes courdescomptes cour-de-cassation defenseur-des-droits defenseurdesdroits lecese hatvp cnil arcom arcep
  legifrance service-public servicepublic impots justice police gendarmerie defense diplomatie interieur
  france-travail ameli data-gouv anssi cybermalveillance armee ministere prefecture
`);

const STATE_PREFIXES = ['ministere-', 'prefecture-', 'ambassade-', 'consulat-', 'tribunal-', 'gouv-'];

/** Prefixes that French local authorities use, and a few communes and regions as examples: the real registry examines, we refuse. */
const LOCAL_PREFIXES = ['mairie-', 'ville-', 'commune-', 'agglo-', 'cc-', 'departement-', 'region-'];
const LOCAL = words(`
  paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble dijon
  angers nimes villeurbanne clermont-ferrand brest limoges tours amiens metz besancon orleans mulhouse rouen caen nancy
  iledefrance ile-de-france bretagne normandie occitanie corse guadeloupe martinique guyane reunion mayotte
  saint-exemple-sur-loire
`);

const FR_ZONES = words(
  'gouv asso com nom prd tm presse avocat medecin notaires pharmacien veterinaire cci port aeroport nic afnic',
);
const EU_INSTITUTIONS = words(`
  europa eu eurid nic european-commission europeancommission commission parliament european-parliament europarl
  council consilium curia ecb europol frontex
`);
const ICANN = words(`
  nic whois www rdap example icann iana ietf iab iesg irtf internic gtld-servers root-servers iana-servers rfc-editor
  afrinic apnic arin lacnic ripe
`);
const PARIS_ZONES = words(
  'mairie ville-de-paris villedeparis mairiedeparis mairie-de-paris prefecture-de-police prefecturedepolice aphp ratp bhv nic whois',
);

/** Labels that carry the box's own servers, whatever the TLD. */
export const BOX_LABELS = words(
  'racine-exemple registre-exemple autorite-exemple miroir-exemple petit-internet-exemple',
);

/** Why nobody here may register this name; undefined when somebody may. Accents do not get around a reserved name. */
export function reservedReason(name: ReadName): ReservedReason | undefined {
  const label = fold(name.unicodeLabel);
  if (BOX_LABELS.has(label)) return 'box';
  const zone = name.tld.zone;
  if (zone === 'fr') return frenchReason(label);
  if (zone === 'eu') return EU_INSTITUTIONS.has(label) ? 'european-institution' : undefined;
  if ([...name.unicodeLabel].length === 1) return 'one-character';
  if (ICANN.has(label)) return 'registry-operations';
  if (zone === 'paris')
    return PARIS_ZONES.has(label) || isLocal(label) ? 'local-authority' : frenchState(label);
  return undefined;
}

function frenchReason(label: string): ReservedReason | undefined {
  if (FR_ZONES.has(label)) return 'registry-zone';
  return frenchState(label) ?? (isLocal(label) ? 'local-authority' : undefined);
}

function frenchState(label: string): ReservedReason | undefined {
  return STATE.has(label) || STATE_PREFIXES.some((prefix) => label.startsWith(prefix)) ? 'state' : undefined;
}

function isLocal(label: string): boolean {
  return LOCAL.has(label) || LOCAL_PREFIXES.some((prefix) => label.startsWith(prefix));
}

/** Without accents, so that `assemblée-nationale` meets `assemblee-nationale`. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss');
}
