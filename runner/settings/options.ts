// Which options does the runner have? One table: flag `--<name>`, variable, example, how its value is read, its sentence in words/.
import {
  oneOf,
  type Parse,
  readAddress,
  readBlock,
  readDomain,
  readPath,
  readPorts,
  readPublicUrl,
  readTitle,
  wholeNumber,
  yesOrNo,
} from './parse.ts';

interface Option {
  env: `BOITE_${string}`;
  /** False: `--yes` alone means yes (`--yes=no` is possible). */
  takesValue: boolean;
  example: string;
  parse: Parse;
  description: `option.${OptionName}`;
}

export type OptionName =
  | 'port'
  | 'host'
  | 'public-url'
  | 'data'
  | 'lang'
  | 'title'
  | 'seats'
  | 'controller'
  | 'keep-days'
  | 'subnet-block'
  | 'internet'
  | 'glass-domain'
  | 'glass-ports'
  | 'docker-socket'
  | 'yes'
  | 'local-shell'
  | 'watch'
  | 'log'
  | 'help';

const option = (
  name: OptionName,
  takesValue: boolean,
  example: string,
  parse: Parse,
): Option & { description: `option.${OptionName}` } => ({
  env: `BOITE_${name.toUpperCase().replaceAll('-', '_')}`,
  takesValue,
  example,
  parse,
  description: `option.${name}`,
});

/** Most seats: a /20 per séance holds 4,094 addresses, and one bridge is unstable beyond 1,000 containers; 200 leaves room for servers. */
const MAX_SEATS = 200;

export const OPTIONS: Record<OptionName, Option> = {
  port: option('port', true, '8017', wholeNumber(1, 65535)),
  host: option('host', true, '127.0.0.1', readAddress),
  'public-url': option('public-url', true, 'https://atelier.exemple.fr', readPublicUrl),
  data: option('data', true, '.data', readPath),
  lang: option('lang', true, 'fr', oneOf(['fr', 'en'], 'settings.not-a-language')),
  title: option('title', true, '"Atelier du mardi"', readTitle),
  seats: option('seats', true, '20', wholeNumber(1, MAX_SEATS)),
  controller: option('controller', true, '"Commune d’Exemple"', readTitle),
  'keep-days': option('keep-days', true, '30', wholeNumber(0, 365)),
  'subnet-block': option('subnet-block', true, '198.18.0.0/15', readBlock),
  internet: option('internet', true, 'no', yesOrNo),
  'glass-domain': option('glass-domain', true, 'glass.atelier.exemple.fr', readDomain),
  'glass-ports': option('glass-ports', true, '8100-8299', readPorts),
  'docker-socket': option('docker-socket', true, '/var/run/docker.sock', readPath),
  yes: option('yes', false, 'yes', yesOrNo),
  'local-shell': option('local-shell', false, 'yes', yesOrNo),
  watch: option('watch', false, 'yes', yesOrNo),
  log: option('log', true, 'file', oneOf(['file', 'stdout'], 'settings.not-a-log')),
  help: option('help', false, 'yes', yesOrNo),
};

export const optionNames = Object.keys(OPTIONS) as OptionName[];
