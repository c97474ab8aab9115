// What does the TypeScript side see of screen.mjs? The same functions, typed.
export interface Step {
  progress(value: number | undefined, text?: string): void;
  done(text?: string): void;
  fail(text?: string): void;
}
export function formatTime(ms: number, lang?: string): string;
export function drawBar(fraction: number): string;
export function openStep(
  title: string,
  options?: {
    lang?: string;
    stream?: { isTTY?: boolean; columns?: number; write(text: string): unknown };
  },
): Step;
