// What does the registry answer to an RDAP request (RFC 9082 for the paths, RFC 9083 for the answers, RFC 7480 for HTTP)?
import { readHostName } from '../zone/host-name.ts';
import type { Instant } from './instant.ts';
import { lifeOf } from './life-cycle.ts';
import { readName } from './name.ts';
import { ANONYMOUS_HANDLE } from './published.ts';
import { domainObject, holderEntity, nameserverObject, registrarEntity, selfLink } from './rdap-objects.ts';
import type { RdapAnswer, RdapBody, RdapEntity, RdapNotice, RdapService } from './rdap-types.ts';
import { type Registration, type RegistryState, registrationOf } from './registration.ts';
import { DEFAULT_RULES, type Rules, registrarOf, tldOf } from './rules.ts';
import { fill, sayRefusal } from './say.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const LANG = 'fr';
const HEADERS = { 'content-type': 'application/rdap+json', 'access-control-allow-origin': '*' };

/** Longest path answered; a name has 253 characters, thrice that once percent-encoded. */
const MAX_PATH = 1024;

interface Asked {
  state: RegistryState;
  now: Instant;
  service: RdapService;
  rules: Rules;
}

/**
 * Answers the path of a GET request (`/domain/exemple.fr`, `/entity/…`, `/nameserver/…`, `/help`), query string left out.
 * Never throws on what was asked; a request that makes no sense gets an error answer with its status.
 */
export function rdapAnswer(
  state: RegistryState,
  path: string,
  now: Instant,
  service: RdapService,
  rules: Rules = DEFAULT_RULES,
): RdapAnswer {
  const asked: Asked = { state, now, service, rules };
  const segments = splitPath(path);
  if (!segments) return badPath(asked);
  const [kind, value, ...rest] = segments;
  if (kind === 'help' && value === undefined) return answer(asked, {});
  if (kind !== undefined && ['domains', 'nameservers', 'entities', 'ip', 'autnum'].includes(kind)) {
    return error(asked, 501, 'notImplementedTitle', [fr.answers.notImplemented, en.answers.notImplemented]);
  }
  if (value === undefined || rest.length > 0) return badPath(asked);
  if (kind === 'domain') return domain(asked, value);
  if (kind === 'nameserver') return nameserver(asked, value);
  if (kind === 'entity') return entity(asked, value);
  return badPath(asked);
}

function splitPath(path: string): string[] | undefined {
  if (path.length > MAX_PATH) return undefined;
  try {
    return path
      .replace(/^\/+|\/+$/g, '')
      .split('/')
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function domain(asked: Asked, text: string): RdapAnswer {
  const { state, now, service, rules } = asked;
  const name = readName(text, rules);
  if (!name.ok) {
    return error(asked, 400, 'badRequestTitle', [sayRefusal(fr, name), sayRefusal(en, name)]);
  }
  const registration = registrationOf(state, name.ascii);
  if (!registration || lifeOf(registration, name.tld, now).state === 'free') {
    return notFound(asked, [
      fill(fr.answers.nobodyHolds, { name: name.unicode }),
      fill(en.answers.nobodyHolds, { name: name.unicode }),
    ]);
  }
  const registrar = registrarOf(registration.registrar, rules) ?? rules.registrars[0];
  return answer(asked, domainObject(registration, registrar, name.tld, now, service));
}

function nameserver(asked: Asked, text: string): RdapAnswer {
  const name = readHostName(text, { underscore: false, wildcard: false });
  if (!name.ok || !name.ascii.includes('.')) return badPath(asked);
  const host = name.ascii;
  const servers = alive(asked).flatMap((registration) => registration.nameServers);
  const same = servers.filter((server) => server.host === host);
  const found = same.find((server) => server.addresses.length > 0) ?? same[0];
  if (!found) return notFound(asked, [fill(fr.answers.noHost, { host }), fill(en.answers.noHost, { host })]);
  return answer(asked, nameserverObject(found, asked.service));
}

function entity(asked: Asked, handle: string): RdapAnswer {
  const registrar = registrarOf(handle, asked.rules);
  if (registrar) return answer(asked, registrarEntity(registrar, asked.service));
  // A withheld person answers to the common handle only: their own would lead from one of their names to the others.
  for (const registration of alive(asked)) {
    const tld = tldOf(registration.tld, asked.rules);
    const holder = tld && holderEntity(registration, tld, asked.service);
    if (holder?.handle === handle && !holder.status?.includes('private')) return answer(asked, holder);
  }
  if (handle === ANONYMOUS_HANDLE) return answer(asked, anonymous());
  return notFound(asked, [fr.answers.noEntity, en.answers.noEntity]);
}

function anonymous(): RdapEntity {
  return {
    objectClassName: 'entity',
    handle: ANONYMOUS_HANDLE,
    vcardArray: [
      'vcard',
      [
        ['version', {}, 'text', '4.0'],
        ['fn', {}, 'text', ''],
        ['kind', {}, 'text', 'individual'],
      ],
    ],
    status: ['private'],
  };
}

function alive({ state, now, rules }: Asked): Registration[] {
  return Object.values(state.names).filter((registration) => {
    const tld = tldOf(registration.tld, rules);
    return tld !== undefined && lifeOf(registration, tld, now).state !== 'free';
  });
}

function answer(asked: Asked, object: object): RdapAnswer {
  const redacted = 'redacted' in object;
  const body: RdapBody = {
    rdapConformance: redacted ? ['rdap_level_0', 'redacted'] : ['rdap_level_0'],
    notices: [notice(asked.service)],
    lang: LANG,
    ...object,
  };
  return { status: 200, headers: HEADERS, body };
}

function notice(service: RdapService): RdapNotice {
  return {
    title: title('simulatedTitle'),
    description: [fr.answers.simulated, en.answers.simulated],
    links: [{ ...selfLink(service, 'help'), rel: 'help' }],
  };
}

type Title = 'notFoundTitle' | 'badRequestTitle' | 'notImplementedTitle' | 'simulatedTitle';

function title(key: Title): string {
  return `${fr.answers[key]} (${en.answers[key]})`;
}

/** Errors carry the same members as answers (RFC 9083, section 6); both languages are told, since the client does not say which it reads. */
function error(asked: Asked, status: 400 | 404 | 501, key: Title, description: string[]): RdapAnswer {
  const { body } = answer(asked, {});
  return { status, headers: HEADERS, body: { ...body, errorCode: status, title: title(key), description } };
}

function notFound(asked: Asked, why: string[]): RdapAnswer {
  return error(asked, 404, 'notFoundTitle', why);
}

function badPath(asked: Asked): RdapAnswer {
  return error(asked, 400, 'badRequestTitle', [fr.answers.badPath, en.answers.badPath]);
}
