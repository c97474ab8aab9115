// In which order does everything of one installation leave the engine, and does anything remain? Decides; `Belongings` does.
import type { Belonging, Belongings } from '../machines/docker-engine-purge.ts';

export interface Removal {
  containers: number;
  networks: number;
  images: number;
  /** Names of images that another installation on this engine still needs. */
  imagesInUse: string[];
  /** Names of what is still there after a second look. */
  left: string[];
}

/** Containers removed at a time: each costs the engine about a tenth of a second of a core. */
const AT_ONCE = 4;

/**
 * Removes the containers, then the networks, of one installation, then our images unless another installation has containers that may need them.
 * @param instance undefined: this installation never made anything; only the images are looked at
 */
export async function removeBelongings(
  engine: Belongings,
  instance: string | undefined,
  options: { keepImages: boolean },
): Promise<Removal> {
  const own = (things: Belonging[]) => things.filter((thing) => thing.instance === instance);
  const containers = own(await engine.containers());
  for (let i = 0; i < containers.length; i += AT_ONCE)
    await Promise.all(containers.slice(i, i + AT_ONCE).map(({ id }) => engine.removeContainer(id)));
  const networks = own(await engine.networks());
  for (const { id } of networks) await engine.removeNetwork(id);

  const othersExist = [...(await engine.containers()), ...(await engine.networks())].some(
    (thing) => thing.instance !== instance,
  );
  const images = options.keepImages ? [] : await engine.images();
  if (!othersExist) for (const { id } of images) await engine.removeImage(id);

  const imagesLeft = options.keepImages || othersExist ? [] : await engine.images();
  const left = [...own(await engine.containers()), ...own(await engine.networks()), ...imagesLeft];
  return {
    containers: containers.length,
    networks: networks.length,
    images: othersExist ? 0 : images.length,
    imagesInUse: othersExist ? images.map(({ name }) => name) : [],
    left: left.map(({ name }) => name),
  };
}
