// What of ours does the engine hold, and how is it removed for good? Only objects with our labels are ever listed or touched (T-32).
import Docker from 'dockerode';
import { asEngineError, isMissing } from './docker-errors.ts';
import { IMAGE_LABEL } from './images.ts';
import { INSTANCE_LABEL } from './labels.ts';

export interface Belonging {
  id: string;
  name: string;
  /** The installation it belongs to; images belong to none, for they are the same for all. */
  instance: string;
}

/** The engine as `npm run purge` sees it. All reject with `EngineError`; removing what is gone is a success. */
export interface Belongings {
  containers(): Promise<Belonging[]>;
  networks(): Promise<Belonging[]>;
  images(): Promise<Belonging[]>;
  /** Containers of everybody, in any state. */
  countAllContainers(): Promise<number>;
  removeContainer(id: string): Promise<void>;
  removeNetwork(id: string): Promise<void>;
  removeImage(id: string): Promise<void>;
}

const QUESTION_MS = 60_000;

/** `socketPath`: of the engine; without it, dockerode's own rules (DOCKER_HOST, then the usual socket). */
export function createDockerBelongings(options: { socketPath?: string } = {}): Belongings {
  const docker = new Docker(options.socketPath === undefined ? {} : { socketPath: options.socketPath });
  const limit = () => ({ abortSignal: AbortSignal.timeout(QUESTION_MS) });
  const ask = async <T>(question: () => Promise<T>): Promise<T> => {
    try {
      return await question();
    } catch (error) {
      throw asEngineError(error);
    }
  };
  const remove = async (removal: () => Promise<unknown>) => {
    try {
      await removal();
    } catch (error) {
      if (!isMissing(error)) throw asEngineError(error);
    }
  };
  const ours = { filters: { label: [INSTANCE_LABEL] } };
  const instanceOf = (labels: Record<string, string> | undefined) => labels?.[INSTANCE_LABEL] ?? '';

  return {
    containers: () =>
      ask(async () =>
        (await docker.listContainers({ all: true, ...ours, ...limit() })).map((found) => ({
          id: found.Id,
          name: (found.Names[0] ?? found.Id).replace(/^\//, ''),
          instance: instanceOf(found.Labels),
        })),
      ),
    networks: () =>
      ask(async () =>
        (await docker.listNetworks({ ...ours, ...limit() })).map((found) => ({
          id: found.Id,
          name: found.Name,
          instance: instanceOf(found.Labels),
        })),
      ),
    images: () =>
      ask(async () =>
        (await docker.listImages({ filters: { label: [IMAGE_LABEL] }, ...limit() })).map((found) => ({
          id: found.Id,
          name: found.RepoTags?.[0] ?? found.Id,
          instance: '',
        })),
      ),
    countAllContainers: () =>
      ask(async () => (await docker.listContainers({ all: true, ...limit() })).length),
    removeContainer: (id) =>
      remove(() => docker.getContainer(id).remove({ force: true, v: true, ...limit() })),
    removeNetwork: (id) => remove(() => docker.getNetwork(id).remove(limit())),
    removeImage: (id) => remove(() => docker.getImage(id).remove({ force: true, ...limit() })),
  };
}
