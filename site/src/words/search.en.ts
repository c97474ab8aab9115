// What does the search say? Its keys are Pagefind's; it fills [COUNT] and [SEARCH_TERM].
import type { SearchWords } from './search.fr.ts';

export const en: SearchWords = {
  'pagefind.clear_search': 'Clear',
  'pagefind.load_more': 'More results',
  'pagefind.search_label': 'Search this site',
  'pagefind.zero_results': 'Nothing found for “[SEARCH_TERM]”',
  'pagefind.many_results': '[COUNT] results for “[SEARCH_TERM]”',
  'pagefind.one_result': '[COUNT] result for “[SEARCH_TERM]”',
  'pagefind.alt_search': 'Nothing found for “[SEARCH_TERM]”. Here is what was found for “[DIFFERENT_TERM]”',
  'pagefind.search_suggestion': 'Nothing found for “[SEARCH_TERM]”. Try one of these:',
  'pagefind.searching': 'Searching for “[SEARCH_TERM]”…',
};
