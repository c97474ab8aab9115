// Does every claim with a date, a sum or a share say where it comes from?
import { LANGUAGES } from '../../protocol/api.ts';
import type { Check } from './course-files.ts';
import { blocksOf, plainOf } from './prose.ts';

/** Where a reader checks what was learnt, nothing new is claimed. */
const REPEATS = ['Question', 'Choice', 'KeyPoints', 'Checklist', 'BeforeFriday', 'Resident', 'Mind', 'Step'];
const DATED =
  /(?<![\d.,/-])(?:19[6-9]\d|20[0-4]\d)(?![\d.,/-]*\d)|\d[\d\u00a0\u202f ,.]*\s?(?:€|%|M€|milliards?|millions?)/u;

/** Paragraphs of a lesson's file that claim such a thing and name no source, with the claim as written. */
export function claimsWithoutSource(file: string): { line: number; claim: string }[] {
  return blocksOf(file)
    .filter(({ kind, inside }) => kind !== 'heading' && !inside.some((tag) => REPEATS.includes(tag)))
    .flatMap(({ line, raw }) => {
      const claim = DATED.exec(plainOf(raw))?.[0];
      return claim === undefined || /<Source\b/.test(raw) ? [] : [{ line, claim: claim.trim() }];
    });
}

/** Lessons of the course's own languages; how a contributor's guide counts is nobody's claim. */
export const checkClaims: Check = ({ lessons }) =>
  lessons
    .filter(({ language, name }) => LANGUAGES.includes(language) && !name.startsWith('contribuer/'))
    .flatMap(({ path, text }) =>
      claimsWithoutSource(text).map(({ line, claim }) => ({
        file: path,
        line,
        message: `expected a <Source id="…" /> in the paragraph of "${claim}" (a date, a sum or a share is a claim), found none`,
      })),
    );
