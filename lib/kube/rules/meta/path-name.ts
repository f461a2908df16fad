// The name of the few kinds that may have any which fits into a URL.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#path-segment-names
import { type NameRule, pathSegment } from './metadata';

export const PATH_NAME: NameRule = {
  problemOf: pathSegment,
  prefixProblemOf: (prefix) => (/^\.\.?$/.test(prefix) ? undefined : pathSegment(prefix)),
};
