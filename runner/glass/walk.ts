// Which servers know where a name is? Asked now, one after the other from the root down, as the resolver does (RFC 1034, 5.3.3): for the eye, not for the page.
import type { DnsAnswer, DnsRecord } from '../internet/dns-message.ts';
import type { WalkStep } from '../protocol/glass.ts';
import type { GlassInternet } from './parts.ts';

const MAX_STEPS = 8;
const ASK_MS = 3_000;
const MAX_RECORDS = 12;

/** The steps from the root to the address of `name` (ASCII), along referrals. Never throws: a server that is silent is a step, too. */
export async function walkTo(internet: GlassInternet, name: string): Promise<WalkStep[]> {
  const steps: WalkStep[] = [];
  let next: { zone: string; server: string; address: string } | undefined = {
    zone: '',
    server: 'root',
    address: internet.addresses.root,
  };
  while (next && steps.length < MAX_STEPS) {
    const asked: { zone: string; server: string; address: string } = next;
    const answer: (DnsAnswer & { milliseconds: number }) | undefined = await internet.dialler
      .ask(name, 'A', { server: asked.address, timeoutMs: ASK_MS })
      .catch(() => undefined);
    if (answer === undefined) {
      steps.push({ ...asked, milliseconds: 0, said: 'silent', records: [] });
      break;
    }
    const referral = answer.authority.filter(({ type }) => type === 'NS');
    const said = saidOf(answer, referral);
    const shown =
      said === 'referral' ? referral : answer.answers.length > 0 ? answer.answers : answer.authority;
    steps.push({ ...asked, milliseconds: answer.milliseconds, said, records: shown.slice(0, MAX_RECORDS) });
    next = said === 'referral' ? await whom(internet, referral, answer.additional, asked.zone) : undefined;
  }
  return steps;
}

function saidOf(answer: DnsAnswer, referral: readonly DnsRecord[]): WalkStep['said'] {
  if (answer.rcode === 3) return 'no-such-name';
  if (answer.rcode !== 0) return 'nothing';
  if (answer.answers.length > 0) return 'answer';
  return referral.length > 0 && !answer.authoritative ? 'referral' : 'nothing';
}

/** The first of the servers named whose address is known or can be found; only downwards, so that no loop is possible. */
async function whom(
  internet: GlassInternet,
  referral: readonly DnsRecord[],
  glue: readonly DnsRecord[],
  from: string,
): Promise<{ zone: string; server: string; address: string } | undefined> {
  for (const { name: zone, data: server } of referral.slice(0, 4)) {
    if (zone.length <= from.length) continue;
    const known = glue.find((record) => record.type === 'A' && record.name === server)?.data;
    if (known !== undefined) return { zone, server, address: known };
    const found = await internet.dialler.ask(server, 'A', { timeoutMs: ASK_MS }).catch(() => undefined);
    const address = found?.answers.find(({ type }) => type === 'A')?.data;
    if (address !== undefined) return { zone, server, address };
  }
  return undefined;
}
