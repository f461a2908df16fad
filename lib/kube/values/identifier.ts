// Names of programming languages as names of Kubernetes. https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
import { label1123 } from './syntax';

/** `echoJob` and `echo_job` as `echo-job`; a name that is right already, and one that cannot be made so, as it is. */
export function nameOfIdentifier(identifier: string): string {
  if (label1123(identifier) === undefined) return identifier;
  const name = identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase();
  return label1123(name) === undefined ? name : identifier;
}
