// How is the site built? Static pages into .data/site; in development it also passes /api and /ws on to the runner.
import type { ClientRequest, IncomingMessage } from 'node:http';
import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import type { AstroIntegration } from 'astro';
import { defineConfig } from 'astro/config';
import type { ProxyOptions } from 'vite';
import { outline } from '../course/outline.ts';
import { keepTogetherInLessons } from './src/build/keep-together.ts';

const RUNNER = `http://127.0.0.1:${process.env.BOITE_PORT ?? '8017'}`;

/**
 * The runner answers its own host and origin only: the development server, on loopback, speaks in the runner's name for its own pages.
 * The page of another site keeps its Origin, and is refused.
 */
const toRunner: ProxyOptions = {
  target: RUNNER,
  changeOrigin: true,
  configure(proxy) {
    const inItsName = (request: ClientRequest, { headers }: IncomingMessage) => {
      if (headers.origin === `http://${headers.host}`) request.setHeader('origin', RUNNER);
    };
    proxy.on('proxyReq', inItsName);
    proxy.on('proxyReqWs', inItsName);
  },
};

const sidebar = outline.map((module) => ({
  label: module.title.fr,
  translations: { en: module.title.en },
  // The module that one reads stands open by itself.
  collapsed: true,
  items: module.lessons.map((lesson) => ({ slug: `${module.module}/${lesson}` })),
}));

/** In development Astro would answer 404 to `/api/join` (no slash at its end) before the proxy sees it. */
const letApiPass: AstroIntegration = {
  name: 'let-api-pass',
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      if (command === 'dev') updateConfig({ trailingSlash: 'ignore' });
    },
  },
};

export default defineConfig({
  output: 'static',
  outDir: '../.data/site',
  cacheDir: '../.data/astro-cache',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Inline style sheets and scripts would each need a hash in the runner's Content-Security-Policy.
  build: { inlineStylesheets: 'never' },
  // Curly quotes and dashes would change commands (`ls --all`); authors write typographic signs themselves.
  markdown: {
    processor: satteri({ features: { smartPunctuation: false }, hastPlugins: [keepTogetherInLessons] }),
  },
  integrations: [
    letApiPass,
    starlight({
      title: { fr: 'La boîte à outils du député numérique', en: 'The Digital Deputy’s Toolbox' },
      defaultLocale: 'root',
      locales: { root: { label: 'Français', lang: 'fr' }, en: { label: 'English', lang: 'en' } },
      favicon: '/favicon.svg',
      sidebar,
      credits: false,
      disable404Route: true,
      pagination: true,
      routeMiddleware: './src/route-data.ts',
      // Astro cuts the style into pieces and may serve Starlight's layers in another order than declared.
      head: [{ tag: 'link', attrs: { rel: 'stylesheet', href: '/layers.css' } }],
      customCss: [
        '@fontsource-variable/source-sans-3/wght.css',
        '@fontsource-variable/source-serif-4/wght.css',
        './src/style/theme.css',
        './src/style/furniture.css',
        './src/style/lesson.css',
        './src/style/course.css',
        './src/style/panel.css',
        './src/style/recording.css',
        './src/style/comfort.css',
        './src/style/pages.css',
        './src/style/course-pages.css',
        './src/style/print.css',
        './src/style/trainer.css',
      ],
      components: {
        Header: './src/furniture/Header.astro',
        Footer: './src/furniture/Footer.astro',
        PageTitle: './src/furniture/PageTitle.astro',
        TwoColumnContent: './src/furniture/TwoColumnContent.astro',
      },
      expressiveCode: { themes: ['github-dark-default', 'github-light-default'] },
    }),
  ],
  vite: {
    // By the command line, not by MODE: a variable of that name in the environment would win.
    // CommonJS: Node loads it itself, in development, too.
    ssr: { external: ['@xterm/headless'] },
    define: { __READ_ALONE__: JSON.stringify(process.argv.includes('alone')) },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks each MDX page with a directive that the bundler warns about at each build; nothing is lost by it.
        checks: { moduleLevelDirective: false },
        output: { codeSplitting: { groups: [{ name: 'xterm', test: /node_modules[\\/]@xterm[\\/]/ }] } },
      },
    },
    server: {
      // Not '..': the dev server would then serve any file of the repository.
      fs: {
        allow: [
          ...[
            '.',
            '../runner/protocol',
            '../labs',
            '../course',
            '../node_modules',
            '../.data/astro-cache',
            '../.data/recordings',
          ],
          // The registry's and the zones' sentences.
          ...['../runner/internet/registry', '../runner/internet/zone'],
        ],
      },
      proxy: { '/api': toRunner, '/ws': { ...toRunner, ws: true } },
    },
  },
});
