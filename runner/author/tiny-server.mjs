// How are these pages read from a USB stick? `node serve.mjs`, then the address it prints: browsers refuse scripts and search to pages opened as files.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
/** `node serve.mjs [port] [/folder]`: the folder of a build made with --base. */
const [port = '8018', base = ''] = process.argv.slice(2);

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.cast': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
};

/** The file for an address, undefined where none is: a path with « .. » never leaves the folder (the URL parser has folded it). */
async function fileFor(path) {
  let name;
  try {
    name = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (!name.startsWith(`${base}/`) || name.includes('\0') || name.split(/[\\/]/).includes('..'))
    return undefined;
  const inside = name.slice(base.length);
  const file = join(FOLDER, inside.endsWith('/') ? `${inside}index.html` : inside);
  const facts = await stat(file).catch(() => undefined);
  return facts?.isFile() ? file : facts?.isDirectory() ? 'folder' : undefined;
}

const server = createServer(async (request, reply) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = await fileFor(pathname);
  if (file === 'folder') return reply.writeHead(301, { location: `${pathname}/` }).end();
  const found = file ?? (await fileFor(`${base}/404.html`));
  if (found === undefined || found === 'folder') return reply.writeHead(404).end();
  reply.writeHead(file === undefined ? 404 : 200, {
    'content-type': TYPES[extname(found)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  });
  createReadStream(found).pipe(reply);
});
// This computer only; a room is served by the runner.
server.listen(Number(port), '127.0.0.1', () => {
  const { port: real } = server.address();
  console.log(`http://127.0.0.1:${real}${base}/`);
});
