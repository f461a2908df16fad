// How texts are spelled, as far as a regular expression can tell: for editors, which check as one types. What is really refused is told by lib/kube.

/** A DNS-1123 label. https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
export const LABEL = '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$';
/** A DNS-1123 subdomain. */
export const SUBDOMAIN = '^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$';
/** Five fields, or a word such as `@daily`; or nothing, which is no schedule. */
export const SCHEDULE = '^\\s*(@[a-z]+(\\s+\\S+)?|\\S+(\\s+\\S+){4})?\\s*$';
/** A number without digits is 0 to the server. */
const NUMBER = ' *(?=[^ ])[+-]?[0-9]*[.]?[0-9]*([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]*)? *';
/** `500m`, `1.5`, `512Mi`. */
export const QUANTITY = `^${NUMBER}$`;
/** A limit, or a request and a limit: `500m-1`. */
export const QUANTITIES = `^${NUMBER}(-${NUMBER})?$`;
/** From the root. */
export const ABSOLUTE = '^/';

/** The spelling, or "", which means that nothing is said. */
export const orEmpty = (pattern: string): string => `^$|${pattern}`;
