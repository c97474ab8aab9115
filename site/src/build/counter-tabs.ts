// Which counters does a lab's page show, and what are their tabs called? Nothing where the lab asks for none.
import type { LabManifest } from '#labs/define-lab.ts';
import type { Language } from '#protocol/api.ts';
import type { LabPageData } from '../terminal/page-data.ts';
import { en } from '../words/counters.en.ts';
import { type CounterWords, fr } from '../words/counters.fr.ts';

const BY_LANGUAGE: Record<Language, CounterWords> = { fr, en };

export function countersOf(manifest: LabManifest, language: Language): Pick<LabPageData, 'counters'> {
  if (!manifest.counters) return {};
  const { tabs, simulated, again } = BY_LANGUAGE[language];
  return {
    counters: { tabs: manifest.counters.map((id) => ({ id, label: tabs[id] })), label: simulated, again },
  };
}
