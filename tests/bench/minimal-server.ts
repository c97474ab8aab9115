// What does the least server cost that shows a container's shell in a page? ws and dockerode's exec with a TTY, nothing else: the measure that ours is held against.
import Docker from 'dockerode';
import { type WebSocket, WebSocketServer } from 'ws';

const HIGH = 1024 * 1024;
const LOW = 256 * 1024;
/** RFC 6455 section 7.4.1: the engine did not give a shell. */
const INTERNAL_ERROR = 1011;

const docker = new Docker();
const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });

async function serve(page: WebSocket, id: string): Promise<void> {
  const exec = await docker.getContainer(id).exec({
    Cmd: ['bash', '-l'],
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    Tty: true,
  });
  const shell = await exec.start({ hijack: true, stdin: true, Tty: true });
  page.on('message', (bytes: Buffer) => shell.write(bytes));
  page.on('close', () => shell.end());
  shell.on('data', (bytes: Buffer) => {
    page.send(bytes, () => {
      if (page.bufferedAmount < LOW) shell.resume();
    });
    if (page.bufferedAmount > HIGH) shell.pause();
  });
  shell.on('end', () => page.close());
  await exec.resize({ w: 80, h: 24 });
}

server.on('connection', (page, request) => {
  serve(page, request.url?.slice(1) ?? '').catch(() => page.close(INTERNAL_ERROR));
});

server.on('listening', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`port ${address.port}`);
});
