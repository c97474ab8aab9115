// What does the TypeScript side see of flags.mjs? The same functions, typed.
export type FlagKind = 'switch' | 'value' | 'maybe';
export interface FlagWords {
  flagUnknown(flag: string, near?: string): string;
  flagTwice(flag: string): string;
  flagNeedsValue(flag: string): string;
  notAFlag(text: string): string;
}
export const RUNNER_FLAGS: Record<string, FlagKind>;
export function isOn(flags: Map<string, string>, name: string): boolean;
export function nearest(word: string, known: readonly string[]): string | undefined;
export function readFlags(
  argv: readonly string[],
  known: Record<string, FlagKind>,
  words: FlagWords,
  names?: string[],
): Map<string, string>;
export function chooseLanguage(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): 'fr' | 'en';
