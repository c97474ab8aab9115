// Does the trainer find on one screen all that a class needs to begin?
import { expect, test } from 'vitest';
import { type BannerFacts, renderBanner } from '../../../../runner/start/banner.ts';

const facts: BannerFacts = {
  language: 'fr',
  title: 'Atelier du mardi',
  port: 8017,
  origins: ['http://192.0.2.7:8017', 'http://192.0.2.8:8017'],
  here: 'http://localhost:8017',
  loopbackOnly: false,
  joinCode: 'abeille brioche cactus douceur',
  joinLink: 'http://192.0.2.7:8017/rejoindre/#abeille',
  trainerLink: 'http://localhost:8017/formateur/#token',
};

test('address, code, one-time link, how to stop, how to remove, what to check', async () => {
  const text = await renderBanner(facts, { columns: undefined });
  for (const expected of [
    'Atelier du mardi',
    'http://192.0.2.7:8017/',
    'http://192.0.2.8:8017/',
    'http://localhost:8017/',
    'abeille brioche cactus douceur',
    'http://localhost:8017/formateur/#token',
    'Ctrl-C',
    'npm run purge',
    'pare-feu',
    'Sans https',
  ])
    expect(text).toContain(expected);
});

test('a QR code that the screen would break is not drawn', async () => {
  const wide = await renderBanner(facts, { columns: 100 });
  const narrow = await renderBanner(facts, { columns: 20 });
  expect(wide).toContain('▄');
  expect(narrow).not.toContain('▄');
  expect(narrow).toContain(facts.joinCode);
});

test('a log gets no control characters', async () => {
  expect(await renderBanner(facts, { columns: undefined })).not.toContain('\u001b');
});

test('listening on this machine only, or without a network card, is said with what to do', async () => {
  const alone = await renderBanner({ ...facts, origins: [], loopbackOnly: true }, { columns: 80 });
  expect(alone).toContain('--host 0.0.0.0');
  const unplugged = await renderBanner({ ...facts, origins: [] }, { columns: 80 });
  expect(unplugged).toContain('réseau de la salle');
});

test('an address that is also the trainees’ own is said once', async () => {
  const only = 'http://192.0.2.7:8017';
  const text = await renderBanner(
    { ...facts, origins: [only], here: only, trainerLink: `${only}/formateur/#token` },
    { columns: 80 },
  );
  expect(text.split(`${only}/\n`)).toHaveLength(2);
  expect(text).not.toContain('localhost');
});

test('behind https nobody is warned of the clear text', async () => {
  const text = await renderBanner({ ...facts, origins: ['https://atelier.exemple.fr'] }, { columns: 80 });
  expect(text).not.toContain('Sans https');
});
