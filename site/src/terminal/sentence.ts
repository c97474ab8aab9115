// How does a script show a sentence of a lab's words? As text; `code` between backquotes is its only markup.

/** Shows a sentence in an element, unless it is there already (a screen reader would say it twice). */
export function showSentence(element: HTMLElement, sentence: string): void {
  if (element.dataset.said === sentence) return;
  element.dataset.said = sentence;
  element.replaceChildren(
    ...sentence.split('`').map((text, index) => {
      if (index % 2 === 0) return text;
      const code = document.createElement('code');
      code.textContent = text;
      return code;
    }),
  );
}
