// A workload → Kubernetes objects, data to data. Each concept of the model has a file beside this one that renders it.
import type { KubeObject } from '../../kube/object';
import { at, ROOT } from '../../report/place';
import type { Report } from '../../report/report';
import type { Fitting } from '../fit';
import type { SecretSpec } from '../model/secret';
import { type Context, secretName } from './context';
import { renderJob } from './job';
import { Origins } from './origin';
import { renderSecret } from './secret';
import { renderServiceWorkload } from './service';

/** What a workload becomes. */
export interface Rendered {
  /** metadata.name of the workload, of which the names of the other objects are made. */
  readonly name: string | undefined;
  /** The workload's fields; the names of ConfigMaps are made of those of its containers. */
  readonly fields?: Pick<Fitting['fields'], 'containers' | 'initContainers'>;
  readonly secrets: readonly KubeObject[];
  readonly configMaps: readonly KubeObject[];
  /** The Job, CronJob or Deployment. */
  readonly main: KubeObject;
  readonly services: readonly KubeObject[];
  readonly routes: readonly KubeObject[];
  /** Where each part of the objects came from. */
  readonly origins: Origins;
}

/** All objects in the order in which they are written: Secrets and ConfigMaps first, then the workload itself, then its Services and routes. */
export const objectsOf = ({ secrets, configMaps, main, services, routes }: Rendered): KubeObject[] => [
  ...secrets,
  ...configMaps,
  main,
  ...services,
  ...routes,
];

/** Renders a workload whose shape is right; reports what the model itself demands, not yet the API server's rules. */
export function renderWorkload({ kind, fields }: Fitting, report: Report): Rendered {
  const { name = '', namespace, labels, secrets: own = {}, ports = [] } = fields;
  const context: Context = { name, namespace, labels, secrets: own, ports, report, origins: new Origins() };
  const body = kind === 'Job' ? { routes: [], ...renderJob(fields, context) } : renderServiceWorkload(fields, context);
  const secrets = renderSecrets(own, context);
  report.settle();
  return { name: fields.name, fields, secrets, ...body, origins: context.origins };
}

function renderSecrets(own: Context['secrets'], context: Context): KubeObject[] {
  const place = at(ROOT, 'secrets');
  const keys = new Map<string, string>();
  return Object.entries(own).map(([key, secret]) => {
    const name = secretName(context.name, key);
    const first = keys.get(name);
    if (first !== undefined)
      context.report.error(at(place, key), 'duplicate', `names the same Secret as "${first}": ${name}`);
    keys.set(name, key);
    return renderSecret(secret, name, at(place, key), context);
  });
}

/** Renders a Secret by itself. */
export function renderOwnSecret(
  spec: SecretSpec,
  name: string,
  namespace: string | undefined,
  report: Report,
): Rendered {
  const origins = new Origins();
  const main = renderSecret(spec, name, ROOT, { report, origins, name: undefined, namespace, labels: undefined });
  report.settle();
  return { name: undefined, secrets: [], configMaps: [], main, services: [], routes: [], origins };
}
