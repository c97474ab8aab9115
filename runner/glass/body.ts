// How does the body of an answer reach the visitor? Opened if it is compressed, rewritten if it is a page or a style sheet, and cut when it never ends.
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { TextDecoder } from 'node:util';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { GlassError } from './glass-error.ts';
import { MAX_CSS_BYTES, MAX_HTML_BYTES, MAX_OTHER_BYTES, SILENCE_MS, WHOLE_MS } from './limits.ts';
import { urlMapper } from './map-url.ts';
import { cssPieces } from './rewrite-css.ts';
import { HtmlRewriter } from './rewrite-html.ts';

export type BodyKind = 'html' | 'css' | 'other';
export type Cut = 'too-large' | 'too-slow' | 'broken';

export interface BodyTimes {
  silenceMs: number;
  wholeMs: number;
}

export interface BodyOptions {
  kind: BodyKind;
  url: string;
  /** Markup for the top of a page, and for its end when it had to be cut. */
  head: string;
  cutNotice: (why: Cut) => string;
  /** Bytes received so far. */
  progress: (bytes: number) => void;
  /** Encoding that the header declares. */
  charset: string | undefined;
  times?: BodyTimes;
}

/** Text is rewritten in slices of this size, with a breath between them: one large page must not hold up the others. */
const SLICE = 8 * 1024;
const MAX: Record<BodyKind, number> = { html: MAX_HTML_BYTES, css: MAX_CSS_BYTES, other: MAX_OTHER_BYTES };

/** What an answer's body is, by what its site says. */
export function kindOf(contentType: string | undefined, isPage: boolean): BodyKind {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (type === 'text/css') return 'css';
  return type === '' && isPage ? 'html' : 'other';
}

/** The body without its compression. @throws GlassError for one that we do not know */
export function opened(answer: IncomingMessage): Readable {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return answer;
  const open =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : undefined;
  if (open === undefined) throw new GlassError('bad-http');
  pipeline(answer, open, () => undefined);
  return open;
}

/** Sends the body and ends the answer; gives why it was cut, if it was. Never rejects. The head is sent already. */
export async function sendBody(
  source: Readable,
  to: ServerResponse,
  options: BodyOptions,
): Promise<Cut | undefined> {
  const { kind, times = { silenceMs: SILENCE_MS, wholeMs: WHOLE_MS } } = options;
  let slow = false;
  const tooSlow = (): void => {
    slow = true;
    source.destroy();
  };
  const whole = setTimeout(() => {
    tooSlow();
    // A visitor that does not read is as slow as a site that does not send.
    setTimeout(() => to.destroy(), 1_000).unref();
  }, times.wholeMs);
  const silence = setTimeout(tooSlow, times.silenceMs);
  const gone = (): void => void source.destroy();
  to.on('close', gone);
  const work = kind === 'other' ? undefined : transformOf(options);
  let cut: Cut | undefined;
  let bytes = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      silence.refresh();
      bytes += chunk.length;
      options.progress(bytes);
      if (bytes > MAX[kind]) {
        cut = 'too-large';
        break;
      }
      await (work ? work.take(chunk, to) : send(to, chunk));
      silence.refresh();
    }
    if (slow) cut = 'too-slow';
  } catch {
    cut = slow ? 'too-slow' : 'broken';
  }
  clearTimeout(whole);
  clearTimeout(silence);
  to.off('close', gone);
  source.destroy();
  if (cut !== undefined && kind !== 'html') to.destroy();
  else {
    try {
      await work?.end(to);
    } catch {
      // The visitor is gone, or the rest is not worth having.
    }
    to.end(cut === undefined ? '' : options.cutNotice(cut));
  }
  return cut;
}

interface Work {
  take(bytes: Buffer, to: ServerResponse): Promise<void>;
  end(to: ServerResponse): Promise<void>;
}

function transformOf(options: BodyOptions): Work {
  return options.kind === 'css' ? cssWork(options.url) : htmlWork(options);
}

function htmlWork({ url, head, charset }: BodyOptions): Work {
  const rewriter = new HtmlRewriter({ url, head });
  let decoder: TextDecoder | undefined;
  return {
    async take(bytes, to) {
      decoder ??= textDecoder(charset ?? charsetIn(bytes));
      const text = decoder.decode(bytes, { stream: true });
      for (let at = 0; at < text.length; at += SLICE) {
        await send(to, rewriter.write(text.slice(at, at + SLICE)));
        if (text.length > SLICE) await breathe();
      }
    },
    end: (to) => send(to, rewriter.write(decoder?.decode() ?? '') + rewriter.end()),
  };
}

function cssWork(url: string): Work {
  const decoder = new TextDecoder();
  let css = '';
  return {
    async take(bytes) {
      css += decoder.decode(bytes, { stream: true });
    },
    async end(to) {
      for (const piece of cssPieces(css + decoder.decode(), urlMapper(url))) {
        await send(to, piece);
        await breathe();
      }
    },
  };
}

/** The encoding that the first lines of a page declare. */
const charsetIn = (first: Buffer): string | undefined =>
  /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(
    first.subarray(0, 1024).toString('latin1'),
  )?.[1];

/** A decoder for a label of the Encoding standard; UTF-8 when nobody knows it. */
export function textDecoder(label: string | undefined): TextDecoder {
  try {
    return new TextDecoder(label ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}

async function send(to: ServerResponse, piece: Buffer | string): Promise<void> {
  if (piece.length === 0) return;
  if (to.destroyed) throw new Error('the visitor is gone');
  if (to.write(piece)) return;
  const over = new AbortController();
  try {
    await Promise.race([
      once(to, 'drain', { signal: over.signal }),
      once(to, 'close', { signal: over.signal }),
    ]);
  } finally {
    over.abort();
  }
}
