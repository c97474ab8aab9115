// How much may a lab site send, and how long may it take? Beyond, its page is cut, and says so: one hostile site must not cost the others anything (T-22).
const MIB = 1024 * 1024;

/** Largest body that a page may send to a site: WordPress takes pictures of a few MiB. */
export const MAX_FORM_BYTES = 24 * MIB;
/** What is rewritten costs work and memory; what only passes costs neither. */
export const MAX_HTML_BYTES = 4 * MIB;
export const MAX_CSS_BYTES = 1.5 * MIB;
export const MAX_OTHER_BYTES = 128 * MIB;
/** Lines before the body. */
export const MAX_HEADER_BYTES = 32 * 1024;
/** From the question to the first line of the answer: PHP may work for a while. */
export const ANSWER_MS = 30_000;
/** Between two pieces of the body. */
export const SILENCE_MS = 15_000;
/** A whole answer. */
export const WHOLE_MS = 180_000;
/** Redirections in a row before no page is expected any more; browsers wait for twenty, and then say it in words of their own. */
export const MAX_REDIRECTS = 10;
/** Requests of one seat at a time; a browser makes six per origin. */
export const MAX_AT_ONCE = 32;
