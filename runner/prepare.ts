// Are the images and the site ready, without starting anything? For the commands that test, measure, prove and build.
// `prepare.ts images [name…] [--lang fr|en]`, `prepare.ts site [--force] [--lang fr|en]`
import { createDockerImages } from './machines/docker-engine-images.ts';
import { languageSchema } from './protocol/api.ts';
import { prepareImages } from './start/prepare-images.ts';
import { prepareSite } from './start/prepare-site.ts';
import { StartError } from './start/start-error.ts';

const [what, ...rest] = process.argv.slice(2);
const asked = languageSchema.safeParse(rest[rest.indexOf('--lang') + 1]);
const language = asked.success ? asked.data : 'fr';

try {
  const names = rest.filter((word, index) => !word.startsWith('-') && rest[index - 1] !== '--lang');
  if (what === 'images')
    await prepareImages(createDockerImages(), { language, ...(names.length > 0 && { only: names }) });
  else if (what === 'site') await prepareSite({ language, force: rest.includes('--force') });
  else throw new StartError(`prepare.ts takes "images" or "site", not "${what ?? ''}"`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
