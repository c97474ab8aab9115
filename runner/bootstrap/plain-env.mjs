// Which variables would make a site builder tell another story? Those that bundlers and test runners set for their own children (a site built below a test, or with NODE_ENV=development, would have no search).

const THEIRS = /^(VITEST\w*|VITE_\w*|NODE_ENV|MODE|BASE_URL|DEV|PROD|SSR|TEST)$/;

/** @returns {NodeJS.ProcessEnv} this process's environment without them */
export const plainEnv = (env = process.env) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !THEIRS.test(name)));
