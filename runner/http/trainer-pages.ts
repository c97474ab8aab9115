// Which pages are for those who lead a workshop alone? Their notes: expected wrong answers would spoil the questions.
import type { FastifyReply } from 'fastify';
import type { Language } from '../protocol/api.ts';
import { Refusal } from '../protocol/refusals.ts';
import { wordsOf } from '../words/index.ts';
import { pagePolicy } from './page-policy.ts';
import { plainPage } from './plain-page.ts';
import { trainerOf } from './route.ts';

/** Is this file of the site (`formateur/notes/…/index.html`) one of them? */
export const isForTrainers = (key: string): boolean => /^(formateur|[a-z]{2}\/trainer)\/notes\//.test(key);

/** Does whoever asks lead a workshop here, over or not? */
export function leads(asking: Parameters<typeof trainerOf>[0]): boolean {
  try {
    trainerOf(asking);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Says whose page it is, and how its reader becomes one. */
export function refuseTrainerPage(reply: FastifyReply, language: Language, origin: string): FastifyReply {
  return reply
    .code(403)
    .header('cache-control', 'no-store')
    .header('content-security-policy', pagePolicy([], origin))
    .type('text/html; charset=utf-8')
    .send(plainPage(language, wordsOf(language)['page.trainers-only']));
}
