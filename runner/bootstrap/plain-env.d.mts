/** This process's environment (or the one given) without what bundlers and test runners put there. */
export function plainEnv(env?: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
