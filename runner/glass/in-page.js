// What runs inside each page of a lab site, before its own scripts? It keeps addresses made by scripts in the seat's origin, and tells the tab around it where we are.
(() => {
  const { visit, course, cookie } = document.currentScript.dataset;
  const own = location.origin;
  const here = () => /^\/(https?)\/([^/]+)/.exec(location.pathname);
  const site = here();
  const say = (message) => {
    // Only the page that the pane shows speaks; pages framed in it do not.
    if (course && window.parent !== window && window.parent === window.top)
      window.parent.postMessage(message, course);
  };

  /** Path of ours for an address as a page writes it; what is no page of a site stays. */
  const map = (address) => {
    if (address == null || !site) return address;
    let url;
    try {
      url = new URL(address, document.baseURI);
    } catch {
      return address;
    }
    if (!/^https?:$/.test(url.protocol)) return address;
    if (url.origin !== own) {
      // « //name/… » keeps the scheme of the site, which is not that of our origin.
      const scheme = /^\s*[\\/]{2}/.test(address) ? site[1] : url.protocol.slice(0, -1);
      return `${own}/${scheme}/${url.host}${url.pathname}${url.search}${url.hash}`;
    }
    if (/^\/(https?\/|~glass\/)/.test(url.pathname)) return address;
    return `${own}${site[0]}${url.pathname}${url.search}${url.hash}`;
  };
  const mapList = (list) =>
    String(list).replace(/(^|,\s+)([^\s,]+)/g, (_whole, before, address) => before + map(address));

  // Programs that fetch.
  const { fetch: plainFetch, XMLHttpRequest: Xhr, Request: PlainRequest } = window;
  window.Request = new Proxy(PlainRequest, {
    construct: (target, [input, options]) =>
      Reflect.construct(target, [input instanceof PlainRequest ? input : map(input), options]),
  });
  window.fetch = (input, options) => plainFetch(input instanceof PlainRequest ? input : map(input), options);
  const { open } = Xhr.prototype;
  Xhr.prototype.open = function (method, address, ...rest) {
    return open.call(this, method, map(address), ...rest);
  };
  if (navigator.sendBeacon) {
    const beacon = navigator.sendBeacon.bind(navigator);
    navigator.sendBeacon = (address, data) => beacon(map(address), data);
  }
  for (const name of ['EventSource', 'Worker', 'SharedWorker'])
    if (window[name])
      window[name] = new Proxy(window[name], {
        construct: (target, [address, options]) => Reflect.construct(target, [map(address), options]),
      });

  // Elements that programs make.
  const attributes = { src: map, href: map, action: map, poster: map, srcset: mapList, formaction: map };
  const hook = (type, name, change) => {
    const found = type && Object.getOwnPropertyDescriptor(type.prototype, name);
    if (!found?.set) return;
    Object.defineProperty(type.prototype, name, {
      ...found,
      set(value) {
        found.set.call(this, change(value));
      },
    });
  };
  const { HTMLScriptElement: S, HTMLImageElement: I, HTMLLinkElement: L, HTMLAnchorElement: A } = window;
  const { HTMLIFrameElement: F, HTMLFormElement: O, HTMLMediaElement: M, HTMLSourceElement: C } = window;
  for (const type of [S, I, F, M, C]) hook(type, 'src', map);
  for (const type of [I, C]) hook(type, 'srcset', mapList);
  for (const type of [L, A]) hook(type, 'href', map);
  hook(O, 'action', map);
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name, value) {
    const change = attributes[String(name).toLowerCase()];
    return setAttribute.call(this, name, change ? change(value) : value);
  };
  // Markup that came in as text.
  const mend = (element) => {
    for (const name of Object.keys(attributes)) {
      const value = element.getAttribute?.(name);
      if (!value || value.startsWith('#')) continue;
      const mapped = attributes[name](value);
      if (mapped !== value) setAttribute.call(element, name, mapped);
    }
    if (/^_(blank|top|parent)$/.test(element.getAttribute?.('target') ?? ''))
      element.removeAttribute('target');
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element) {
          mend(node);
          for (const inner of node.querySelectorAll('[src],[href],[action],[srcset],[target]')) mend(inner);
        }
  }).observe(document, { childList: true, subtree: true });

  // Where a program sends us.
  window.navigation?.addEventListener('navigate', (event) => {
    const to = map(event.destination.url);
    if (to === event.destination.url || !event.cancelable || event.formData) return;
    event.preventDefault();
    location.assign(to);
  });
  window.open = (address) => {
    const to = address ? map(String(address)) : '';
    // There is one pane: a new window is this one, or none.
    if (!String(to).startsWith(`${own}/`)) return null;
    location.assign(to);
    return window;
  };
  for (const name of ['pushState', 'replaceState']) {
    const plain = history[name];
    history[name] = function (state, title, address) {
      plain.call(this, state, title, map(address));
      const parts = here();
      if (parts) say({ glass: 'address', url: location.href.slice(own.length + 1).replace('/', '://') });
    };
  }

  // Cookies that programs read and write: the seat's jar has them, the browser has none.
  const cookies = new Map(
    (cookie ?? '')
      .split('; ')
      .filter(Boolean)
      .map((one) => [one.split('=')[0], one]),
  );
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    get: () => [...cookies.values()].join('; '),
    set(text) {
      const [pair] = String(text).split(';');
      const name = pair.split('=')[0].trim();
      if (/;\s*(max-age=(0|-)|expires=[^;]*(19\d\d|200\d))/i.test(text)) cookies.delete(name);
      else cookies.set(name, pair.trim());
      plainFetch('/~glass/cookie', { method: 'POST', body: String(text), keepalive: true }).catch(() => {});
    },
  });

  // Browsers that give a framed page no storage throw where programs expect some: theirs lasts as long as the page.
  for (const name of ['localStorage', 'sessionStorage']) {
    try {
      window[name].getItem('');
    } catch {
      const kept = new Map();
      const storage = {
        getItem: (key) => kept.get(String(key)) ?? null,
        setItem: (key, value) => void kept.set(String(key), String(value)),
        removeItem: (key) => void kept.delete(String(key)),
        clear: () => kept.clear(),
        key: (index) => [...kept.keys()][index] ?? null,
        get length() {
          return kept.size;
        },
      };
      Object.defineProperty(window, name, { configurable: true, get: () => storage });
    }
  }

  if (visit) {
    const tell = () => say({ glass: 'page', visit: Number(visit), title: document.title.slice(0, 300) });
    addEventListener('DOMContentLoaded', tell);
    addEventListener('pageshow', (event) => event.persisted && tell());
  }
  if (document.currentScript.hasAttribute('data-enter')) say({ glass: 'enter' });
})();
