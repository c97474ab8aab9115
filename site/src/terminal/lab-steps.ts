// How do the steps in the text live? They tick by themselves; buttons ask for a check, a hint or the solution's typing.
import type { LabView, StepView } from '#protocol/live-frames.ts';
import { fill } from '../words/fill.ts';
import type { LabState } from './lab-state.ts';
import { type LabPageData, part } from './page-data.ts';
import { sentenceFor } from './runner-client.ts';
import { showSentence } from './sentence.ts';

export class LabSteps {
  private readonly data: LabPageData;
  private readonly state: LabState;
  private readonly sections: HTMLElement[];
  private enabled = false;

  constructor(data: LabPageData, state: LabState) {
    this.data = data;
    this.state = state;
    this.sections = [...document.querySelectorAll<HTMLElement>('[data-step]')];
    for (const section of this.sections) this.bind(section);
    state.listen((view, before) => this.follow(view, before));
  }

  /** Shows the buttons: there is a runner and a seat. */
  enable(): void {
    this.enabled = true;
    for (const section of this.sections) this.offer(section, true);
  }

  /** The step that a person is at: the first not passed, else the last. */
  current(): HTMLElement | undefined {
    return this.sections.find((section) => section.dataset.passed !== 'true') ?? this.sections.at(-1);
  }

  /** Shows or hides what one can do about a step. */
  private offer(section: HTMLElement, open: boolean): void {
    for (const way of section.querySelectorAll<HTMLElement>('[data-step-actions], [data-step-answer]'))
      way.hidden = !open;
  }

  private follow(view: LabView, before: LabView | undefined): void {
    for (const step of view.steps) {
      const section = this.sections.find((one) => one.dataset.step === step.id);
      if (section)
        this.draw(
          section,
          step,
          { now: view.playing === step.id, before: before?.playing === step.id },
          before?.steps.find((old) => old.id === step.id),
        );
    }
    const done = view.steps.filter((step) => step.passed).length;
    const progress = document.querySelector('[data-lab-progress]');
    const { words } = this.data;
    const sentence =
      done === view.steps.length
        ? words.step.all
        : fill(words.step.progress, { done, total: view.steps.length });
    if (progress && progress.textContent !== sentence) progress.textContent = sentence;
  }

  private draw(
    section: HTMLElement,
    step: StepView,
    playing: { now: boolean; before: boolean },
    before: StepView | undefined,
  ): void {
    const words = this.data.words.step;
    const state = part(section, '[data-step-state]');
    section.dataset.passed = String(step.passed);
    state.dataset.state = step.passed ? 'passed' : 'todo';
    state.textContent = !step.passed
      ? words.todo
      : step.by === 'solution'
        ? words.passedBySolution
        : words.passed;
    const solve = part<HTMLButtonElement>(section, '[data-do="solve"]');
    solve.disabled = this.state.view?.playing !== undefined;
    part(section, '[data-do="hint"]').textContent = step.hint ? words.hintMore : words.hint;
    this.keepFocus(section, step.passed);
    this.offer(section, this.enabled && !step.passed);
    const told = part(section, '[data-step-message]').textContent !== '';
    if (playing.now) this.tell(section, words.playing);
    else if (step.passed && (!before?.passed || playing.before || !told))
      this.tell(section, this.data.steps[step.id]?.done ?? words.passed);
    else if (!step.passed && step.hint) this.tell(section, this.hintFor(step) ?? words.notYet);
    else if (!step.passed && (before?.passed || playing.before)) this.tell(section, '');
  }

  /** A button that had the focus and vanishes would throw a keyboard user back to the top of the page. */
  private keepFocus(section: HTMLElement, passed: boolean): void {
    const inside = document.activeElement?.closest('[data-step-actions], [data-step-answer]');
    if (passed && inside && section.contains(inside)) section.focus({ preventScroll: true });
  }

  private hintFor(step: StepView): string | undefined {
    return step.hint && this.data.steps[step.id]?.hints[step.hint.key]?.[step.hint.level - 1];
  }

  private tell(section: HTMLElement, sentence: string): void {
    showSentence(part(section, '[data-step-message]'), sentence);
  }

  private bind(section: HTMLElement): void {
    section.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('[data-do]');
      if (button) void this.act(section, button);
    });
    section.querySelector<HTMLFormElement>('[data-step-answer]')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.check(section);
    });
  }

  private async act(section: HTMLElement, button: HTMLButtonElement): Promise<void> {
    const step = this.state.view?.steps.find((one) => one.id === section.dataset.step);
    button.disabled = true;
    if (button.dataset.do === 'hint')
      await this.send(section, '/api/steps/hint', { level: step?.hint ? 2 : 1 });
    if (button.dataset.do === 'solve') await this.send(section, '/api/steps/solve');
    if (button.dataset.do === 'check') await this.check(section);
    button.disabled = button.dataset.do === 'solve' && this.state.view?.playing !== undefined;
  }

  /** What stands in the field goes with it: who has written an answer presses either button. */
  private check(section: HTMLElement): Promise<void> {
    const answer = section.querySelector<HTMLInputElement>('[name="answer"]')?.value.trim();
    return answer
      ? this.send(section, '/api/steps/answer', { answer })
      : this.send(section, '/api/steps/check');
  }

  private async send(
    section: HTMLElement,
    path: `/api/${string}`,
    more: Record<string, unknown> = {},
  ): Promise<void> {
    const { words } = this.data;
    const asksCheck = path === '/api/steps/check' || path === '/api/steps/answer';
    if (asksCheck) this.tell(section, words.step.checking);
    const answer = await this.state.ask(path, { step: section.dataset.step, ...more });
    if (!answer.ok) return this.tell(section, sentenceFor(answer, words));
    const step = answer.value.steps.find((one) => one.id === section.dataset.step);
    if (asksCheck && step && !step.passed) this.tell(section, this.hintFor(step) ?? words.step.notYet);
  }
}
