// Is the French set as a French reader expects, and does no word shame anybody? Patterns, each with what to write instead.

export interface Flaw {
  pattern: RegExp;
  say: string;
}

const CAPITALS =
  'Etat|Etats|Ecole|Elu|Elue|Elus|Elues|Etape|Etapes|Evalu\\p{L}+|Ecri[rtv]\\p{L}*|Egal\\p{L}*|Electr\\p{L}+|Equip\\p{L}+|Equilibr\\p{L}+|Edit[ei]\\p{L}+|Echang\\p{L}+|Evit\\p{L}+|Evid\\p{L}+|Energi\\p{L}+|Econom\\p{L}+|Etud\\p{L}+|Election\\p{L}*|Etabli\\p{L}*|Ecran\\p{L}*|Ecout\\p{L}+|Evénement\\p{L}*|Ecart\\p{L}*|Etre|Etei\\p{L}+|Epoque|Ile|Iles|Ca';

/** In French prose; tags and code are blanked before. */
export const FRENCH: readonly Flaw[] = [
  {
    pattern: /[^\s\u00a0\u202f] [;!?](?=\s|$|[)\]*_<\u00a0\u202f])/gu,
    say: 'a narrow no-break space goes before ; ! ?',
  },
  { pattern: /[\p{L}»)][;!?](?=\s|$)/gu, say: 'a narrow no-break space is missing before ; ! ?' },
  { pattern: /[\p{L}\d»)*_] :(?=\s|$)/gu, say: 'a no-break space goes before :' },
  { pattern: /[\p{L}»):]\p{L}*:(?=\s|$)/gu, say: 'a no-break space is missing before :' },
  { pattern: /«(?![\u00a0\u202f])/gu, say: 'a no-break space follows «' },
  { pattern: /(?<![\u00a0\u202f])»/gu, say: 'a no-break space goes before »' },
  { pattern: /\p{L}'\p{L}/gu, say: 'the apostrophe is ’' },
  { pattern: /"/g, say: 'quotes are « »' },
  { pattern: /\.\.\./g, say: 'the ellipsis is …' },
  { pattern: new RegExp(`(?<![\\p{L}-])(?:${CAPITALS})(?![\\p{L}-])`, 'gu'), say: 'capitals carry accents' },
  {
    pattern: /(?<=^|[.!?…] |« )A (?=(?:la|le|l’|un|une|quoi|qui|chaque|partir|vous|votre)\b)/gmu,
    say: 'capitals carry accents: À',
  },
  { pattern: /(?<!\p{L})(?:[Cc]oeur|[Oo]euvre|[Vv]oeu|[Nn]oeud|[Ss]oeur)/gu, say: 'œ is one letter' },
];

export const FORBIDDEN: Record<'fr' | 'en', readonly Flaw[]> = {
  fr: [
    {
      pattern:
        /(?<![\p{L}«]\u00a0?)(?:simplement|il (?:vous )?suffit d(?:e|’)|facile(?:s|ment)?|évidemment|trivial\p{L}*)(?!\p{L})/giu,
      say: 'what is easy for one reader shames another',
    },
  ],
  en: [
    {
      pattern: /(?<![\p{L}“])(?:simply|obviously|easy|easily|trivial\p{L}*)(?!\p{L})/giu,
      say: 'what is easy for one reader shames another',
    },
  ],
};

export const ENGLISH: readonly Flaw[] = [
  { pattern: /\p{L}'\p{L}/gu, say: 'the apostrophe is ’' },
  { pattern: /\.\.\./g, say: 'the ellipsis is …' },
];

const withoutTags = (text: string): string =>
  text
    .replace(/<[A-Za-z/][^>]*>/g, (tag) =>
      // What a tag says to the reader stays.
      tag.replace(/\b(ask|why|title)="([^"]*)"|[^\n]/g, (all, name?: string, said?: string) =>
        name === undefined
          ? ' '
          : ` ${' '.repeat(name.length + 1)}${said}${' '.repeat(all.length - name.length - 2 - (said?.length ?? 0))}`,
      ),
    )
    .replace(/<[A-Za-z/][\s\S]*?>/g, (tag) => tag.replace(/[^\n]/g, ' '));

/** `file:line what is found (what to write)` for each flaw. `text`: prose with its lines in place. */
export function flawsIn(file: string, text: string, flaws: readonly Flaw[]): string[] {
  return withoutTags(text)
    .split('\n')
    .flatMap((line, index) =>
      flaws.flatMap(({ pattern, say }) =>
        [...line.matchAll(pattern)].map(
          ({ 0: found, index: at }) =>
            `${file}:${index + 1} « ${line.slice(Math.max(0, at - 12), at + found.length + 6).trim()} » : ${say}`,
        ),
      ),
    );
}
