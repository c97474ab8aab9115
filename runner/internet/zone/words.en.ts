// What does the zone editor say in English?

import { labelSentences } from '../registry/words.en.ts';
import type { ZoneWords } from './words.ts';

export const en: ZoneWords = {
  locale: 'en-GB',
  labels: labelSentences,
  refusals: {
    'type-unknown': 'Choose a type among {types}.',
    'owner-invalid': 'Name of the record: {label}',
    'owner-syntax': 'The name of the record cannot be read. Write “www”, “mail”, or “@” for the name itself.',
    'owner-outside': '{owner} is not in the zone {zone}: only {zone} and what ends in .{zone} is set here.',
    'owner-underscore':
      'A name with an underscore “_” means a service, not a machine: it carries no {type} record. A TXT or a CNAME, yes.',
    'ttl-invalid': 'The time to live (TTL) is a whole number of seconds, from {min} to {max}.',
    'value-empty': 'The value of this {type} record is missing.',
    'address-not-ipv4':
      '“{value}” is not an IPv4 address: four numbers from 0 to 255 with dots between, such as 198.18.20.10.',
    'address-is-ipv6': 'This is an IPv6 address: choose the type AAAA instead of A.',
    'address-not-ipv6': '“{value}” is not an IPv6 address, such as 2001:db8::10.',
    'address-is-ipv4': 'This is an IPv4 address: choose the type A instead of AAAA.',
    'address-is-a-name':
      'A record of type {type} takes an address, not a name. To lead to {value}, choose the type CNAME.',
    'cname-target-is-address':
      'A CNAME leads to another name, not to an address. For an address, choose the type A.',
    'target-is-address':
      'A record of type {type} leads to the name of a machine, never to an address. First give that address a name (A), then put that name here.',
    'target-is-web-address': 'Keep the name alone: without “http://” and without anything after “/”.',
    'target-is-mail-address':
      'A record of type {type} leads to the name of a machine, not to a mailbox: keep what follows the “@”.',
    'target-invalid': 'Destination: {label}',
    'target-syntax':
      'The destination of this {type} is not a readable name. Something like mail.mon-exemple.fr is expected.',
    'preference-invalid': 'The priority is a whole number from 0 to {max}; the smallest goes first.',
    'text-too-long': 'This text has {octets} octets; the most here is {max}.',
    'text-control-character':
      'This text holds a line break or an invisible character ({character}). Put it on one line.',
    'ns-at-apex': 'The name servers of the name itself are changed under “Name servers”, not here.',
    'cname-at-apex':
      '{zone} itself cannot be a CNAME: it already carries the zone’s SOA and NS records. Use an A address, or a CNAME for www.',
    'cname-not-alone':
      'A CNAME stands alone at its name: {owner} also carries {others}. Keep one or the other.',
    'cname-to-itself': '{owner} cannot lead to itself.',
    'cname-loop': 'These CNAMEs go in a circle: starting from {owner}, one comes back on one’s steps.',
    'record-twice': 'The same {type} record of {owner} is written twice.',
    'ttl-differs': 'The {type} records of {owner} must all have the same time to live (TTL).',
    'target-is-alias':
      'A record of type {type} leads to a machine, not to an alias: {target} is a CNAME. Give it an A address.',
    'below-delegation': '{delegation} is entrusted to other servers (NS): {owner} is set there, not here.',
    'delegation-without-address': '{target} stands inside what it must serve: add its address (A or AAAA).',
    'too-many-records': 'A zone here has at most {max} records.',
  },
  types: {
    A: 'IPv4 address of a machine.',
    AAAA: 'IPv6 address of a machine.',
    CNAME: 'Another name of the same machine.',
    MX: 'Machine that receives the mail of the name.',
    TXT: 'Free text, read by programs (SPF, proofs of ownership…).',
    NS: 'Servers to which a part of the zone is entrusted.',
    SOA: 'The zone’s record card: who keeps it, and its version number.',
  },
};
