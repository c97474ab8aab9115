// How is a question to a name server written, and its answer read (RFC 1035, section 4)? Only what the box needs; what comes in is never trusted.
import { domainToASCII } from 'node:url';

/** Numbers of the types that we ask for and read (RFC 1035, 3596). */
export const DNS_TYPES = { A: 1, NS: 2, CNAME: 5, SOA: 6, MX: 15, TXT: 16, AAAA: 28 } as const;
export type DnsType = keyof typeof DNS_TYPES;

export interface DnsRecord {
  /** Lower case, without final dot; empty for the root. */
  name: string;
  type: DnsType;
  /** Seconds. */
  ttl: number;
  /** An address, a name, `10 mail.exemple.fr`, a text, or the first two names and the serial of a SOA. */
  data: string;
}

export interface DnsAnswer {
  /** 0: no error; 2: server failure; 3: no such name; 5: refused. */
  rcode: number;
  /** The server has the zone itself. */
  authoritative: boolean;
  answers: DnsRecord[];
  authority: DnsRecord[];
  additional: DnsRecord[];
}

/** Thrown for bytes that are no answer to the question. */
export class DnsFormatError extends Error {
  override readonly name = 'DnsFormatError';
}

const TYPE_NAMES = new Map<number, DnsType>(
  Object.entries(DNS_TYPES).map(([name, number]) => [number, name as DnsType]),
);
const HEADER = 12;
const MAX_NAME = 255;
/** Names that point to names: RFC 1035 sets no bound, we do. */
const MAX_JUMPS = 32;

/** Bytes of one question of class IN. @throws DnsFormatError for a text that is no name */
export function writeQuestion(id: number, name: string, type: DnsType, recursive: boolean): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(recursive ? 0x0100 : 0, 2);
  header.writeUInt16BE(1, 4);
  const tail = Buffer.alloc(4);
  tail.writeUInt16BE(DNS_TYPES[type], 0);
  tail.writeUInt16BE(1, 2);
  return Buffer.concat([header, writeName(name), tail]);
}

function writeName(name: string): Buffer {
  const labels = name === '' ? [] : name.split('.');
  if (name.length > 253 || labels.some((label) => !/^[a-z0-9_-]{1,63}$/i.test(label)))
    throw new DnsFormatError(`Expected a name of the DNS, found ${JSON.stringify(name.slice(0, 80))}.`);
  const parts = labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([...parts, Buffer.from([0])]);
}

/** Reads an answer to the question `id`. Records of other types than ours are left out. @throws DnsFormatError */
export function readAnswer(message: Buffer, id: number): DnsAnswer {
  if (message.length < HEADER || message.readUInt16BE(0) !== id)
    throw new DnsFormatError('the answer is to another question');
  const flags = message.readUInt16BE(2);
  if ((flags & 0x8000) === 0) throw new DnsFormatError('not an answer');
  const reader = new Reader(message, HEADER);
  for (let left = message.readUInt16BE(4); left > 0; left -= 1) {
    reader.name();
    reader.skip(4);
  }
  return {
    rcode: flags & 0x000f,
    authoritative: (flags & 0x0400) !== 0,
    answers: reader.records(message.readUInt16BE(6)),
    authority: reader.records(message.readUInt16BE(8)),
    additional: reader.records(message.readUInt16BE(10)),
  };
}

class Reader {
  private readonly bytes: Buffer;
  private at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  skip(octets: number): void {
    this.at += octets;
    if (this.at > this.bytes.length) throw new DnsFormatError('the answer is cut');
  }

  private number(octets: 1 | 2 | 4): number {
    const from = this.at;
    this.skip(octets);
    return this.bytes.readUIntBE(from, octets);
  }

  /** A name, compressed or not (RFC 1035, 4.1.4); signs that no host name has become `\DDD`. */
  name(): string {
    const labels: string[] = [];
    let end: number | undefined;
    for (let jumps = 0, size = 0; ; ) {
      const length = this.number(1);
      if (length === 0) break;
      if (length >= 0xc0) {
        const target = ((length & 0x3f) << 8) | this.number(1);
        end ??= this.at;
        jumps += 1;
        if (jumps > MAX_JUMPS || target >= this.bytes.length)
          throw new DnsFormatError('a name leads nowhere');
        this.at = target;
        continue;
      }
      const from = this.at;
      this.skip(length);
      size += length + 1;
      if (length > 63 || size > MAX_NAME) throw new DnsFormatError('a name is too long');
      labels.push(escaped(this.bytes.subarray(from, this.at)));
    }
    if (end !== undefined) this.at = end;
    return labels.join('.');
  }

  records(count: number): DnsRecord[] {
    const records: DnsRecord[] = [];
    for (let left = count; left > 0; left -= 1) {
      const name = this.name();
      const type = TYPE_NAMES.get(this.number(2));
      this.skip(2);
      const ttl = this.number(4);
      const length = this.number(2);
      const end = this.at + length;
      if (end > this.bytes.length) throw new DnsFormatError('the answer is cut');
      if (type !== undefined) records.push({ name, type, ttl, data: this.data(type, end) });
      this.at = end;
    }
    return records;
  }

  private data(type: DnsType, end: number): string {
    switch (type) {
      case 'A':
        return [0, 0, 0, 0].map(() => this.number(1)).join('.');
      case 'AAAA': {
        const groups = Array.from({ length: 8 }, () => this.number(2).toString(16));
        return domainToASCII(`[${groups.join(':')}]`).slice(1, -1) || groups.join(':');
      }
      case 'NS':
      case 'CNAME':
        return this.name();
      case 'MX':
        return `${this.number(2)} ${this.name()}`;
      case 'SOA':
        return `${this.name()} ${this.name()} ${this.number(4)}`;
      case 'TXT': {
        const pieces: Buffer[] = [];
        while (this.at < end) {
          const length = this.number(1);
          const from = this.at;
          this.skip(length);
          pieces.push(this.bytes.subarray(from, this.at));
        }
        return Buffer.concat(pieces).toString('utf8');
      }
    }
  }
}

const escaped = (label: Buffer): string =>
  [...label]
    .map((octet) => {
      const sign = String.fromCharCode(octet).toLowerCase();
      return /[a-z0-9_*-]/.test(sign) ? sign : `\\${String(octet).padStart(3, '0')}`;
    })
    .join('');
