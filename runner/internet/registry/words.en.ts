// What does the registry say in English?
import type { LabelSentences, RegistryWords } from './words.ts';

const fields: RegistryWords['fields'] = {
  name: 'name',
  street: 'street',
  postalCode: 'postcode',
  city: 'city',
  country: 'country',
  citizenship: 'citizenship',
  email: 'e-mail address',
  phone: 'telephone number',
};

/** What is wrong with a label (a piece of a name between two dots). */
export const labelSentences: LabelSentences = {
  'label-empty': 'A piece of the name is missing: there is one dot too many, or nothing before the dot.',
  'label-too-short': 'This name is too short: this registry asks for at least {min} characters.',
  'label-too-long':
    'A piece of the name has {length} characters once written for the DNS; the most is {max}. Choose a shorter one.',
  'label-control-character':
    'The name holds an invisible character ({character}). Type it on the keyboard rather than pasting it.',
  'label-space': 'A domain name holds no space. Use a hyphen instead.',
  'label-wildcard': 'The star is not allowed here: one registers a precise name.',
  'label-underscore': 'The underscore “_” is not allowed in a name that one registers. The hyphen “-” is.',
  'label-character':
    'The character “{character}” is not accepted here. Letters, digits, the hyphen and some accented letters are.',
  'label-mixed-scripts':
    'The letter “{character}” comes from another alphabet, among Latin letters. That mixture serves to imitate another name; registries refuse it.',
  'label-hyphen-edge': 'A name neither begins nor ends with a hyphen.',
  'label-hyphens-3-4':
    'Two hyphens in third and fourth place are kept for the internal writing of accented names (xn--). Choose another form.',
  'label-a-label':
    'This name begins with “xn--”, the internal writing of accented names, but matches no name accepted here. Type the name with its accents.',
};

export const en: RegistryWords = {
  locale: 'en-GB',
  labels: labelSentences,
  fields,
  refusals: {
    'name-empty': 'Type a name, for instance mon-exemple.fr.',
    'name-too-long': 'A whole domain name has at most {max} characters.',
    'name-is-an-address':
      'This is the address of a page or a mailbox. Keep the name alone, for instance mon-exemple.fr, without “http://”, without “@” and without anything after “/”.',
    'name-without-tld': 'The end of the name is missing. Try {word}.{firstZone}, or another ending: {zones}.',
    'tld-unknown': 'The ending “.{zone}” does not exist in the small Internet. Choose among {zones}.',
    'name-too-deep':
      'One registers {registrable}; what comes before it, such as “www”, you will add yourself in your zone.',
    'name-is-a-tld': '“.{zone}” is a whole extension, kept by its registry. Add a name before the dot.',
    reserved: '{name} is not on offer. {reason}',
    taken: '{name} is already taken. First come, first served: try a variant or another extension.',
    'already-yours': '{name} is already yours.',
    'not-registered': 'Nobody has registered {name}.',
    'not-yours': '{name} belongs to somebody else: only its holder may touch it.',
    'too-many-names': 'You already hold {max} names, the most in this workshop.',
    'years-out-of-range': 'One registers for {min} to {max} years, in whole years.',
    'too-many-years': 'A name cannot be held more than {max} years ahead. Choose fewer years.',
    'wrong-state': 'Not possible now: {name} is in the state “{state}”. {meaning}',
    'registrar-unknown': 'This registrar does not exist in the small Internet.',
    'holder-field-empty': 'The holder’s {field} is missing. A fictional one will do.',
    'holder-field-too-long': 'The holder’s {field} is too long: {max} characters at most.',
    'holder-field-character':
      'An invisible character ({character}) has slipped into the holder’s {field}. Type that line again on the keyboard.',
    'holder-country': '“{country}” is not a two-letter country code, such as FR or BE.',
    'holder-email': 'This e-mail address does not have the expected form, such as contact@mon-exemple.fr.',
    'holder-phone': 'This telephone number does not have the expected form, such as +33 1 99 00 00 00.',
    'holder-not-eligible':
      'The .{zone} registry does not accept a holder established in this country ({country}). {mayRegister}',
    'name-servers-too-many': 'A name has at most {max} name servers.',
    'name-server-syntax':
      '“{host}” is not the name of a server. A whole name is expected, such as ns1.bureau-exemple.net.',
    'name-server-twice': '{host} is given twice.',
    'name-server-needs-address':
      '{host} stands inside the very name that it must serve: to find it, its IP address is needed too.',
    'name-server-address': '“{address}” is not an IP address for {host}.',
    'name-server-unknown': '{host} cannot answer: nobody has registered the name {name}. Check the spelling.',
    'transfer-locked': '{name} is locked against transfers. Its holder must open the lock first.',
    'transfer-too-early': '{name} is too recent to change registrar: one must wait until {until}.',
    'transfer-near-expiry': '{name} expires on {expiresAt}, before the transfer would end. Renew it first.',
    'transfer-code-wrong':
      'This transfer code does not open {name}. Ask its holder for a new one: a code serves only once.',
    'transfer-to-itself': '{name} is already yours, at this registrar.',
    'transfer-pending':
      'A transfer of {name} is under way until {until}. It must be accepted or refused first.',
    'transfer-none': 'No transfer of {name} waits for an answer from you.',
  },
  reserved: {
    state:
      'It is the name of the Republic, of an institution or of a public service: French law reserves it (article L. 45-2 of the code of post and electronic communications).',
    'local-authority':
      'It is the name of a local authority, or looks like one: the real registry examines the request and asks for a legitimate interest. In the small Internet it refuses.',
    'registry-zone':
      'The registry keeps this name to put other names under it, as the State’s sites are under gouv.fr.',
    'registry-operations': 'The registry keeps this name for its own work.',
    'european-institution': 'This name is reserved for the institutions of the European Union.',
    'one-character': 'Names of a single character are reserved by the registry.',
    box: 'This name carries the servers of the small Internet.',
  },
  states: {
    free: { name: 'free', meaning: 'Nobody holds it: you may register it.' },
    registered: { name: 'registered', meaning: 'It works; keep the expiry date in mind.' },
    'transfer-pending': {
      name: 'transfer under way',
      meaning: 'It still works; its holder may accept or refuse the transfer.',
    },
    grace: {
      name: 'expired, grace period',
      meaning: 'Site and mail no longer answer, but an ordinary renewal is enough to save it.',
    },
    redemption: {
      name: 'redemption',
      meaning: 'Nothing answers any more; only its holder can still get it back, by paying a restoration.',
    },
    'pending-delete': {
      name: 'about to be deleted',
      meaning: 'Nobody can save it any more: it will soon be free for everybody.',
    },
  },
  statuses: {
    ok: 'Nothing special: every operation is possible.',
    inactive: 'No name server: the name is yours but leads nowhere.',
    clientHold: 'Taken out of the DNS by the registrar.',
    clientTransferProhibited: 'Locked against transfers by its holder.',
    serverTransferProhibited: 'Too recent to be transferred, says the registry.',
    pendingTransfer: 'A transfer is under way.',
    pendingDelete: 'About to be deleted: nothing can prevent it.',
    addPeriod: 'Just registered: can still be given back.',
    autoRenewPeriod: 'Expired, in its grace period.',
    redemptionPeriod: 'Deleted, but its holder can still restore it.',
  },
  events: {
    registered: '{name} was registered.',
    renewed: '{name} was renewed.',
    restored: '{name} was restored.',
    deleted: '{name} was given up by its holder.',
    'name-servers-changed': '{name} changed name servers.',
    'holder-changed': 'The particulars of the holder of {name} changed.',
    'transfer-lock-changed': 'The lock of {name} changed.',
    'transfer-code-made': 'A transfer code was made for {name}.',
    'transfer-asked': 'The transfer of {name} was asked for.',
    'transfer-refused': 'The transfer of {name} was refused.',
    'transfer-cancelled': 'The transfer of {name} was cancelled.',
    transferred: '{name} was transferred.',
    expired: '{name} expired: it no longer answers.',
    'redemption-began': '{name} is in redemption: only a restoration can save it.',
    'pending-delete-began': '{name} is about to be deleted: nothing can save it.',
    released: '{name} is free again.',
  },
  tlds: {
    fr: {
      operator: 'Afnic, an association appointed by the State, runs the .fr registry.',
      mayRegister:
        'One must live or be established in the European Union, Iceland, Liechtenstein, Norway or Switzerland.',
      published: 'The particulars of private persons are not published; those of organisations are.',
    },
    eu: {
      operator:
        'EURid, an association established in Belgium, runs the .eu registry for the European Commission.',
      mayRegister:
        'One must live or be established in the European Union, Iceland, Liechtenstein or Norway, or be a citizen of one of them, wherever one lives.',
      published: 'WHOIS tells nothing of the holder.',
    },
    org: {
      operator:
        'Public Interest Registry, a non-profit body of the United States made by the Internet Society, runs the .org registry.',
      mayRegister: 'Everybody, association or not.',
      published: 'The particulars of private persons are masked; those of organisations are published.',
    },
    com: {
      operator: 'Verisign, a company of the United States, runs the .com registry.',
      mayRegister: 'Everybody.',
      published: 'The registry does not know the holder: the registrar does.',
    },
    net: {
      operator: 'Verisign, a company of the United States, runs the .net registry too.',
      mayRegister: 'Everybody.',
      published: 'As under .com, the registrar knows the holder, not the registry.',
    },
    paris: {
      operator: 'The City of Paris runs the .paris registry; Afnic operates it.',
      mayRegister:
        'Any person or organisation with a link to Paris or its region; the link is declared, not checked beforehand.',
      published: 'Of private persons, only the country is published; organisations are published.',
    },
    info: {
      operator: 'Identity Digital, a company of the United States, runs the .info registry.',
      mayRegister: 'Everybody. Mind the price of the second year: it is far above that of the first.',
      published: 'Of private persons, only the country stays visible; organisations are published.',
    },
  },
  answers: {
    simulatedTitle: 'Simulated Internet',
    simulated: 'This registry only knows the names of this class; none exists outside.',
    withheldTitle: 'Restricted publication',
    withheld: 'Natural person: known to the registry and the registrar, particulars not published.',
    notFoundTitle: 'Not found',
    nobodyHolds: 'Nobody has registered {name}.',
    noHost: 'No name is entrusted to {host}.',
    noEntity: 'No published entity has this handle.',
    addressAsked: 'This registry keeps names, not addresses: ask for a name, for example exemple.fr.',
    badRequestTitle: 'Bad request',
    badPath: 'The path asked for cannot be read. Try /domain/exemple.fr or /help.',
    notImplementedTitle: 'Not offered here',
    notImplemented: 'This registry answers about /domain, /nameserver, /entity and /help.',
    busyTitle: 'One moment',
    busy: 'The service is restarting: ask again in a few seconds.',
  },
};
