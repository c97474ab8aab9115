// Why can the runner not start? One sentence for the person at the keyboard, with its remedy; `main.ts` prints it and exits with 1.

/** Carries a whole sentence, in the person's language; nothing else is shown. */
export class StartError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'StartError';
  }
}

/** The command was not asked as it wants to be: exit code 2. */
export class Misuse extends StartError {}
