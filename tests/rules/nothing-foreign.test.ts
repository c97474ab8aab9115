// Does anything in the tree ask a foreign host, carry a secret, or name a mirror of packages?
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { files, filesIn, ROOT, read } from './repository.ts';

const text = files.filter((path) =>
  /\.(ts|mts|mjs|js|astro|css|html|mdx?|sh|json|ya?ml|svg|txt|conf)$|\/[^./]+$/.test(path),
);

/** `file:line match` for each match of the pattern. */
function matches(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(pattern)].map((found) => `${path}:${index + 1} ${found[0].slice(0, 80)}`),
      ),
  );
}

test('no page loads anything from another host', () => {
  const pages = filesIn('site/', '.astro', '.ts', '.css', '.html', '.svg').concat(
    filesIn('course/', '.mdx', '.md'),
  );
  const loads =
    /(?:\bsrc\s*=\s*|\bsrcset\s*=\s*|@import\s+|url\(\s*|<link\b[^>]*\bhref\s*=\s*|\bfetch\(\s*|new WebSocket\(\s*|\bimport\(\s*|!\[[^\]]*\]\()["'`]?(?:https?:|wss?:)?\/\/[^\s"'`)]+/g;
  expect(matches(pages, loads)).toEqual([]);
});

test('no source names a registry or a mirror of packages', () => {
  // Split, so that this file does not name them either.
  const names = [
    'registry.npm' + 'js',
    'npm' + 'mirror',
    'registry.yarn' + 'pkg',
    'deb.' + 'debian.org',
    'ftp.' + 'debian.org',
    'security.' + 'debian.org',
    'archive.' + 'ubuntu.com',
    'download.' + 'docker.com',
  ];
  const pattern = new RegExp(names.map((name) => name.replaceAll('.', '\\.')).join('|'), 'gi');
  expect(matches(text, pattern)).toEqual([]);
});

test('no secret is in the tree', () => {
  const secrets =
    /\bgh[pousr]_[A-Za-z0-9]{30,}|\bAKIA[0-9A-Z]{16}\b|\bnpm_[A-Za-z0-9]{30,}|\bxox[abpr]-[A-Za-z0-9-]{20,}|_authToken\s*=|\b(?:password|secret|token)\s*[:=]\s*['"][A-Za-z0-9+/_-]{24,}['"]/g;
  expect(matches(text, secrets)).toEqual([]);
  const keys = text.filter((path) =>
    /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\s|\\n)+[A-Za-z0-9+/=]{40}/.test(read(path)),
  );
  expect(keys).toEqual([]);
});

test('the lockfile proves every package and points nowhere', () => {
  const lock: { packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }> } =
    JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  expect(
    packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
  ).toEqual([]);
});

test('versions are exact, and every install script is allowed or denied by name', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const versions = Object.entries<string>({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  expect(versions.filter(([, version]) => !/^(?:npm:[@\w/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  const lock: { packages: Record<string, { hasInstallScript?: boolean }> } = JSON.parse(
    readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
  );
  const scripted = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
    // macOS only; npm never runs it elsewhere.
    .filter((name) => name !== 'fsevents');
  expect(scripted.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
});
