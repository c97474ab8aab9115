// In a real browser: is a site of the small Internet whole in the tab « Navigateur », and is the course out of its reach (T-20)?
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GlassUnderTest } from '../wire/glass-support.ts';
import { faultsInEveryLook } from './axe.ts';
import { openGlassStage } from './glass-stage.ts';
import { eventually, openChromium, straysOf } from './support.ts';

let under: GlassUnderTest;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const heard: string[] = [];
const warnings: string[] = [];

/** A site as people make them: a page framed in it, absolute links, a form, a script that asks its own server, a style sheet, markup that comes later. */
const SITE = `<!doctype html><html lang="fr"><head><title>Chez Camille</title><link rel="stylesheet" href="http://camille-exemple.fr/s.css"></head>
<body><h1>Bienvenue</h1><p id="later"></p><p id="answer"></p>
<a href="http://camille-exemple.fr/contact" target="_blank">Contact</a>
<iframe src="/framed" title="cadre"></iframe><form method="post" action="http://camille-exemple.fr/form"><input name="who" aria-label="Qui"><button>Envoyer</button></form>
<script>
  fetch('http://camille-exemple.fr/api', { headers: { 'x-own': '1' } }).then((r) => r.text()).then((t) => { answer.textContent = t; });
  const x = new XMLHttpRequest(); x.open('GET', '/xhr'); x.onload = () => { answer.dataset.xhr = x.responseText; }; x.send();
  document.cookie = 'seen=1; path=/';
  later.innerHTML = '<a id="made" href="http://camille-exemple.fr/made">fait</a>';
</script></body></html>`;

/** Everything that a page should not be able to do; each deed says what came of it. */
const HOSTILE = `<!doctype html><html lang="fr"><head><title>Piège</title></head><body><h1>Piège</h1><script>
const deeds = {
  ownCookie: () => document.cookie,
  realCookie: () => { const f = document.createElement('iframe'); document.body.append(f); return f.contentDocument.cookie; },
  overwrite: () => { const f = document.createElement('iframe'); document.body.append(f);
    for (const name of ['boite_seat', 'boite_trainer']) f.contentDocument.cookie = name + '=evil; path=/';
    for (let i = 0; i < 400; i++) f.contentDocument.cookie = 'fill' + i + '=1; path=/';
    return 'done'; },
  parentDocument: () => String(parent.document.body.innerHTML),
  topStorage: () => String(top.localStorage),
  topLocation: () => { top.location = 'http://camille-exemple.fr/'; return 'moved'; },
  popup: () => { const w = window.open('about:blank', 'x'); return w === window || w === null ? 'none' : 'opened'; },
  worker: () => navigator.serviceWorker.register('/http/mechant-exemple.fr/sw.js').then(() => 'registered'),
  course: () => { const f = document.createElement('iframe'); document.body.append(f);
    return f.contentWindow.fetch(COURSE + '/api/me', { credentials: 'include' }).then((r) => r.text()); },
  storage: () => { localStorage.setItem('a', 'b'); return localStorage.getItem('a'); },
  courseFrame: () => new Promise((done) => { const f = document.createElement('iframe'); f.src = COURSE + '/'; f.onload = () => done('loaded ' + (() => { try { return f.contentDocument.title } catch (e) { return e.name } })()); document.body.append(f); setTimeout(() => done('nothing'), 1500); }),
  foreign: () => new Promise((done) => { const i = new Image(); i.onload = () => done('loaded'); i.onerror = () => done('refused'); i.src = 'data:'; const n = new Image(); n.onerror = () => done('refused'); Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src').set.call(n, 'http://dehors.exemple/x.png'); }),
};
(async () => {
  const said = {};
  for (const [name, deed] of Object.entries(deeds))
    said[name] = await Promise.resolve().then(deed).catch((e) => e.name);
  const p = document.createElement('pre'); p.id = 'said'; p.textContent = JSON.stringify(said); document.body.append(p);
})();
</script></body></html>`;

beforeAll(async () => {
  under = await openGlassStage();
  await under.site('camille-exemple.fr', async (request, response) => {
    let body = '';
    for await (const bytes of request) body += String(bytes);
    heard.push(`${request.method} ${request.url} ${body}`.trim());
    const html = { 'content-type': 'text/html; charset=utf-8' };
    if (request.url === '/s.css')
      response.writeHead(200, { 'content-type': 'text/css' }).end('h1 { color: rgb(1, 2, 3) }');
    else if (request.url === '/api') response.end(`own=${request.headers['x-own']}`);
    else if (request.url === '/xhr') response.end('xhr');
    else if (request.url === '/form') response.writeHead(303, { location: '/thanks' }).end();
    else if (request.url === '/') response.writeHead(200, html).end(SITE);
    else
      response
        .writeHead(200, html)
        .end(`<title>T</title><h1>${request.url}</h1><p id="cookie">${request.headers.cookie ?? ''}</p>`);
  });
  await under.site('mechant-exemple.fr', (_request, response) =>
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'service-worker-allowed': '/',
        'set-cookie': 'boite_seat=evil; Path=/',
      })
      .end(HOSTILE.replaceAll('COURSE', JSON.stringify(under.server.origin))),
  );
  browser = await openChromium();
  context = await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: 'fr-FR' });
  const [name = '', value = ''] = (await under.server.join('Camille')).split('=');
  await context.addCookies([{ name, value, url: under.server.origin, httpOnly: true, sameSite: 'Strict' }]);
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  // Chromium may still be looking at its network, and then breaks off what it has begun.
  await eventually(async () => void (await page.goto(`${under.server.origin}/`)));
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
});
afterAll(async () => {
  await browser?.close();
  await under?.[Symbol.asyncDispose]();
});

/** What just happened, with plain spaces. */
const told = async () =>
  ((await page.locator('.glass-what').textContent()) ?? '').replace(/[\u00a0\u202f]/g, ' ');
const address = () => page.locator('.glass-address');
const visit = async (url: string): Promise<void> => {
  await address().fill(url);
  await address().press('Enter');
};
const inside = (): Frame => {
  const frame = page.frames().find((one) => one.url().includes('.localhost'));
  if (!frame) throw new Error('no page');
  return frame;
};
const shows = (text: string) =>
  eventually(async () => expect(await inside().locator('h1').first().textContent()).toBe(text));

describe('a site', () => {
  test('comes by its name, whole, and what happened stands beside it', async () => {
    await visit('camille-exemple.fr');
    await shows('Bienvenue');
    await eventually(async () => {
      expect(await inside().locator('#answer').textContent()).toBe('own=1');
      expect(await inside().locator('#answer').getAttribute('data-xhr')).toBe('xhr');
      expect(await inside().locator('#made').getAttribute('href')).toContain('/http/camille-exemple.fr/made');
    });
    expect(
      await inside()
        .locator('h1')
        .evaluate((one) => getComputedStyle(one).color),
    ).toBe('rgb(1, 2, 3)');
    await eventually(async () => expect(await address().inputValue()).toBe('http://camille-exemple.fr/'));
    const facts = await told();
    for (const fact of ['camille-exemple.fr → 198.18.0.80', 'port 80', 'GET → 200', 'aucun (http)'])
      expect(facts).toContain(fact);
    expect(await page.locator('.glass-lock').getAttribute('aria-label')).toBe(
      'Connexion non chiffrée (http)',
    );
  });

  test('a link for a new window stays in the pane; back and forward go along the trail', async () => {
    await inside().locator('a', { hasText: 'Contact' }).click();
    await shows('/contact');
    await eventually(async () =>
      expect(await address().inputValue()).toBe('http://camille-exemple.fr/contact'),
    );
    await page.getByRole('button', { name: 'Page précédente' }).click();
    await shows('Bienvenue');
    await page.getByRole('button', { name: 'Page suivante' }).click();
    await shows('/contact');
  });

  test('a form is sent and its redirection followed; a cookie that a script set comes along', async () => {
    await visit('camille-exemple.fr');
    await shows('Bienvenue');
    await inside().locator('[name="who"]').fill('Zoé');
    await inside().locator('button').click();
    await shows('/thanks');
    expect(heard).toContain('POST /form who=Zo%C3%A9');
    expect(await inside().locator('#cookie').textContent()).toBe('seen=1');
    await eventually(async () => expect(await told()).toContain('303 : http://camille-exemple.fr/form'));
  });

  test('a name that does not exist is a page that teaches, at the keyboard', async () => {
    await page.keyboard.press('Escape');
    await address().focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('rien-exemple.fr');
    await page.keyboard.press('Enter');
    await shows('rien-exemple.fr n’existe pas');
    await eventually(async () => expect(await told()).toContain('Arrêt : ce nom n’existe pas.'));
  });
});

describe('a hostile site', () => {
  let said: Record<string, string>;
  beforeAll(async () => {
    await visit('mechant-exemple.fr');
    await shows('Piège');
    await eventually(async () => {
      said = JSON.parse((await inside().locator('#said').textContent({ timeout: 500 })) ?? '') as typeof said;
    });
  });

  test('reads no cookie of ours, neither through the page nor behind it', () => {
    expect(said.ownCookie).toBe('boite_seat=evil');
    expect(said.realCookie).toBe('');
  });

  test('displaces none: the seat and its browser still know each other after 400 cookies', async () => {
    expect(said.overwrite).toBe('done');
    expect(await page.evaluate(async () => (await fetch('/api/me')).status)).toBe(200);
    await visit('camille-exemple.fr/again');
    await shows('/again');
  });

  test('reaches neither the page around it nor the course', () => {
    expect(said.parentDocument).toBe('SecurityError');
    expect(said.topStorage).toBe('SecurityError');
    expect(said.topLocation).toBe('SecurityError');
    expect(said.popup).toBe('none');
    expect(said.course).toBe('TypeError');
    expect(said.courseFrame).not.toContain('Navigateur');
    expect(page.url()).toBe(`${under.server.origin}/`);
  });

  test('installs no worker, and nothing is asked of the real Internet', () => {
    expect(said.worker).not.toBe('registered');
    expect(said.foreign).toBe('refused');
    expect(said.storage).toBe('b');
    expect(straysOf(browser).filter((host) => host.includes('exemple'))).toEqual([]);
  });
});

describe('the tab', () => {
  test('is readable by everybody, with a page and without, on a telephone, too', async () => {
    await visit('camille-exemple.fr');
    await shows('Bienvenue');
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.getByRole('button', { name: 'Accueil' }).click();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  test('gives browsers nothing to warn of', () => {
    expect(warnings).toEqual([]);
  });

  test('puts a file on one’s machine', async () => {
    await page.locator('summary', { hasText: 'Déposer un fichier' }).click();
    await page
      .getByLabel('Fichier')
      .setInputFiles({ name: 'Ma photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('photo') });
    await page.getByRole('button', { name: 'Déposer' }).click();
    await eventually(async () => {
      expect(under.server.files.at(-1)?.bytes.toString()).toBe('photo');
      expect(await page.locator('.glass-home').textContent()).toContain('Téléversements');
    });
  });
});
