// What may the registry tell of a holder, and what does it withhold? WHOIS and RDAP both ask here, so that neither tells more than the other.
import type { Holder, Registration } from './registration.ts';
import type { Tld } from './tld.ts';

/** The holder as the public sees it. */
export type PublishedHolder =
  /** The registry knows the holder and tells who it is: an organisation. */
  | { kind: 'shown'; handle: string; holder: Omit<Holder, 'citizenship'> }
  /** A natural person: only that there is one, and sometimes in which country. */
  | { kind: 'withheld'; handle: string; country: string | undefined }
  /** The registry itself tells nothing of any holder; ask the registrar. */
  | { kind: 'not-here' };

/** Handle that Afnic prints for every withheld person. */
export const ANONYMOUS_HANDLE = 'ANO00-FRNIC';
export const REDACTED_HANDLE = 'REDACTED';

/** What the public may see of the holder of a name. */
export function publishedHolder(registration: Registration, tld: Tld): PublishedHolder {
  const { holder, holderHandle } = registration;
  if (tld.publication === 'thin' || tld.publication === 'eurid') return { kind: 'not-here' };
  if (holder.kind === 'person') {
    if (tld.publication === 'afnic')
      return { kind: 'withheld', handle: ANONYMOUS_HANDLE, country: undefined };
    return { kind: 'withheld', handle: REDACTED_HANDLE, country: holder.country };
  }
  const { citizenship: _, ...shown } = holder;
  return { kind: 'shown', handle: holderHandle, holder: shown };
}
