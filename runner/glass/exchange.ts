// How is one HTTP request put to a site over a connection that is there already, and its answer's head received? Bounded, whatever the site does.
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { GlassError } from './glass-error.ts';
import { ANSWER_MS, MAX_FORM_BYTES, MAX_HEADER_BYTES } from './limits.ts';

export interface Question {
  method: string;
  target: string;
  headers: OutgoingHttpHeaders;
  /** The visitor's own request: its body goes on to the site. */
  body: IncomingMessage;
}

/** Gives the answer, its body unread. The connection ends with it. @throws GlassError */
export function exchange(
  socket: Duplex,
  question: Question,
  limits = { answerMs: ANSWER_MS, formBytes: MAX_FORM_BYTES },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { method, target, body } = question;
    const length = body.headers['content-length'];
    const headers = { ...question.headers };
    if (length !== undefined) headers['content-length'] = length;
    const asked = request({
      // Without an agent: one would make a connection of its own, to this very computer.
      createConnection: () => socket,
      method,
      path: target,
      headers,
      setHost: false,
      maxHeaderSize: MAX_HEADER_BYTES,
    });
    // The dialler gives it paused.
    asked.once('socket', () => socket.resume());
    const fail = (error: GlassError): void => {
      clearTimeout(timer);
      body.unpipe(asked);
      asked.destroy();
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(new GlassError('no-answer')), limits.answerMs);
    asked.on('error', (error: NodeJS.ErrnoException) =>
      fail(new GlassError(codeOf(error), { cause: error })),
    );
    // A change of protocol is nothing that we asked for.
    asked.on('upgrade', () => fail(new GlassError('bad-http')));
    asked.on('response', (answer) => {
      clearTimeout(timer);
      answer.on('error', () => undefined);
      const status = answer.statusCode ?? 0;
      if (status < 200 || status > 599) fail(new GlassError('bad-http'));
      else resolve(answer);
    });
    let sent = 0;
    body.on('data', (bytes: Buffer) => {
      sent += bytes.length;
      if (sent > limits.formBytes) fail(new GlassError('form-too-large'));
    });
    body.on('error', () => fail(new GlassError('no-answer')));
    body.on('aborted', () => fail(new GlassError('no-answer')));
    body.pipe(asked);
  });
}

function codeOf(error: NodeJS.ErrnoException): 'headers-too-large' | 'bad-http' | 'no-answer' {
  if (error.code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large';
  return error.code?.startsWith('HPE_') ? 'bad-http' : 'no-answer';
}
