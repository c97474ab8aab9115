// Who may open a WebSocket? Every refusal is an HTTP answer, before anything is upgraded (T-12, T-13).
import { connect } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { MAX_SOCKETS_PER_SEAT } from '../../runner/protocol/limits.ts';
import { LIVE_PROTOCOL, TERMINAL_PROTOCOL } from '../../runner/protocol/version.ts';
import { FakeShell } from '../doubles/fake-shell.ts';
import { WireServer } from './wire-server.ts';

const PATH = '/ws/terminal?ticket=';

async function started(): Promise<WireServer> {
  const wire = await WireServer.start();
  wire.add(new FakeShell());
  return wire;
}

test('a page of ours with a fresh ticket is let in', async () => {
  await using wire = await started();
  expect(await wire.handshake(PATH + wire.ticket())).toBe(101);
});

describe('origins', () => {
  test.each([
    ['missing', () => undefined],
    ['null', () => 'null'],
    ['empty', () => ''],
    ['another site', () => 'http://evil.test'],
    ['ours as a prefix', (host: string) => `http://${host}.evil.test`],
    ['ours as a suffix', (host: string) => `http://evil.test/http://${host}`],
    ['ours with user information', (host: string) => `http://${host}@evil.test`],
    ['another port', (host: string) => `http://${host}1`],
    ['another scheme', (host: string) => `https://${host}`],
    ['ours with a path', (host: string) => `http://${host}/`],
    ['two of them', (host: string) => `http://${host}, http://${host}`],
  ] as const)('%s is refused with 403, and the ticket is not used up', async (_, origin) => {
    await using wire = await started();
    const ticket = wire.ticket();
    expect(await wire.handshake(PATH + ticket, { Origin: origin(wire.host) })).toBe(403);
    expect(await wire.handshake(PATH + ticket)).toBe(101);
  });
});

test('the origin `null` is refused whatever the rule for origins says', async () => {
  await using wire = await WireServer.start({ upgrade: { isOurOrigin: () => true } });
  expect(await wire.handshake(PATH + wire.ticket(), { Origin: 'null' })).toBe(403);
  expect(await wire.handshake(PATH + wire.ticket(), { Origin: undefined })).toBe(403);
});

describe('tickets', () => {
  test.each([
    ['missing', '/ws/terminal'],
    ['empty', PATH],
    ['guessed', `${PATH}${'A'.repeat(43)}`],
    ['very long', `${PATH}${'A'.repeat(8000)}`],
    ['not even text', `${PATH}%ff%00`],
  ])('%s: 401', async (_, path) => {
    await using wire = await started();
    expect(await wire.handshake(path)).toBe(401);
  });

  test('used twice: 401', async () => {
    await using wire = await started();
    const ticket = wire.ticket();
    expect(await wire.handshake(PATH + ticket)).toBe(101);
    expect(await wire.handshake(PATH + ticket)).toBe(401);
  });

  test('for another purpose: 403', async () => {
    await using wire = await started();
    const live = wire.tickets.issue({ for: 'live', seatId: 'seat' });
    expect(await wire.handshake(PATH + live)).toBe(403);
    const protocol = { 'Sec-WebSocket-Protocol': LIVE_PROTOCOL };
    expect(await wire.handshake(`/ws/live?ticket=${wire.ticket()}`, protocol)).toBe(403);
  });

  test('of another seat than the cookie says: 403', async () => {
    await using wire = await WireServer.start({ upgrade: { seatOf: () => 'somebody else' } });
    expect(await wire.handshake(PATH + wire.ticket())).toBe(403);
  });
});

describe('handshakes', () => {
  test.each([
    ['of the wrong subprotocol', { 'Sec-WebSocket-Protocol': 'boite.terminal.0' }, 426],
    ['of the live subprotocol', { 'Sec-WebSocket-Protocol': LIVE_PROTOCOL }, 426],
    ['without subprotocol', { 'Sec-WebSocket-Protocol': undefined }, 426],
    ['of version 8', { 'Sec-WebSocket-Version': '8' }, 426],
    ['without version', { 'Sec-WebSocket-Version': undefined }, 426],
    ['without key', { 'Sec-WebSocket-Key': undefined }, 400],
    ['with a broken key', { 'Sec-WebSocket-Key': 'short' }, 400],
    ['for something else', { Upgrade: 'h2c' }, 400],
    ['to another host name', { Host: 'evil.test' }, 421],
  ])('%s are refused with %s', async (_, headers, status) => {
    await using wire = await started();
    expect(await wire.handshake(PATH + wire.ticket(), headers)).toBe(status);
  });

  test.each([
    '/',
    '/ws',
    '/ws/terminal/',
    '/ws/other',
    '//evil.test/ws/terminal',
    '/constructor',
    '/ws/%74erminal',
  ])('to %s are refused with 404', async (path) => {
    await using wire = await started();
    expect(await wire.handshake(`${path}?ticket=${wire.ticket()}`)).toBe(404);
  });

  test('that offer several subprotocols get ours', async () => {
    await using wire = await started();
    const url = `ws://${wire.host}${PATH}${wire.ticket()}`;
    const socket = new WebSocket(url, ['other', TERMINAL_PROTOCOL], { origin: `http://${wire.host}` });
    await new Promise((resolve) => socket.on('open', resolve));
    expect(socket.protocol).toBe(TERMINAL_PROTOCOL);
    socket.terminate();
  });

  test('that offer compression are let in without it', async () => {
    await using wire = await started();
    const page = await wire.page();
    expect(page.socket.extensions).toBe('');
  });

  test('that break off in the middle harm nobody', async () => {
    await using wire = await started();
    const [host = '', port = ''] = wire.host.split(':');
    for (let count = 0; count < 20; count += 1) {
      const socket = connect(Number(port), host, () => {
        socket.write(
          `GET ${PATH}x HTTP/1.1\r\nHost: ${wire.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
        );
        socket.resetAndDestroy();
      });
      socket.on('error', () => undefined);
    }
    expect(await wire.handshake(PATH + wire.ticket())).toBe(101);
  });
});

test('a seat holds a few sockets, not fifty; another seat is not concerned; a closed one makes room', async () => {
  await using wire = await started();
  const pages = await Promise.allSettled(Array.from({ length: 50 }, () => wire.page()));
  const open = pages.filter((page) => page.status === 'fulfilled');
  expect(open).toHaveLength(MAX_SOCKETS_PER_SEAT);
  expect(await wire.handshake(PATH + wire.ticket())).toBe(429);
  await wire.page({ seatId: 'another' });
  open[0]?.value.terminate();
  await vi.waitFor(async () => expect(await wire.handshake(PATH + wire.ticket())).toBe(101));
});
