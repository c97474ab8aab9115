// Is every setting read as meant, and every mistake answered by a sentence with its remedy?
import { expect, test } from 'vitest';
import { languageOf, readSettings, type Settings, usage } from '../../../runner/settings.ts';

const facts = { cwd: '/srv/course', addresses: ['127.0.0.1', '::1', '192.168.1.20'] };
const read = (argv: string[], env: Record<string, string> = {}) => readSettings(argv, env, facts);
function settings(argv: string[], env: Record<string, string> = {}): Settings {
  const found = read(argv, env);
  if (Array.isArray(found)) throw new Error(found.map((error) => error.sentence).join('\n'));
  return found;
}
function sentence(argv: string[], env: Record<string, string> = {}): string {
  const found = read(argv, env);
  if (!Array.isArray(found)) throw new Error('expected an error');
  expect(found).toHaveLength(1);
  return found[0]?.sentence ?? '';
}

test('with nothing asked for, a class can be held in the room', () => {
  expect(settings([])).toEqual({
    language: 'fr',
    port: 8017,
    host: '0.0.0.0',
    publicUrl: undefined,
    dataDir: '/srv/course/.data',
    title: 'Boîte à outils du député numérique',
    seats: 40,
    controller: undefined,
    keepDays: 30,
    subnetBlock: '198.18.0.0/15',
    internet: true,
    glassDomain: undefined,
    glassPorts: [8100, 8299],
    dockerSocket: undefined,
    yes: false,
    localShell: false,
    watch: false,
    log: { file: '/srv/course/.data/log' },
    help: false,
  });
});

test('a flag wins over its variable, with a space or with =', () => {
  const env = { BOITE_PORT: '9000', BOITE_SEATS: '12', BOITE_YES: 'OUI' };
  expect(settings(['--port', '9001'], env)).toMatchObject({ port: 9001, seats: 12, yes: true });
  expect(settings(['--port=9002', '--data=../elsewhere'])).toMatchObject({
    port: 9002,
    dataDir: '/srv/elsewhere',
  });
});

test.each(['yes', 'YES', '1', 'true', 'TRUE', 'oui', 'on', 'o'])('%s is yes', (word) => {
  expect(settings([], { BOITE_YES: word }).yes).toBe(true);
});
test.each(['no', '0', 'False', 'non', 'off'])('%s is no', (word) => {
  expect(settings([`--yes=${word}`]).yes).toBe(false);
});

test('the language follows the system, French when it says nothing', () => {
  const of = (env: Record<string, string>) => languageOf(env);
  expect([of({}), of({ LANG: 'C.UTF-8' }), of({ LANG: 'fr_FR.UTF-8' }), of({ LANG: '' })]).toEqual([
    'fr',
    'fr',
    'fr',
    'fr',
  ]);
  expect([of({ LANG: 'en_GB.UTF-8' }), of({ LANG: 'fr_FR', LC_ALL: 'en_US' })]).toEqual(['en', 'en']);
  expect(settings(['--lang', 'en']).title).toBe('The digital deputy’s toolbox');
});

test.each([
  [['--prot', '80'], /« --prot » n’existe pas.*« --port »/],
  [['--zzzzzzzz'], /« --zzzzzzzz » n’existe pas\. La liste/],
  [['-p', '80'], /« -p » n’existe pas/],
  [['start'], /Le mot « start »/],
  [['--port', '80', '--port', '81'], /« --port » est donnée deux fois/],
  [['--port'], /« --port » attend une valeur, par exemple : --port 8017/],
  [['--port', '--yes'], /« --port » attend une valeur/],
  [['--port='], /« --port » attend une valeur/],
  [['--port', '0'], /de 1 à 65535, sans unité ; reçu : « 0 »/],
  [['--port', '-1'], /reçu : « -1 »/],
  [['--port', '99999'], /reçu : « 99999 »/],
  [['--port', '8017tcp'], /reçu : « 8017tcp »/],
  [['--port', '8e3'], /reçu : « 8e3 »/],
  [['--port', '0x50'], /reçu : « 0x50 »/],
  [['--seats', '0'], /de 1 à 200/],
  [['--seats', 'abc'], /« abc »/],
  [['--seats', '1e6'], /« 1e6 »/],
  [['--seats', '12 bananas'], /« 12 bananas »/],
  [['--lang', 'de'], /une langue parmi : fr, en/],
  [['--yes=peut-être'], /attend oui ou non/],
  [['--host', 'example.com'], /adresse IP de cette machine/],
  [['--host', '192.168.1.99'], /n’est pas celle de cette machine\. Les siennes : 127/],
  [['--public-url', 'atelier.exemple.fr'], /adresse complète/],
  [['--public-url', 'https://atelier.exemple.fr/cours'], /sans chemin/],
  [['--public-url', 'ftp://atelier.exemple.fr'], /adresse complète/],
  [['--public-url', 'https://a:b@atelier.exemple.fr'], /adresse complète/],
  [['--subnet-block', '198.18.0.0'], /bloc d’adresses/],
  [['--subnet-block', '198.18.1.0/15'], /bloc d’adresses/],
  [['--subnet-block', '198.18.0.0/24'], /bloc d’adresses/],
  [['--subnet-block', '300.0.0.0/8'], /bloc d’adresses/],
  [['--title', ' '], /titre de 1 à 80/],
  [['--title', 'a\u001b[2J'], /titre de 1 à 80/],
  [['--log', 'syslog'], /« file » ou « stdout »/],
  [['--data', '  '], /chemin de fichier/],
] as [string[], RegExp][])('%j is a mistake with a remedy', (argv, expected) => {
  expect(sentence(argv).replace(/[\u00a0\u202f]/g, ' ')).toMatch(expected);
});

test.each([
  [{ BOITE_PROT: '80' }, /« BOITE_PROT » n’existe pas.*« BOITE_PORT »/],
  [{ BOITE_PORT: '' }, /« BOITE_PORT » est vide : retirez-la/],
  [{ DOCKER_HOST: 'tcp://10.0.0.1:2375' }, /seul un moteur de cette machine/],
  [{ DOCKER_HOST: 'ssh://root@host' }, /seul un moteur de cette machine/],
] as [Record<string, string>, RegExp][])('%j is a mistake with a remedy', (env, expected) => {
  expect(sentence([], env).replace(/[\u00a0\u202f]/g, ' ')).toMatch(expected);
});

test('the engine is the one of DOCKER_HOST when it is a socket of this machine', () => {
  expect(settings([], { DOCKER_HOST: 'unix:///run/user/1000/docker.sock' }).dockerSocket).toBe(
    '/run/user/1000/docker.sock',
  );
  expect(settings([], { DOCKER_HOST: '' }).dockerSocket).toBeUndefined();
  expect(settings(['--docker-socket', 'd.sock']).dockerSocket).toBe('/srv/course/d.sock');
});

test('a shell of the author’s own machine is offered on loopback and nowhere else', () => {
  expect(settings(['--local-shell']).host).toBe('127.0.0.1');
  expect(sentence(['--local-shell', '--host', '0.0.0.0'])).toContain('127.0.0.1');
  expect(sentence(['--local-shell', '--host', '192.168.1.20'])).toContain('--host');
  expect(sentence(['--local-shell'], { BOITE_PUBLIC_URL: 'https://atelier.exemple.fr' })).toContain(
    'BOITE_PUBLIC_URL',
  );
});

test('every mistake is told at once, in the language asked for', () => {
  const found = read(['--lang', 'en', '--port', '0', '--seats', 'x', '--prot', '1']);
  expect(Array.isArray(found) && found.map((error) => error.name).sort()).toEqual([
    '--port',
    '--prot',
    '--seats',
  ]);
  expect(Array.isArray(found) && found.every((error) => /expects|no option/.test(error.sentence))).toBe(true);
});

test('a megabyte of flag is answered short, and a variable of others is none of our business', () => {
  expect(sentence([`--${'x'.repeat(2 ** 20)}`]).length).toBeLessThan(300);
  expect(settings([], { PORT: 'x', HTTP_PROXY: 'http://proxy.invalid', PATH: '' }).port).toBe(8017);
});

test('--help lists every option with its variable, in both languages', () => {
  for (const language of ['fr', 'en'] as const) {
    expect(usage(language).match(/\[BOITE_[A-Z_]+\]/g)).toHaveLength(19);
    expect(usage(language)).not.toContain('undefined');
  }
});
