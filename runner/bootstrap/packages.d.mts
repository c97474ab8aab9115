// What does the TypeScript side see of packages.mjs? The question that every start asks.
export function dependenciesAreInstalled(root?: string): boolean;
