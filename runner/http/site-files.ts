// Which files does the built site have? A list made by walking the folder: an address is looked up in it, so no address can leave it.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { inlineScriptHashes } from './page-policy.ts';

const zip = promisify(gzip);

/** Media type and whether text compression helps. */
const TYPES: Readonly<Record<string, readonly [type: string, zips: boolean]>> = {
  '.html': ['text/html; charset=utf-8', true],
  '.css': ['text/css; charset=utf-8', true],
  '.js': ['text/javascript; charset=utf-8', true],
  '.mjs': ['text/javascript; charset=utf-8', true],
  '.json': ['application/json; charset=utf-8', true],
  '.webmanifest': ['application/manifest+json; charset=utf-8', true],
  '.svg': ['image/svg+xml; charset=utf-8', true],
  '.xml': ['application/xml; charset=utf-8', true],
  '.txt': ['text/plain; charset=utf-8', true],
  '.cast': ['application/json; charset=utf-8', true],
  '.wasm': ['application/wasm', true],
  '.png': ['image/png', false],
  '.jpg': ['image/jpeg', false],
  '.jpeg': ['image/jpeg', false],
  '.webp': ['image/webp', false],
  '.avif': ['image/avif', false],
  '.gif': ['image/gif', false],
  '.ico': ['image/x-icon', false],
  '.woff2': ['font/woff2', false],
  '.woff': ['font/woff', false],
};

/** Milliseconds between two walks of the folder for an address that is not in the list (the site may have been built again). */
const REWALK_MS = 2000;

export interface SiteFile {
  type: string;
  bytes: Buffer;
  /** Present when the browser gets less by it. */
  gzipped: Buffer | undefined;
  etag: string;
  /** Of a page: hashes of its inline scripts. */
  scriptHashes: string[];
  /** Its name changes with its content, so a browser may keep it for ever. */
  immutable: boolean;
}

export interface SiteFiles {
  /** The file at a path like `en/join/index.html`, fresh from disk when it changed; undefined when there is none. */
  read(path: string): Promise<SiteFile | undefined>;
  has(path: string): Promise<boolean>;
}

/** The files under a folder, which may appear later; links and dot-files are not part of the site. */
export function siteFiles(dir: string, now: () => number): SiteFiles {
  let known = new Set<string>();
  let walkedAt = Number.NEGATIVE_INFINITY;
  const kept = new Map<string, { stamp: string; file: SiteFile }>();

  const has = async (path: string): Promise<boolean> => {
    if (known.has(path)) return true;
    if (now() - walkedAt < REWALK_MS) return false;
    walkedAt = now();
    known = new Set(await walk(dir));
    return known.has(path);
  };
  return {
    has,
    async read(path) {
      if (!(await has(path))) return undefined;
      const full = join(dir, path);
      const facts = await stat(full).catch(() => undefined);
      if (facts === undefined || !facts.isFile()) {
        known.delete(path);
        kept.delete(path);
        return undefined;
      }
      const stamp = `${facts.mtimeMs}/${facts.size}/${facts.ino}`;
      const before = kept.get(path);
      if (before?.stamp === stamp) return before.file;
      const file = await load(full, path);
      kept.set(path, { stamp, file });
      return file;
    },
  };
}

async function walk(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(dir.length).replaceAll('\\', '/').replace(/^\/+/, ''),
    )
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')));
}

async function load(full: string, path: string): Promise<SiteFile> {
  const bytes = await readFile(full);
  const [type, zips] = TYPES[extname(path).toLowerCase()] ?? ['application/octet-stream', false];
  const gzipped = zips && bytes.length > 1024 ? await zip(bytes) : undefined;
  return {
    type,
    bytes,
    gzipped: gzipped !== undefined && gzipped.length < bytes.length ? gzipped : undefined,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
    scriptHashes: type.startsWith('text/html') ? inlineScriptHashes(bytes.toString('utf8')) : [],
    immutable: path.startsWith('_astro/'),
  };
}
