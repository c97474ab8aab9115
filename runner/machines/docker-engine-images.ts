// How does Docker pull, import and build an image? The images' half of the engine boundary; `images.ts` decides what is built.
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import Docker from 'dockerode';
import { within } from './docker-engine-calls.ts';
import { asEngineError, isMissing } from './docker-errors.ts';
import { EngineError } from './engine.ts';

/** What `images.ts` asks of an engine. All reject with `EngineError`; a failed build carries the last lines of its log. */
export interface ImageStore {
  imageExists(tag: string): Promise<boolean>;
  /** Bytes that the image takes on disk; undefined if it does not exist. */
  imageBytes(tag: string): Promise<number | undefined>;
  /** Pulls `name:tag`; gives up when the registry says nothing for `silenceMs`. */
  pull(reference: string, silenceMs: number, onLine: (line: string) => void): Promise<void>;
  /** Makes an image of a root file system (tar). */
  importRoot(tar: Readable, tag: string, labels: Record<string, string>): Promise<void>;
  /** Builds a Dockerfile with the classic builder; the context is a tar stream. */
  build(
    context: Readable,
    options: { tag: string; labels: Record<string, string>; args: Record<string, string> },
    onLine: (line: string) => void,
  ): Promise<void>;
}

/** Images as a bundle that travels without Internet. All reject with `EngineError`. */
export interface ImageBundles {
  /** A hash of what the image holds and how it starts, the same whichever way an engine keeps its images; undefined if it does not exist. */
  imageId(tag: string): Promise<string | undefined>;
  /** These images as one tar stream, as `load` takes it. */
  save(tags: readonly string[]): Promise<NodeJS.ReadableStream>;
  /** Takes images from such a stream, tags included. */
  load(tar: Readable): Promise<void>;
}

/** Lines of a failed build's log that its error carries. */
const LOG_TAIL_LINES = 25;
/** Milliseconds for a question about an image. */
const QUESTION_MS = 10_000;
/** Milliseconds of silence after which a build is given up: a mirror that hangs, not a slow one. */
const BUILD_SILENCE_MS = 300_000;

interface Report {
  stream?: string;
  status?: string;
  error?: string;
}

/** `socketPath`: of the engine; without it, dockerode's own rules (DOCKER_HOST, then the usual sockets). */
export function createDockerImages(
  options: { socketPath?: string | undefined } = {},
): ImageStore & ImageBundles {
  const docker = new Docker(options.socketPath === undefined ? {} : { socketPath: options.socketPath });

  async function inspect(tag: string) {
    try {
      return await docker.getImage(tag).inspect(within({}, AbortSignal.timeout(QUESTION_MS)));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw asEngineError(error);
    }
  }

  return {
    imageExists: async (tag) => (await inspect(tag)) !== undefined,
    imageBytes: async (tag) => (await inspect(tag))?.Size,
    imageId: async (tag) => contentHash(await inspect(tag)),

    async save(tags) {
      try {
        const names = tags.map((tag) => `names=${encodeURIComponent(tag)}&`).join('');
        const request = {
          // dockerode knows one image at a time, and layers that images share would travel twice. The modem takes the last sign of a path away.
          path: `/images/get?${names}`,
          method: 'GET',
          isStream: true,
          statusCodes: { 200: true, 404: 'no such image', 500: 'server error' },
        };
        return await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
          docker.modem.dial(request, (error: unknown, stream: unknown) => {
            if (error) reject(error);
            else resolve(stream as NodeJS.ReadableStream);
          });
        });
      } catch (error) {
        throw asEngineError(error);
      }
    },

    async load(tar) {
      try {
        await follow(await docker.loadImage(tar), BUILD_SILENCE_MS, () => undefined);
      } catch (error) {
        throw asEngineError(error);
      }
    },

    async pull(reference, silenceMs, onLine) {
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), silenceMs);
      try {
        const stream = await docker.pull(reference, { abortSignal: abort.signal });
        clearTimeout(timer);
        await follow(stream, silenceMs, onLine);
      } catch (error) {
        throw asEngineError(error);
      } finally {
        clearTimeout(timer);
      }
    },

    async importRoot(tar, tag, labels) {
      const [repo, version] = splitTag(tag);
      const changes = Object.entries(labels).map(([key, value]) => `LABEL ${key}=${value}`);
      try {
        const stream = await docker.importImage(tar, { repo, tag: version, changes });
        await follow(stream, BUILD_SILENCE_MS, () => undefined);
      } catch (error) {
        throw asEngineError(error);
      }
    },

    async build(context, { tag, labels, args }, onLine) {
      try {
        const stream = await docker.buildImage(context, {
          t: tag,
          labels,
          buildargs: args,
          forcerm: true,
          // The host's own network: its resolver and its proxies on loopback work as they do for apt on the host.
          networkmode: 'host',
        });
        await follow(stream, BUILD_SILENCE_MS, onLine);
      } catch (error) {
        throw asEngineError(error);
      }
    },
  };
}

/** Its own `Id` will not do: an engine that keeps images in containerd (Docker 29) gives another one to the same image. */
function contentHash(image: Docker.ImageInspectInfo | undefined): string | undefined {
  if (image === undefined) return undefined;
  const { Entrypoint, Cmd, Env, User, WorkingDir } = image.Config;
  const start = [Entrypoint, Cmd, Env, User, WorkingDir].map((one) => one || null);
  const whole = JSON.stringify([image.RootFS.Layers, start]);
  return createHash('sha256').update(whole).digest('hex');
}

function splitTag(tag: string): [string, string] {
  const colon = tag.lastIndexOf(':');
  return [tag.slice(0, colon), tag.slice(colon + 1)];
}

/** Reads the engine's JSON reports to their end; rejects with the log's tail at the first error, or after `silenceMs` without a word. */
function follow(
  stream: NodeJS.ReadableStream,
  silenceMs: number,
  onLine: (line: string) => void,
): Promise<void> {
  const tail: string[] = [];
  let rest = '';
  return new Promise((resolve, reject) => {
    const fail = (kind: 'refused' | 'timeout' | 'down', reason: string) => {
      clearTimeout(timer);
      reject(new EngineError(kind, [...tail, reason].join('\n')));
      if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy();
    };
    const timer = setTimeout(
      () => fail('timeout', `no word from the engine for ${silenceMs / 1000} s`),
      silenceMs,
    );
    const take = (json: string) => {
      if (json.trim() === '') return;
      const report = JSON.parse(json) as Report;
      if (report.error !== undefined) return fail('refused', report.error);
      for (const line of (report.stream ?? report.status ?? '').split('\n')) {
        if (line.trim() === '') continue;
        tail.push(line);
        if (tail.length > LOG_TAIL_LINES) tail.shift();
        onLine(line);
      }
    };
    stream.on('data', (chunk: Buffer) => {
      timer.refresh();
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
    stream.on('end', () => {
      clearTimeout(timer);
      take(rest);
      resolve();
    });
    stream.on('error', (error: Error) => fail('down', error.message));
    stream.on('close', () => fail('down', 'the engine closed the connection'));
  });
}
