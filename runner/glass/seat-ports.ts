// Which port has each seat in a room without names of its own? One listener per seat, opened when it is asked for, closed with the seat.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeatPorts {
  /** The port of a seat's pages, opened if need be; undefined when the range is full. */
  of(id: string): Promise<number | undefined>;
  close(id: string): void;
  closeAll(): Promise<void>;
}

export interface SeatPortsOptions {
  host: string;
  range: readonly [first: number, last: number];
  /** A server that answers for this seat alone; not yet listening. */
  serverFor: (id: string) => Server;
}

export function createSeatPorts({ host, range, serverFor }: SeatPortsOptions): SeatPorts {
  const open = new Map<string, { server: Server; port: Promise<number | undefined> }>();
  const taken = new Set<number>();

  async function listen(server: Server): Promise<number | undefined> {
    for (let port = range[0]; port <= range[1]; port += 1) {
      if (taken.has(port)) continue;
      taken.add(port);
      if (await listens(server, host, port)) return (server.address() as AddressInfo).port;
      // Another program has it.
      taken.delete(port);
    }
    return undefined;
  }

  function close(id: string): Promise<void> {
    const known = open.get(id);
    open.delete(id);
    if (!known) return Promise.resolve();
    return known.port.then(
      (port) =>
        new Promise((resolve) => {
          known.server.close(() => {
            if (port !== undefined) taken.delete(port);
            resolve();
          });
          known.server.closeAllConnections();
          if (port === undefined) resolve();
        }),
    );
  }

  return {
    of(id) {
      const known = open.get(id);
      if (known) return known.port;
      const server = serverFor(id);
      const port = listen(server);
      open.set(id, { server, port });
      void port.then((found) => {
        if (found === undefined) open.delete(id);
      });
      return port;
    },
    close: (id) => void close(id),
    closeAll: async () => void (await Promise.all([...open.keys()].map(close))),
  };
}

function listens(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const failed = (): void => {
      server.off('listening', heard);
      resolve(false);
    };
    const heard = (): void => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed).once('listening', heard).listen({ host, port });
  });
}
