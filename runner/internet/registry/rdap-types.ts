// Which members may an RDAP answer of this registry have (RFC 9083, RFC 9537)?

export interface RdapLink {
  value: string;
  rel: string;
  href: string;
  type: string;
}

export interface RdapNotice {
  title: string;
  description: string[];
  links?: RdapLink[];
}

export interface RdapEvent {
  eventAction: string;
  /** RFC 3339. */
  eventDate: string;
}

/** One property of a jCard (RFC 7095): name, parameters, type, value. */
export type JCardProperty = [string, Record<string, string>, string, string | string[]];

export interface RdapEntity {
  objectClassName: 'entity';
  handle?: string;
  roles?: string[];
  vcardArray: ['vcard', JCardProperty[]];
  status?: string[];
  publicIds?: { type: string; identifier: string }[];
  remarks?: RdapNotice[];
  links?: RdapLink[];
  port43?: string;
  lang?: string;
}

export interface RdapNameserver {
  objectClassName: 'nameserver';
  ldhName: string;
  ipAddresses?: { v4?: string[]; v6?: string[] };
  links?: RdapLink[];
}

/** RFC 9537, 4.2. */
export interface Redaction {
  name: { description: string };
  /** JSONPath of what is empty in the answer (`emptyValue`), or of what was taken out (`removal`). */
  prePath?: string;
  postPath?: string;
  pathLang: 'jsonpath';
  method: 'emptyValue' | 'removal';
  reason: { description: string };
}

export interface RdapDomain {
  objectClassName: 'domain';
  handle: string;
  ldhName: string;
  unicodeName?: string;
  status: string[];
  events: RdapEvent[];
  nameservers: RdapNameserver[];
  secureDNS: { delegationSigned: boolean };
  entities: RdapEntity[];
  links: RdapLink[];
  port43: string;
  redacted?: Redaction[];
}

export interface RdapError {
  errorCode: number;
  title: string;
  description: string[];
}

/** Members of every topmost answer. */
export interface RdapTop {
  rdapConformance: string[];
  notices: RdapNotice[];
  lang: string;
}

export type RdapBody = RdapTop &
  (RdapDomain | RdapEntity | RdapNameserver | RdapError | Record<never, never>);

export interface RdapAnswer {
  status: 200 | 400 | 404 | 501;
  /** `application/rdap+json`, and `*` for any origin, as RFC 7480 (5.6) recommends. */
  headers: Record<string, string>;
  body: RdapBody;
}

/** Where the service is seen from inside the box. */
export interface RdapService {
  /** Without final slash: `http://rdap.registre-exemple.net`. */
  base: string;
  /** Host of the WHOIS server. */
  whois: string;
}
