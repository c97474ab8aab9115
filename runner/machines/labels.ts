// How does an object in the engine say that it is ours, and what for? Labels carry opaque ids only, never a pseudonym.

/** The installation that made it: cleaning never touches an object without it, or with another's (T-32). */
export const INSTANCE_LABEL = 'boite.instance';
/** The workshop it stands in. */
export const WORKSHOP_LABEL = 'boite.workshop';
/** What it is: `desktop`… for a container, `workshop` for a network. */
export const ROLE_LABEL = 'boite.role';
/** Language of the machine's own sentences. */
export const LANGUAGE_LABEL = 'boite.language';

/** The `label=value` filter that the engine's lists take for one installation. */
export const ofInstance = (instance: string): string => `${INSTANCE_LABEL}=${instance}`;

/** Whether these labels are those of an object of this installation. */
export const belongsTo = (instance: string, labels: Record<string, string> | undefined): boolean =>
  labels?.[INSTANCE_LABEL] === instance;
