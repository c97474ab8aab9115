// What does this page know of its lab? One snapshot, and those who want to hear of the next.
import { type LabView, labViewSchema } from '#protocol/live-frames.ts';
import { type Answer, ask } from './runner-client.ts';

export class LabState {
  readonly lab: string;
  view: LabView | undefined;
  private readonly listeners: ((view: LabView, before: LabView | undefined) => void)[] = [];
  /** Counts what was heard, to know which of two snapshots on two lines is the older. */
  private heard = 0;

  constructor(lab: string) {
    this.lab = lab;
  }

  listen(listener: (view: LabView, before: LabView | undefined) => void): void {
    this.listeners.push(listener);
  }

  set(view: LabView): void {
    if (view.lab !== this.lab) return;
    const before = this.view;
    this.view = view;
    this.heard++;
    for (const listener of this.listeners) listener(view, before);
  }

  /** Asks the runner for something that answers with the lab's new state. */
  async ask(path: `/api/${string}`, more: Record<string, unknown> = {}): Promise<Answer<LabView>> {
    const { heard } = this;
    const answer = await ask(path, { schema: labViewSchema, body: { lab: this.lab, ...more } });
    // The live socket tells every change: what it told meanwhile may be newer than this answer, and is never older for long.
    if (answer.ok && heard === this.heard) this.set(answer.value);
    return answer;
  }
}
