// Objects for the tests of sets, and what is found in them, a line each.
import { validateManifests } from '../../../lib/kube/set';
import { printObject, printPath } from '../../../lib/report/print';

/** An object of a version and kind, `v1 Secret`, with what it has beside its name. */
export const object = (of: string, name: string, rest: object = {}, namespace?: string) => {
  const [apiVersion, kind] = of.split(' ');
  return { apiVersion, kind, metadata: { name, ...(namespace !== undefined && { namespace }) }, ...rest };
};

/** The spec of what keeps pods running. */
const keeping = (labels: object, pod: object) => ({
  selector: { matchLabels: labels },
  template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'a' }], ...pod } },
});

export const deployment = (name: string, pod: object = {}, namespace?: string, rest: object = {}) =>
  object('apps/v1 Deployment', name, { spec: { ...keeping({ app: name }, pod), ...rest } }, namespace);

export const statefulSet = (name: string, rest: object = {}, namespace?: string) =>
  object('apps/v1 StatefulSet', name, { spec: { ...keeping({ app: name }, {}), ...rest } }, namespace);

export const service = (name: string, spec: object, namespace?: string) =>
  object('v1 Service', name, { spec: { ports: [{ port: 80 }], ...spec } }, namespace);

/** What is found that is no error of an object by itself: `Kind name path: message. hint`. */
export const found = (objects: readonly unknown[], kubernetes?: string): string[] =>
  validateManifests(objects, { ...(kubernetes !== undefined && { kubernetes }) }).flatMap((problems) =>
    problems.map(({ object: of, severity, code, path, message, hint }) => {
      const name = of === undefined ? '' : printObject(of);
      return `${name} ${printPath(path)} ${severity} ${code}: ${message}${hint === undefined ? '' : `. ${hint}`}`;
    }),
  );

/** As {@link found}, without the sentences. */
export const places = (objects: readonly unknown[]): string[] =>
  found(objects).map((line) => line.slice(0, line.indexOf(': ')));
