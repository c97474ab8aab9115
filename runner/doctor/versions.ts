// Is this version at least that one? Reads what engines say of themselves: `1.1.5+ds1`, `v1.2.8`, `1.4.0-rc.3`, `20.10.24+dfsg1`.

/** Numbers of a version, a release candidate counting as a little less than its release; undefined when there is none to read. */
export function readVersion(text: string): number[] | undefined {
  const match = /(\d+)\.(\d+)(?:\.(\d+))?(?:-rc\.?(\d+))?/.exec(text);
  if (!match) return undefined;
  const [, major, minor, patch, candidate] = match;
  return [
    Number(major),
    Number(minor),
    Number(patch ?? 0),
    candidate === undefined ? Number.POSITIVE_INFINITY : Number(candidate),
  ];
}

/** True when `text` is `wanted` or later; false when it cannot be read. */
export function isAtLeast(text: string, wanted: string): boolean {
  const [found, limit] = [readVersion(text), readVersion(wanted)];
  if (!found || !limit) return false;
  for (const [index, number] of limit.entries()) {
    const own = found[index] ?? 0;
    if (own !== number) return own > number;
  }
  return true;
}

/** Known escapes of runc, and the versions that close them, one per line of releases (GHSA; reliability.md section 3). */
const RUNC_HOLES: { cves: string[]; fixedIn: string[] }[] = [
  { cves: ['CVE-2024-21626'], fixedIn: ['1.1.12'] },
  { cves: ['CVE-2025-31133', 'CVE-2025-52565', 'CVE-2025-52881'], fixedIn: ['1.2.8', '1.3.3', '1.4.0-rc.3'] },
];

/** CVE numbers that this version of runc, by its number alone, leaves open. A distribution may have mended it without changing the number. */
export function openRuncHoles(version: string): string[] {
  const found = readVersion(version);
  if (!found) return [];
  return RUNC_HOLES.filter(({ fixedIn }) => !closes(version, found, fixedIn)).flatMap(({ cves }) => cves);
}

/** Fixed in its own line of releases, or later than the last line that needed a fix. */
function closes(version: string, found: number[], fixedIn: string[]): boolean {
  const sameLine = fixedIn.find((fixed) => {
    const line = readVersion(fixed) ?? [];
    return line[0] === found[0] && line[1] === found[1];
  });
  return isAtLeast(version, sameLine ?? fixedIn.at(-1) ?? '');
}

/** Debian and Ubuntu backport security fixes under the old number. */
export const isDistributionBuild = (version: string): boolean => /\+ds|\+dfsg|ubuntu|deb\d/.test(version);
