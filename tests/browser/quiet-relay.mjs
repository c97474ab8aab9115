// What listens inside Chromium's own network? This relay: every connection goes, byte for byte, to the door (a socket in the file system) that the test keeps outside.
import { connect, createServer } from 'node:net';

const [door = '', port = ''] = process.argv.slice(2);

createServer((client) => {
  const outside = connect(door);
  client.pipe(outside).pipe(client);
  for (const [one, other] of [
    [client, outside],
    [outside, client],
  ]) {
    one.on('error', () => one.destroy());
    one.on('close', () => other.destroy());
  }
}).listen(Number(port), '127.0.0.1');

// When the test is gone, so is the reason to be here.
connect(door)
  .on('error', () => process.exit(0))
  .on('close', () => process.exit(0));
