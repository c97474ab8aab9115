// How does a counter speak: its words, the registry's sentences, money, dates and countries in the language of the page?
import type { Problem } from '#protocol/counters.ts';
import { sayRefusal } from '../../../runner/internet/registry/say.ts';
import type { RegistryWords } from '../../../runner/internet/registry/words.ts';
import { sayZoneRefusal } from '../../../runner/internet/zone/say.ts';
import type { ZoneWords } from '../../../runner/internet/zone/words.ts';
import type { CounterWords } from '../words/counters.fr.ts';
import { fill } from '../words/fill.ts';

/** Facts of a problem that are money. */
const MONEY = ['price', 'balance', 'below'];

export interface Says {
  words: CounterWords;
  registry: RegistryWords;
  zone: ZoneWords;
  money: (cents: number) => string;
  day: (at: number) => string;
  country: (code: string) => string;
  /** The sentence for a refusal, whoever refused. */
  problem: (problem: Problem) => string;
  problems: (problems: readonly Problem[]) => string;
}

export function saysOf(words: CounterWords, registry: RegistryWords, zone: ZoneWords): Says {
  const { locale } = words;
  const currency = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Paris' });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const money = (cents: number) => currency.format(cents / 100);
  const problem = (one: Problem) => sentence(one, words, registry, zone, money);
  return {
    words,
    registry,
    zone,
    money,
    day: (at) => date.format(at),
    country: (code) => regions.of(code) ?? code,
    problem,
    problems: (problems) =>
      problems
        .map((one) =>
          // With several, each names its line of the zone.
          problems.length > 1 && one.index !== undefined && one.index >= 0
            ? fill(words.registrar.zone.line, { n: one.index + 1, sentence: problem(one) })
            : problem(one),
        )
        .join(' '),
  };
}

function sentence(
  problem: Problem,
  words: CounterWords,
  registry: RegistryWords,
  zone: ZoneWords,
  money: (cents: number) => string,
): string {
  const own = words.problems[problem.code];
  if (own !== undefined) return fill(own, facts(problem.params, words, money));
  try {
    return Object.hasOwn(zone.refusals, problem.code)
      ? sayZoneRefusal(zone, problem as Parameters<typeof sayZoneRefusal>[1])
      : sayRefusal(registry, problem as Parameters<typeof sayRefusal>[1]);
  } catch {
    // A runner newer than this page.
    return words.problems.unknown ?? '';
  }
}

function facts(
  params: Problem['params'],
  words: CounterWords,
  money: (cents: number) => string,
): Record<string, string> {
  const state = (value: unknown) => words.serverStates[value as keyof CounterWords['serverStates']];
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      MONEY.includes(key)
        ? money(Number(value))
        : key === 'state'
          ? (state(value) ?? String(value))
          : String(value),
    ]),
  );
}

/** The words of one language, fetched when the first counter opens. */
export async function fetchSays(language: string): Promise<Says> {
  if (language === 'en') {
    const [own, registry, zone] = await Promise.all([
      import('../words/counters.en.ts'),
      import('../../../runner/internet/registry/words.en.ts'),
      import('../../../runner/internet/zone/words.en.ts'),
    ]);
    return saysOf(own.en, registry.en, zone.en);
  }
  const [own, registry, zone] = await Promise.all([
    import('../words/counters.fr.ts'),
    import('../../../runner/internet/registry/words.fr.ts'),
    import('../../../runner/internet/zone/words.fr.ts'),
  ]);
  return saysOf(own.fr, registry.fr, zone.fr);
}
