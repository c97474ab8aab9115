// What does the TypeScript side see of apt.mjs? How its progress is read.
export function readAptStatus(line: string): { fraction: number; text: string } | undefined;
