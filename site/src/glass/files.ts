// How does a file of one's own computer come onto one's machine? Chosen here, sent to the runner, put into a folder of the home.
import { fileReplySchema, MAX_FILE_BYTES } from '#protocol/glass.ts';
import { REQUEST_HEADER } from '#protocol/version.ts';
import { Complaint, field, fold, form, h, submitButton } from '../counters/dom.ts';
import { sentenceFor } from '../terminal/runner-client.ts';
import { fill } from '../words/fill.ts';
import type { GlassWords } from '../words/glass.fr.ts';

const PATIENCE_MS = 90_000;

type Put = { ok: true; path: string } | { ok: false; code: string; retryAfter?: number };

async function put(file: File): Promise<Put> {
  try {
    const response = await fetch(`/api/files?name=${encodeURIComponent(file.name)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', [REQUEST_HEADER]: '1' },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
      body: file,
    });
    const body: unknown = await response.json().catch(() => undefined);
    const reply = fileReplySchema.safeParse(body);
    if (response.ok && reply.success) return { ok: true, path: reply.data.path };
    const error =
      typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : 'no-runner';
    return { ok: false, code: error };
  } catch {
    return { ok: false, code: 'no-answer' };
  }
}

/** The part of the page where a file is chosen and sent. */
export function filesPart(words: GlassWords, failure: Parameters<typeof sentenceFor>[1]): HTMLElement {
  const { files } = words;
  const complaint = new Complaint();
  const voice = h('p', { role: 'status', translate: 'no' });
  const { row, input } = field(files.label, { type: 'file', help: files.help });
  const send = async (): Promise<void> => {
    const file = input.files?.[0];
    voice.textContent = '';
    if (!file) return complaint.show(files.choose, [input]);
    if (file.size > MAX_FILE_BYTES) return complaint.show(files.tooLarge, [input]);
    voice.textContent = fill(files.sending, { name: file.name });
    const answer = await put(file);
    voice.textContent = '';
    if (!answer.ok) return complaint.show(sentenceFor(answer, failure), [input]);
    voice.textContent = fill(files.done, { path: answer.path });
    input.value = '';
  };
  return fold('files', files.title, form(complaint, send, row, submitButton(files.send)), voice);
}
