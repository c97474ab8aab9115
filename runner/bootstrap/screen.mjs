// How does a long step show that it is alive? A bar that moves on a terminal, plain lines with times elsewhere.

const FRAME_MS = 200;
const PLAIN_LINE_MS = 15_000;
const BAR_CELLS = 20;

/** @param {number} ms @returns {string} e.g. « 0,4 s », « 12 s », « 3 min 05 s » (the comma is a point in English) */
export function formatTime(ms, lang = 'fr') {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1).replace('.', lang === 'fr' ? ',' : '.')}\u00a0s`;
  if (seconds < 59.5) return `${Math.round(seconds)}\u00a0s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}\u00a0min ${String(whole % 60).padStart(2, '0')}\u00a0s`;
}

/** @param {number} fraction 0 to 1 @returns {string} */
export function drawBar(fraction) {
  const full = Math.round(Math.min(1, Math.max(0, fraction)) * BAR_CELLS);
  return `[${'█'.repeat(full)}${'░'.repeat(BAR_CELLS - full)}]`;
}

/**
 * Opens a step; exactly one of `done` and `fail` ends it.
 * @param {string} title
 * @param {{ lang?: string, stream?: { isTTY?: boolean, columns?: number, write(text: string): unknown } }} [options]
 */
export function openStep(title, { lang = 'fr', stream = process.stdout } = {}) {
  const startedAt = Date.now();
  const live = stream.isTTY === true;
  let fraction;
  let detail = '';
  const line = () => {
    const parts = [
      fraction === undefined ? '' : drawBar(fraction),
      detail,
      formatTime(Date.now() - startedAt, lang),
    ];
    return `  ${title} ${parts.filter(Boolean).join(' ')}`;
  };
  const draw = () => {
    if (live) stream.write(`\r\u001b[2K${line().slice(0, Math.max(10, (stream.columns || 80) - 1))}`);
    else stream.write(`${line()}\n`);
  };
  if (!live) stream.write(`  ${title}…\n`);
  const timer = setInterval(draw, live ? FRAME_MS : PLAIN_LINE_MS);
  timer.unref();
  const end = (sign, text) => {
    clearInterval(timer);
    const time = formatTime(Date.now() - startedAt, lang);
    stream.write(`${live ? '\r\u001b[2K' : ''}${sign} ${title}${text ? ` – ${text}` : ''} (${time})\n`);
  };
  return {
    /** @param {number | undefined} value 0 to 1, undefined when nobody knows @param {string} [text] what happens now */
    progress(value, text = '') {
      fraction = value;
      detail = text;
    },
    done: (text = '') => end('✓', text),
    fail: (text = '') => end('✗', text),
  };
}
