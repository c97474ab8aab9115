// Which labs have a recording? What `npm run prove` wrote into .data/recordings, copied into the site under a name of its own.
import type { Language } from '#protocol/api.ts';

const texts = import.meta.glob<string>('../../../.data/recordings/*/*.cast', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const addresses = import.meta.glob<string>('../../../.data/recordings/*/*.cast', {
  query: '?url',
  import: 'default',
  eager: true,
});

export interface Recording {
  /** Address in the site. */
  href: string;
  /** The asciicast itself. */
  text: string;
  /** Language that the recorded machine spoke. */
  language: Language;
}

/** The recording of a lab's proof, in this language or in French; undefined while nobody has proved the lab here. */
export function recordingOf(lab: string, language: Language): Recording | undefined {
  for (const spoken of [language, 'fr'] as const) {
    const path = Object.keys(texts).find((one) => one.endsWith(`/${lab}/${spoken}.cast`));
    const text = path === undefined ? undefined : texts[path];
    const href = path === undefined ? undefined : addresses[path];
    if (text !== undefined && href !== undefined) return { href, text, language: spoken };
  }
  return undefined;
}
