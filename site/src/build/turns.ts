// In which order are pieces drawn that share one page's locals? One after the other, whoever asks first.

export class Turns {
  readonly #done: Promise<unknown>[] = [];
  readonly #open: (() => void)[] = [];

  /** @param count how many pieces there are */
  constructor(count: number) {
    for (let place = 0; place < count; place++)
      this.#done.push(
        new Promise<void>((resolve) => {
          this.#open.push(resolve);
        }),
      );
  }

  /** Does the work of this place once all before it are done. */
  async take<T>(place: number, work: () => Promise<T>): Promise<T> {
    await Promise.all(this.#done.slice(0, place));
    try {
      return await work();
    } finally {
      this.#open[place]?.();
    }
  }
}
