// What does a person see when even the site cannot answer? One sentence on a page without script, style or request.
import type { Language } from '../protocol/api.ts';

const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** A whole page that says `sentence`. */
export function plainPage(language: Language, sentence: string): string {
  const text = escapeHtml(sentence);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text}</title></head>
<body><main><h1>${text}</h1><p><a href="${language === 'fr' ? '/' : `/${language}/`}">←</a></p></main></body>
</html>
`;
}
