// What does a page do whose script or style was lost on the way? It loads itself again, a few times. Chromium breaks off what it loads
// whenever a network interface comes or goes (ERR_NETWORK_CHANGED), and on a computer that runs its own machines each of them brings one.

/** Runs in the page, alone, before anything else: nothing from outside may be used in it. */
function comeAgain(): void {
  const key = 'boite.loads';
  const most = 3;
  let lost = false;
  const again = (): void => {
    try {
      const times = Number(sessionStorage.getItem(key));
      if (times >= most) return;
      sessionStorage.setItem(key, String(times + 1));
      setTimeout(() => location.reload(), 600 * (times + 1));
    } catch {
      // Without memory it might go on for ever.
    }
  };
  const isLost = ({ target }: Event): boolean =>
    target instanceof HTMLScriptElement || (target instanceof HTMLLinkElement && target.rel === 'stylesheet');
  addEventListener(
    'error',
    (event) => {
      if (lost || !isLost(event)) return;
      lost = true;
      again();
    },
    true,
  );
  addEventListener('load', () => {
    try {
      if (!lost) sessionStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  });
}

/** For the head of each page that cannot do without its script. */
export const COME_AGAIN = { tag: 'script' as const, content: `(${comeAgain})()` };
