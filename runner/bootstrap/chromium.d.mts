// What does the TypeScript side see of chromium.mjs? Where the program is.
export function findChromium(): string | undefined;
