// Que dit la recherche ? Ses clés sont celles de Pagefind ; [COUNT] et [SEARCH_TERM] sont remplis par lui.

export const fr = {
  'pagefind.clear_search': 'Effacer',
  'pagefind.load_more': 'Plus de résultats',
  'pagefind.search_label': 'Rechercher dans ce site',
  'pagefind.zero_results': 'Aucun résultat pour « [SEARCH_TERM] »',
  'pagefind.many_results': '[COUNT] résultats pour « [SEARCH_TERM] »',
  'pagefind.one_result': '[COUNT] résultat pour « [SEARCH_TERM] »',
  'pagefind.alt_search': 'Aucun résultat pour « [SEARCH_TERM] ». Voici ceux de « [DIFFERENT_TERM] »',
  'pagefind.search_suggestion': 'Aucun résultat pour « [SEARCH_TERM] ». Essayez l’une de ces recherches :',
  'pagefind.searching': 'Recherche de « [SEARCH_TERM] »…',
};

export type SearchWords = Record<keyof typeof fr, string>;
