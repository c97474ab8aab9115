// How is something done at a counter in somebody's place? Solutions and proofs come here with what a page would send; what is refused is a reason.
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostsOutcome, Problem, RegistrarOutcome, System, ZoneOutcome } from '../protocol/counters.ts';
import type { HostsDesk, RegistrarDesk, Visitor } from './counters/desk.ts';

/** As in `labs/define-lab.ts`. */
export type CounterDeed =
  | { register: string }
  | { release: string }
  | { lock: string }
  | { unlock: string }
  | {
      record: {
        owner: string;
        type: string;
        value: string;
        preference?: string | undefined;
        ttl?: string | undefined;
      };
    }
  | { unrecord: { owner: string; type: string } }
  | { rent: { offer: string; host: string; system?: System | undefined } }
  | { server: { host: string; do: 'start' | 'stop' | 'reboot' | 'reinstall' | 'delete' } };

/** Longest wait for a server to be as it was asked to be, milliseconds. */
const SERVER_MS = 60_000;
const LOOK_MS = 150;

/** Why a counter said no, for whoever plays a solution. */
export class DeedRefused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code, params }) => `${code} ${JSON.stringify(params)}`).join('; '));
    this.name = 'DeedRefused';
    this.problems = problems;
  }
}

export interface DeedCounters {
  registrar: RegistrarDesk;
  hosting: HostsDesk;
}

/**
 * Does one deed for a seat; resolves when its effect is there. What is already so is a success.
 * @throws DeedRefused with the counter's reasons
 */
export async function perform(counters: DeedCounters, who: Visitor, deed: CounterDeed): Promise<void> {
  const { registrar } = counters;
  if ('register' in deed) {
    const name = deed.register;
    if (registrar.view(who).names.some((one) => one.name === name || one.unicode === name)) return;
    accept(await registrar.act(who, { do: 'register', name, years: 1, holder: 'person' }));
  } else if ('release' in deed) accept(await registrar.act(who, { do: 'delete', name: deed.release }));
  else if ('lock' in deed) accept(await registrar.act(who, { do: 'lock', name: deed.lock, locked: true }));
  else if ('unlock' in deed)
    accept(await registrar.act(who, { do: 'lock', name: deed.unlock, locked: false }));
  else if ('record' in deed) await putRecord(registrar, who, deed.record);
  else if ('unrecord' in deed) await removeRecords(registrar, who, deed.unrecord);
  else await serverDeed(counters.hosting, who, deed);
}

function accept<T extends RegistrarOutcome | HostsOutcome | ZoneOutcome>(outcome: T): T & { ok: true } {
  if (!outcome.ok) throw new DeedRefused(outcome.refused);
  return outcome as T & { ok: true };
}

/** The seat's first name. */
function firstName(registrar: RegistrarDesk, who: Visitor): string {
  const names = registrar.view(who).names.toSorted((a, b) => a.createdAt - b.createdAt);
  const [first] = names;
  if (!first) throw new DeedRefused([{ code: 'not-registered', params: { name: '' } }]);
  return first.name;
}

/** Removes from the last to the first, so that places stay what they are. Gives the zone's version afterwards. */
async function removeRecords(
  registrar: RegistrarDesk,
  who: Visitor,
  { owner, type }: { owner: string; type: string },
): Promise<number> {
  const name = firstName(registrar, who);
  let { zone } = accept(registrar.zone(who, name));
  for (let index = zone.records.length - 1; index >= 0; index -= 1) {
    const record = zone.records[index];
    if (record?.owner !== owner || record.type !== type) continue;
    ({ zone } = accept(
      await registrar.changeZone(who, { do: 'remove', name, version: zone.version, index }),
    ));
  }
  return zone.version;
}

async function putRecord(
  registrar: RegistrarDesk,
  who: Visitor,
  record: Extract<CounterDeed, { record: object }>['record'],
): Promise<void> {
  const name = firstName(registrar, who);
  const { zone } = accept(registrar.zone(who, name));
  const same = zone.records.filter((one) => one.owner === record.owner && one.type === record.type);
  if (same.length === 1 && same[0]?.value === record.value && record.ttl === undefined) return;
  const version = await removeRecords(registrar, who, record);
  const { owner, type, value, preference, ttl } = record;
  const fields = {
    ...{ owner, type, value },
    ...(preference === undefined ? {} : { preference }),
    ...(ttl === undefined ? {} : { ttl }),
  };
  accept(await registrar.changeZone(who, { do: 'add', name, version, record: fields }));
}

async function serverDeed(
  hosting: HostsDesk,
  who: Visitor,
  deed: Extract<CounterDeed, { rent: object } | { server: object }>,
): Promise<void> {
  const stateOf = (host: string) => hosting.view(who).servers.find((one) => one.host === host)?.state;
  const host = 'rent' in deed ? deed.rent.host : deed.server.host;
  if ('rent' in deed) {
    const { offer, system } = deed.rent;
    if (stateOf(host) === undefined)
      accept(await hosting.order(who, { offer, host, ...(system === undefined ? {} : { system }) }));
  } else accept(await hosting.act(who, deed.server));
  const wanted =
    'rent' in deed
      ? 'running'
      : { stop: 'off', delete: undefined, start: 'running', reboot: 'running', reinstall: 'running' }[
          deed.server.do
        ];
  const deadline = performance.now() + SERVER_MS;
  while (stateOf(host) !== wanted) {
    if (stateOf(host) === 'lost' || performance.now() > deadline)
      throw new DeedRefused([{ code: 'server-state', params: { host, state: stateOf(host) ?? 'gone' } }]);
    await sleep(LOOK_MS);
  }
}
