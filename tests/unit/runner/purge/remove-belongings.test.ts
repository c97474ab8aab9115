// Does a purge take everything of one installation, nothing of anybody else, and say truly what is left?
import { expect, test } from 'vitest';
import type { Belonging, Belongings } from '../../../../runner/machines/docker-engine-purge.ts';
import { removeBelongings } from '../../../../runner/purge/remove-belongings.ts';

function engineWith(initial: {
  containers: Belonging[];
  networks: Belonging[];
  images: Belonging[];
  stubborn?: string;
}) {
  const held = { ...initial };
  const remove = (kind: 'containers' | 'networks' | 'images') => async (id: string) => {
    if (id !== initial.stubborn) held[kind] = held[kind].filter((thing) => thing.id !== id);
  };
  const engine: Belongings = {
    containers: async () => held.containers,
    networks: async () => held.networks,
    images: async () => held.images,
    countAllContainers: async () => held.containers.length,
    removeContainer: remove('containers'),
    removeNetwork: remove('networks'),
    removeImage: remove('images'),
  };
  return { engine, held };
}

const thing = (id: string, instance: string): Belonging => ({ id, name: `name-${id}`, instance });
const image = thing('i1', '');

test('everything of ours goes', async () => {
  const { engine, held } = engineWith({
    containers: Array.from({ length: 9 }, (_, index) => thing(`c${index}`, 'ours')),
    networks: [thing('n1', 'ours')],
    images: [image],
  });
  expect(await removeBelongings(engine, 'ours', { keepImages: false })).toEqual({
    containers: 9,
    networks: 1,
    images: 1,
    imagesInUse: [],
    left: [],
  });
  expect(held).toMatchObject({ containers: [], networks: [], images: [] });
});

test('another installation keeps its containers, its networks and the images that both use', async () => {
  const { engine, held } = engineWith({
    containers: [thing('c1', 'ours'), thing('c2', 'theirs')],
    networks: [thing('n1', 'ours'), thing('n2', 'theirs')],
    images: [image],
  });
  const removal = await removeBelongings(engine, 'ours', { keepImages: false });
  expect(held.containers.map(({ id }) => id)).toEqual(['c2']);
  expect(held.networks.map(({ id }) => id)).toEqual(['n2']);
  expect(held.images).toEqual([image]);
  expect(removal).toMatchObject({ images: 0, imagesInUse: ['name-i1'], left: [] });
});

test('--keep-images keeps them', async () => {
  const { engine, held } = engineWith({ containers: [], networks: [], images: [image] });
  expect(await removeBelongings(engine, 'ours', { keepImages: true })).toMatchObject({ images: 0, left: [] });
  expect(held.images).toEqual([image]);
});

test('what did not go is named', async () => {
  const { engine } = engineWith({
    containers: [thing('c1', 'ours')],
    networks: [],
    images: [],
    stubborn: 'c1',
  });
  expect((await removeBelongings(engine, 'ours', { keepImages: false })).left).toEqual(['name-c1']);
});

test('an installation that never ran touches no container', async () => {
  const { engine, held } = engineWith({
    containers: [thing('c1', 'theirs'), thing('c2', '')],
    networks: [],
    images: [],
  });
  await removeBelongings(engine, undefined, { keepImages: false });
  expect(held.containers).toHaveLength(2);
});
