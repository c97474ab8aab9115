// How does a trainer's page ask for something? For the séance on show, with a sentence when it is refused.
import type * as z from 'zod/mini';
import { type Answer, ask, sentenceFor } from '../terminal/runner-client.ts';
import type { TrainerData } from './trainer-data.ts';

export class Asks {
  readonly #data: TrainerData;
  readonly #say: (sentence: string) => void;
  /** The séance on show. */
  workshop: string | undefined;

  constructor(data: TrainerData, say: (sentence: string) => void) {
    this.#data = data;
    this.#say = say;
  }

  /** Shows a sentence where everybody looks for one. */
  say(sentence: string): void {
    this.#say(sentence);
  }

  /** Does something; true when it was done. */
  async do(what: string, body: unknown, done?: string): Promise<boolean> {
    const answer = await ask(`/api/trainer/${what}`, { body, workshop: this.workshop });
    this.#say(answer.ok ? (done ?? '') : sentenceFor(answer, this.#data.words));
    return answer.ok;
  }

  /** Asks for something; undefined, and a sentence, when it is refused. */
  async get<T>(what: string, schema: z.ZodMiniType<T>, body?: unknown): Promise<T | undefined> {
    const answer: Answer<T> = await ask<T>(`/api/trainer/${what}`, {
      schema,
      workshop: this.workshop,
      ...(body !== undefined && { body }),
    });
    if (answer.ok) return answer.value;
    this.#say(sentenceFor(answer, this.#data.words));
    return undefined;
  }
}
