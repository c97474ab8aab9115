// What were the last bytes of this terminal? A bounded memory with absolute offsets: the first byte ever written has offset 0.

const FIRST_CAPACITY = 4096;

/** Keeps the last `limit` bytes appended. Grows by doubling, so that a quiet terminal costs little. */
export class Ring {
  readonly #limit: number;
  #memory: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;

  /** @param limit most bytes kept. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Offset of the oldest byte kept. */
  get start(): number {
    return this.#start;
  }

  /** Offset just after the newest byte. */
  get end(): number {
    return this.#end;
  }

  /** Bytes of memory held, used or not. */
  get capacity(): number {
    return this.#memory.length;
  }

  /** Copies the bytes in; the oldest ones make room. */
  append(bytes: Uint8Array): void {
    const end = this.#end + bytes.length;
    const kept = bytes.length > this.#limit ? bytes.subarray(bytes.length - this.#limit) : bytes;
    this.#makeRoom(end - this.#start);
    this.#write(kept, end - kept.length);
    this.#end = end;
    this.#start = Math.max(this.#start, end - this.#limit);
  }

  /** A copy of the bytes from `from` (included) to `to` (excluded), cut to what is still kept. */
  copy(from: number, to: number): Buffer {
    const first = Math.max(from, this.#start);
    const last = Math.min(to, this.#end);
    if (first >= last) return Buffer.alloc(0);
    const size = this.#memory.length;
    const at = first % size;
    const length = last - first;
    const out = Buffer.allocUnsafe(length);
    const straight = Math.min(length, size - at);
    this.#memory.copy(out, 0, at, at + straight);
    this.#memory.copy(out, straight, 0, length - straight);
    return out;
  }

  /** Forgets what is kept; offsets go on. */
  clear(): void {
    this.#memory = Buffer.alloc(0);
    this.#start = this.#end;
  }

  #write(bytes: Uint8Array, offset: number): void {
    if (bytes.length === 0) return;
    const size = this.#memory.length;
    const at = offset % size;
    const straight = Math.min(bytes.length, size - at);
    this.#memory.set(bytes.subarray(0, straight), at);
    this.#memory.set(bytes.subarray(straight), 0);
  }

  #makeRoom(needed: number): void {
    if (needed <= this.#memory.length || this.#memory.length === this.#limit) return;
    let capacity = Math.max(this.#memory.length, FIRST_CAPACITY);
    while (capacity < needed && capacity < this.#limit) capacity *= 2;
    const past = this.copy(this.#start, this.#end);
    this.#memory = Buffer.alloc(Math.min(capacity, this.#limit));
    this.#write(past, this.#start);
  }
}
