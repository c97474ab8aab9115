// What does this page know of its lab? One snapshot, and those who want to hear of the next.
import { type LabView, labViewSchema } from '#protocol/live-frames.ts';
import { type Answer, ask } from './runner-client.ts';

export class LabState {
  readonly lab: string;
  view: LabView | undefined;
  private readonly listeners: ((view: LabView, before: LabView | undefined) => void)[] = [];

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
    for (const listener of this.listeners) listener(view, before);
  }

  /** Asks the runner for something that answers with the lab's new state. */
  async ask(path: `/api/${string}`, more: Record<string, unknown> = {}): Promise<Answer<LabView>> {
    const answer = await ask(path, { schema: labViewSchema, body: { lab: this.lab, ...more } });
    if (answer.ok) this.set(answer.value);
    return answer;
  }
}
