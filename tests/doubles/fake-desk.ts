// A desk without machines: one lab, `first-steps`, with a desktop that is ready at once and terminals that echo nothing.
import type { LabView } from '../../runner/protocol/live-frames.ts';
import { Refusal } from '../../runner/protocol/refusals.ts';
import { Terminal } from '../../runner/terminal/terminal.ts';
import type { CheckEnd, Desk } from '../../runner/workshop/desk.ts';
import { FakeShell } from './fake-shell.ts';

export class FakeDesk implements Desk {
  /** Every call that changes something, as « seat method arguments ». */
  readonly calls: string[] = [];
  readonly shells = new Map<string, FakeShell>();
  readonly #terminals = new Map<string, Terminal>();
  readonly #listeners: ((seatId: string, view: LabView) => void)[] = [];
  /** When set, the next call throws it: how the server answers a bug, or an engine that is gone. */
  failure: Error | undefined;

  #did(seatId: string, what: string, lab: string): LabView {
    this.#fail();
    this.calls.push(`${seatId} ${what}`);
    const view = this.view(seatId, lab);
    for (const listener of this.#listeners) listener(seatId, view);
    return view;
  }

  #fail(): void {
    const { failure } = this;
    this.failure = undefined;
    if (failure !== undefined) throw failure;
  }

  view(_seatId: string, lab: string): LabView {
    if (lab !== 'first-steps') throw new Refusal('lab-unknown');
    return {
      lab,
      machines: [{ name: 'desktop', state: 'ready', terminals: ['1'] }],
      steps: [{ id: 'where-am-i', passed: false }],
    };
  }

  async open(seatId: string, lab: string): Promise<LabView> {
    return this.#did(seatId, `open ${lab}`, lab);
  }

  async buildUp(seatId: string, lab: string): Promise<LabView> {
    return this.#did(seatId, `build-up ${lab}`, lab);
  }

  async reset(seatId: string, lab: string, keep?: boolean): Promise<LabView> {
    return this.#did(seatId, `reset ${lab}${keep ? ' keep' : ''}`, lab);
  }

  async startMachine(seatId: string, lab: string, machine: string): Promise<LabView> {
    return this.#did(seatId, `start ${machine}`, lab);
  }

  async restartMachine(seatId: string, machine: string): Promise<void> {
    this.#machine(machine);
    this.calls.push(`${seatId} restart ${machine}`);
  }

  async resetTo(seatId: string, lab: string, step: string): Promise<void> {
    this.#step(step);
    this.#did(seatId, `reset-to ${step}`, lab);
  }

  #step(step: string): void {
    if (step !== 'where-am-i') throw new Refusal('step-unknown');
  }

  stir(seatId: string): void {
    this.calls.push(`${seatId} stir`);
  }

  async check(seatId: string, lab: string, step: string): Promise<LabView> {
    this.#step(step);
    return this.#did(seatId, `check ${step}`, lab);
  }

  async answer(seatId: string, lab: string, step: string, answer: string): Promise<LabView> {
    this.#step(step);
    return this.#did(seatId, `answer ${step} ${answer.length}`, lab);
  }

  async hint(seatId: string, lab: string, step: string, level: 1 | 2): Promise<LabView> {
    this.#step(step);
    return this.#did(seatId, `hint ${step} ${level}`, lab);
  }

  async solve(seatId: string, lab: string, step: string): Promise<LabView> {
    this.#step(step);
    return this.#did(seatId, `solve ${step}`, lab);
  }

  async openTerminal(seatId: string, machine: string): Promise<string> {
    this.#machine(machine);
    this.calls.push(`${seatId} open-terminal ${machine}`);
    return '2';
  }

  async closeTerminal(seatId: string, machine: string, terminal: string): Promise<void> {
    this.#machine(machine);
    this.calls.push(`${seatId} close-terminal ${terminal}`);
  }

  #machine(machine: string): void {
    if (machine !== 'desktop') throw new Refusal('not-found');
  }

  async terminal(seatId: string, machine: string, terminal: string): Promise<Terminal> {
    this.#machine(machine);
    const key = `${seatId}/${terminal}`;
    const known = this.#terminals.get(key);
    if (known !== undefined) return known;
    const shell = new FakeShell();
    const made = new Terminal({ shell, cols: 80, rows: 24 });
    this.shells.set(key, shell);
    this.#terminals.set(key, made);
    return made;
  }

  views(seatId: string): LabView[] {
    return [this.view(seatId, 'first-steps')];
  }

  onChange(listener: (seatId: string, view: LabView) => void): void {
    this.#listeners.push(listener);
  }

  onChecked(listener: (seatId: string, checked: CheckEnd) => void): void {
    this.checked = listener;
  }

  /** Says that a check ended. */
  checked: (seatId: string, checked: CheckEnd) => void = () => {};

  setPresence(seatId: string, present: boolean): void {
    this.calls.push(`${seatId} presence ${present}`);
  }

  async endSeat(seatId: string): Promise<void> {
    this.calls.push(`${seatId} end`);
  }
}
