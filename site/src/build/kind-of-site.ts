// Does a runner serve these pages, or are they read alone (`npm run build`: any host, a USB stick)?

/** Written by site/astro.config.ts; not there where Vite is not. */
declare const __READ_ALONE__: boolean;

/** True in the pages of `npm run build`: no séance to join, a recording where the terminal would be. */
export const READ_ALONE = typeof __READ_ALONE__ !== 'undefined' && __READ_ALONE__;
