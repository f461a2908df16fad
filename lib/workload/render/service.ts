// Service: a workload that runs all the time. KAM v1/workload/service.k; https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
import type { KubeObject } from '../../kube/object';
import { at, type At, ROOT } from '../../report/place';
import type { Expose } from '../model/expose';
import type { Dict } from '../model/fields';
import { type Port, serviceNameOf } from '../model/port';
import type { ServiceProps } from '../model/service';
import type { Context } from './context';
import { PORTAL_RENAMES, renderExpose } from './expose';
import { filesChecksum } from './files';
import { metadataOf } from './metadata';
import { renderPod } from './pod-template';
import { renderServices } from './port';
import { selectorOf, selectorRenames } from './selector';
import { stated } from './stated';

/** Changes when a file of the workload changes, so that the Deployment rolls its pods. */
const FILES_CHECKSUM = 'cdk8s-kam/files-checksum';

/** What a Service becomes beside its Secrets. */
export interface RenderedService {
  readonly main: KubeObject;
  readonly services: readonly KubeObject[];
  readonly routes: readonly KubeObject[];
  readonly configMaps: readonly KubeObject[];
}

/** An apps/v1 Deployment, Services for its ports, and a route when it is exposed. */
export function renderServiceWorkload(service: ServiceProps, context: Context): RenderedService {
  const { replicas, strategy, minReadySeconds, revisionHistoryLimit, progressDeadlineSeconds, paused, expose, labels } =
    service;
  const selector = selectorOf(context.name, service.selector);
  const annotate = (configMaps: readonly KubeObject[]): Dict<string> =>
    configMaps.length > 0 ? { [FILES_CHECKSUM]: filesChecksum(configMaps) } : {};
  const { template, configMaps } = renderPod(service, { selector, annotate }, context);
  const spec = context.origins.keep(
    stated({
      replicas,
      strategy,
      minReadySeconds,
      revisionHistoryLimit,
      progressDeadlineSeconds,
      paused,
      selector: {
        matchLabels: context.origins.keep({ ...selector.labels }, at(ROOT, 'selector'), () =>
          selectorRenames(selector),
        ),
      },
      template,
    }),
    ROOT,
  );
  const main: KubeObject = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: context.origins.keep(metadataOf(context.name, context, labels, service.annotations), ROOT),
    spec,
  };
  const services = renderServices(context.ports, selector, labels, context);
  if (expose === undefined) return { main, services, routes: [], configMaps };
  const route = renderExpose(expose, at(ROOT, 'expose'), context);
  const portal = route.serviceAnnotations && {
    annotations: route.serviceAnnotations,
    port: portOf(expose, context.ports),
  };
  return { main, services: annotated(services, portal, context), routes: route.objects, configMaps };
}

/** The port that a route leads to. */
const portOf = ({ port: wanted }: Expose, ports: readonly Port[]): Port | undefined =>
  ports.find(({ name, port }) => wanted !== undefined && (name === wanted || port === wanted)) ?? ports[0];

/** What a portal reads stands as annotations on the Service that the route leads to. */
function annotated(
  services: readonly KubeObject[],
  portal: { readonly annotations: Dict<string>; readonly port: Port | undefined } | undefined,
  { name, ports, origins }: Context,
): readonly KubeObject[] {
  if (portal?.port === undefined) return services;
  const wanted = serviceNameOf(name, portal.port);
  return services.map((service) => {
    if (service.metadata.name !== wanted) return service;
    const annotations = { ...portal.annotations, ...service.metadata.annotations };
    const places = Object.entries(service.metadata.annotations ?? {}).map(([key]): [string, At] => {
      const index = ports.findIndex((port) => serviceNameOf(name, port) === wanted && hasAnnotation(port, key));
      return [key, at(at(at(at(ROOT, 'ports'), index), 'annotations'), key)];
    });
    const located = origins.keep(annotations, at(ROOT, 'expose'), { ...PORTAL_RENAMES, ...Object.fromEntries(places) });
    return { ...service, metadata: origins.keep({ ...service.metadata, annotations: located }, ROOT) };
  });
}

const hasAnnotation = ({ annotations }: Port, key: string): boolean =>
  annotations !== undefined && Object.hasOwn(annotations, key);
