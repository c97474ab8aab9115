// What does a lab that begins again give back? What it had the seat take beyond what it stands on: names that it registers, servers that it rents.
import type { LabManifest } from '../../labs/define-lab.ts';
import type { LabView } from '../protocol/live-frames.ts';

export type Losses = NonNullable<LabView['losses']>;

/**
 * @param own names and host names of the seat, oldest first: the oldest are those of the labs that this one continues
 * @returns undefined when nothing is given back
 */
export function lossesOf(
  lab: LabManifest,
  foundations: readonly LabManifest[],
  own: { names: readonly string[]; hosts: readonly string[] },
): Losses | undefined {
  const beyond = (taken: readonly string[], count: (manifest: LabManifest) => number) =>
    count(lab) === 0 ? [] : taken.slice(foundations.reduce((sum, base) => sum + count(base), 0));
  const names = beyond(own.names, (manifest) => deeds(manifest, 'register'));
  const hosts = beyond(own.hosts, (manifest) => deeds(manifest, 'rent'));
  return names.length + hosts.length > 0 ? { names, hosts } : undefined;
}

function deeds({ steps }: LabManifest, deed: 'register' | 'rent'): number {
  return steps.flatMap(({ solution }) => solution).filter((action) => deed in action).length;
}
