// Does a runner serve these pages, or are they read alone (`npm run build`: any host, a USB stick)?

/** True in the pages of `npm run build`: no séance to join, a recording where the terminal would be. */
export const READ_ALONE = import.meta.env.MODE === 'alone';
