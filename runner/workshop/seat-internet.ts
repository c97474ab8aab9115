// What does a seat have in the small Internet, as its labs need it: for checks, for solutions, and for the values that a lesson prints?
import { type CounterDeed, DeedRefused, perform } from '../internet/deeds.ts';
import type { Internets, SeatBelongings } from '../internet/internets.ts';
import { type Keyboard, PlayError } from '../labs/play.ts';
import type { LabView } from '../protocol/live-frames.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface SeatInternet {
  readonly pseudonym: string;
  /** A name that the seat may register: of its pseudonym, with « exemple » in it. */
  readonly wish: string;
  names(): string[];
  /** Host names of its servers, those that are off included. */
  hosts(): string[];
  servers(): SeatBelongings['servers'];
  /** As the page hears it. */
  own(): NonNullable<LabView['own']>;
  /** Console of a rented server of this name; undefined when the seat has none. @throws Refusal */
  console(host: string, terminal: string): Promise<Terminal> | undefined;
  /** Takes names and servers back as if they had never been. @throws Refusal */
  withdraw(what: { names: readonly string[]; hosts: readonly string[] }): Promise<void>;
  /** @throws DeedRefused, or Refusal where there is no small Internet */
  perform(deed: CounterDeed): Promise<void>;
}

/** A pseudonym as a label of a domain name (RFC 1035 2.3.1): `Élodie & Max` becomes `elodie-max`. */
export function wishOf(pseudonym: string): string {
  const label = pseudonym
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${label === '' ? 'mon' : label}-exemple.fr`;
}

/** The place of one seat; without small Internets it has nothing, and nothing can be done. */
export function seatInternet(
  internets: Internets | undefined,
  workshopId: string,
  who: { seatId: string; pseudonym: string },
): SeatInternet {
  const belongings = () =>
    internets?.belongings(workshopId, who.seatId) ?? { names: [], hosts: [], servers: [] };
  const wish = wishOf(who.pseudonym);
  return {
    pseudonym: who.pseudonym,
    wish,
    names: () => belongings().names,
    hosts: () => belongings().hosts,
    servers: () => belongings().servers,
    own() {
      const { names, servers } = belongings();
      return { names, wish, servers: servers.map(({ host, address }) => ({ host, address })) };
    },
    console: (host, terminal) => internets?.console(workshopId, who.seatId, host, terminal),
    withdraw: async (what) => internets?.withdraw(workshopId, who.seatId, what),
    async perform(deed) {
      if (!internets) throw new DeedRefused([{ code: 'no-internet', params: {} }]);
      const counters = { registrar: internets.registrar(workshopId), hosting: internets.hosts(workshopId) };
      await perform(counters, who, deed);
    },
  };
}

type Belonging = Pick<SeatInternet, 'pseudonym' | 'wish' | 'names' | 'servers'>;

/** Variables of a check's shell; all of them each time, so that nothing old stays. */
export function factsOf(seat: Belonging): Record<string, string> {
  const names = seat.names();
  const servers = seat.servers();
  return {
    NAME: names[0] ?? '',
    NAMES: names.join(' '),
    SERVER: servers[0]?.address ?? '',
    SERVER_NAME: servers[0]?.host ?? '',
    SERVER2: servers[1]?.address ?? '',
    SERVERS: servers.map(({ address }) => address).join(' '),
    PSEUDONYM: seat.pseudonym,
  };
}

/** Puts the seat's values in the place of `%name%`, `%server%`… of a solution; what it does not have yet is its wish, or nothing. */
export function fillWith(seat: Belonging, text: string): string {
  const servers = seat.servers();
  const values: Record<string, string> = {
    name: seat.names()[0] ?? seat.wish,
    wish: seat.wish,
    server: servers[0]?.address ?? '',
    host: servers[0]?.host ?? '',
    password: servers[0]?.password ?? '',
    server2: servers[1]?.address ?? '',
    password2: servers[1]?.password ?? '',
    newest: servers.at(-1)?.address ?? '',
    newpassword: servers.at(-1)?.password ?? '',
    pseudonym: seat.pseudonym,
  };
  return text.replace(/%([a-z]+2?)%/g, (whole, key: string) => values[key] ?? whole);
}

/** What a keyboard needs to play a solution for this seat. */
export function seatCounters(
  seat: Belonging & Pick<SeatInternet, 'perform'>,
): Required<Pick<Keyboard, 'deed' | 'fill'>> {
  return {
    fill: (text) => fillWith(seat, text),
    async deed(deed) {
      try {
        await seat.perform(deed);
      } catch (error) {
        if (error instanceof DeedRefused) throw new PlayError(error.message);
        throw error;
      }
    },
  };
}
