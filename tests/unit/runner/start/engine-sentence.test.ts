// Whatever stands where the engine should be, does one sentence name the socket and what to do?
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDockerEngine } from '../../../../runner/machines/docker-engine.ts';
import { EngineError } from '../../../../runner/machines/engine.ts';
import { engineSentence } from '../../../../runner/start/engine-sentence.ts';
import { startWordsOf } from '../../../../runner/words/start.ts';

let folder: string;
let socket: string;
let server: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boite-engine-'));
  socket = join(folder, 'docker.sock');
});
afterEach(async () => {
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
  rmSync(folder, { recursive: true });
});

const listen = (chosen: Server) => {
  server = chosen;
  return new Promise<void>((resolve) => chosen.listen(socket, resolve));
};

async function sentence(): Promise<string> {
  const error = await createDockerEngine({ instance: 'test', socketPath: socket })
    .describe()
    .catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(EngineError);
  return engineSentence(error as EngineError, socket, startWordsOf('en'));
}

test('nobody listens', async () => {
  expect(await sentence()).toMatch(`No Docker engine answers on "${socket}"`);
});

test('garbage comes back', async () => {
  await listen(
    createServer((connection) =>
      connection
        .on('error', () => {})
        .resume()
        .end('SSH-2.0-hello\r\n'),
    ),
  );
  expect(await sentence()).toMatch(`"${socket}" answers badly (Parse Error`);
});

test('an engine that is ill says so itself', async () => {
  await listen(
    createHttpServer((_question, reply) => {
      reply.statusCode = 500;
      reply.end('{"message":"no\\nroom"}');
    }),
  );
  const said = await sentence();
  expect(said).toMatch(/answers badly \(HTTP 500, .*room/);
  expect(said).toContain('--docker-socket');
  expect(said).not.toContain('\n');
});

test('another program says 200 to everything', async () => {
  await listen(createHttpServer((_question, reply) => reply.end('<h1>hello</h1>')));
  expect(await sentence()).toContain('answers badly (GET /version');
});

test('it accepts and never answers', () => {
  const error = new EngineError('timeout', 'the engine did not answer within 10 s');
  expect(engineSentence(error, undefined, startWordsOf('fr'))).toContain('/var/run/docker.sock');
  expect(engineSentence(error, socket, startWordsOf('fr'))).toContain('ne répond pas');
});
