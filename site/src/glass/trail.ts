// Which pages came before this one, and which after? The frame's own history cannot be asked: it is another origin's.

export class Trail {
  readonly #urls: string[] = [];
  #at = -1;
  #going = false;

  get canGoBack(): boolean {
    return this.#at > 0;
  }
  get canGoForward(): boolean {
    return this.#at < this.#urls.length - 1;
  }
  get current(): string | undefined {
    return this.#urls[this.#at];
  }

  /** One page back or forward; gives its address. What arrives next is that page, wherever it leads. */
  go(by: -1 | 1): string | undefined {
    const url = this.#urls[this.#at + by];
    if (url === undefined) return undefined;
    this.#at += by;
    this.#going = true;
    return url;
  }

  /** A page has arrived. */
  arrived(url: string): void {
    if (this.#going) {
      this.#going = false;
      this.#urls[this.#at] = url;
      return;
    }
    if (url === this.current) return;
    this.#at += 1;
    this.#urls.splice(this.#at, this.#urls.length, url);
  }
}
