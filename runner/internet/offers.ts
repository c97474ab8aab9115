// Which hosts have an office in the small Internet, and what does each sell? Invented, typical, and different in what matters for a choice; the sentences are the page's.
import type { Offer } from '../protocol/counters.ts';

/** An offer with what a server ordered under it gets; within the bounds of `vps-spec.ts`. */
export interface HostOffer extends Offer {
  /** Where its data centre keeps time (IANA). */
  timeZone: string;
}

const SHARED: HostOffer = {
  id: 'mutualise-exemple',
  kind: 'shared',
  host: 'Ruche Exemple',
  seat: 'FR',
  place: 'FR',
  laws: ['eu'],
  certifications: [],
  monthly: 300,
  laterMonthly: 600,
  setup: 0,
  memoryMiB: 256,
  cpus: 0.5,
  diskGiB: 5,
  backups: 'daily',
  exit: 'manual',
  commitment: 12,
  // Nothing to install there: the lessons need a server of one's own.
  orderable: false,
  timeZone: 'Europe/Paris',
};

const FRENCH_VPS: HostOffer = {
  id: 'vps-ruche-exemple',
  kind: 'vps',
  host: 'Ruche Exemple',
  seat: 'FR',
  place: 'FR',
  laws: ['eu'],
  certifications: [],
  monthly: 600,
  laterMonthly: 600,
  setup: 0,
  memoryMiB: 384,
  cpus: 1,
  diskGiB: 10,
  backups: 'none',
  exit: 'open',
  commitment: 1,
  orderable: true,
  timeZone: 'Europe/Paris',
};

const GERMAN_VPS: HostOffer = {
  id: 'vps-rhin-exemple',
  kind: 'vps',
  host: 'Rhin Exemple GmbH',
  seat: 'DE',
  place: 'DE',
  laws: ['eu'],
  certifications: ['iso27001'],
  monthly: 450,
  laterMonthly: 550,
  setup: 500,
  memoryMiB: 512,
  cpus: 1,
  diskGiB: 20,
  backups: 'option',
  exit: 'manual',
  commitment: 1,
  orderable: true,
  timeZone: 'Europe/Berlin',
};

/** Machines in the European Union, owner in the United States: place and law are two questions. */
const AMERICAN_VPS: HostOffer = {
  id: 'vps-baie-exemple',
  kind: 'vps',
  host: 'Baie Exemple Inc.',
  seat: 'US',
  place: 'IE',
  laws: ['eu', 'us'],
  certifications: ['iso27001', 'hds'],
  monthly: 250,
  laterMonthly: 900,
  setup: 0,
  memoryMiB: 384,
  cpus: 0.5,
  diskGiB: 20,
  backups: 'option',
  exit: 'costly',
  commitment: 12,
  orderable: true,
  timeZone: 'Europe/Dublin',
};

const DEDICATED: HostOffer = {
  id: 'dedie-exemple',
  kind: 'dedicated',
  host: 'Forge Exemple',
  seat: 'FR',
  place: 'FR',
  laws: ['eu'],
  certifications: ['iso27001', 'hds'],
  monthly: 4500,
  laterMonthly: 4500,
  setup: 5000,
  memoryMiB: 32_768,
  cpus: 8,
  diskGiB: 960,
  backups: 'none',
  exit: 'manual',
  commitment: 12,
  // A whole computer: the séance has only one, which carries everybody.
  orderable: false,
  timeZone: 'Europe/Paris',
};

const CLOUD: HostOffer = {
  id: 'nuage-exemple',
  kind: 'cloud',
  host: 'Nuage Exemple',
  seat: 'FR',
  place: 'FR',
  laws: ['eu'],
  certifications: ['secnumcloud', 'hds', 'iso27001'],
  monthly: 2500,
  laterMonthly: 2500,
  setup: 0,
  memoryMiB: 512,
  cpus: 1,
  diskGiB: 20,
  backups: 'option',
  exit: 'open',
  commitment: 1,
  orderable: true,
  timeZone: 'Europe/Paris',
};

/** In the order in which the tab shows them. */
export const OFFERS: readonly HostOffer[] = [SHARED, FRENCH_VPS, GERMAN_VPS, AMERICAN_VPS, DEDICATED, CLOUD];

export function offerOf(id: string): HostOffer | undefined {
  return OFFERS.find((offer) => offer.id === id);
}

/** An offer as the page gets it. */
export function offerView({ timeZone: _, ...offer }: HostOffer): Offer {
  return offer;
}
