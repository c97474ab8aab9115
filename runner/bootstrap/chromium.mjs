// Which Chromium opens the pages in the tests? Debian's, the smallest first: without windows of its own it costs a fifth less.
import { findProgram } from './machine.mjs';

export const CHROMIUMS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** @returns {string | undefined} path of the program */
export const findChromium = () => CHROMIUMS.map(findProgram).find((path) => path !== undefined);
