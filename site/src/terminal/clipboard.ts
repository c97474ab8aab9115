// How is text copied? navigator.clipboard exists on https and localhost only; a class on plain http needs the old way.

function copyTheOldWay(text: string): boolean {
  const field = document.createElement('textarea');
  const before = document.activeElement;
  field.value = text;
  field.style.cssText = 'position:fixed;top:0;left:-200vw';
  field.setAttribute('aria-hidden', 'true');
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}

/** Copies text, during a click or key press. False when the browser refused. */
export async function copyText(text: string): Promise<boolean> {
  if (!isSecureContext || !navigator.clipboard) return copyTheOldWay(text);
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => copyTheOldWay(text),
  );
}
