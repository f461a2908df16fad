// Service: a workload that runs all the time. KAM v1/workload/service.k; https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
import { at, ROOT } from '../kube/rules/report';
import type { KubeObject } from '../kube/types';
import type { Context } from './context';
import { renderExpose } from './expose';
import { filesChecksum } from './files';
import { metadataOf } from './metadata';
import { origin } from './origin';
import { renderPod } from './pod-template';
import { renderServices } from './port';
import { selectorOf, selectorRenames } from './selector';
import { stated } from './stated';
import type { Dict, ServiceProps } from './types';

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
  const { replicas, strategy, minReadySeconds, revisionHistoryLimit, progressDeadlineSeconds, expose, labels } =
    service;
  const selector = selectorOf(context.name, service.selector);
  const annotate = (configMaps: readonly KubeObject[]): Dict<string> =>
    configMaps.length > 0 ? { [FILES_CHECKSUM]: filesChecksum(configMaps) } : {};
  const { template, configMaps } = renderPod(service, { selector, annotate }, context);
  const spec = origin(
    stated({
      replicas,
      strategy,
      minReadySeconds,
      revisionHistoryLimit,
      progressDeadlineSeconds,
      selector: { matchLabels: origin({ ...selector.labels }, at(ROOT, 'selector'), selectorRenames(selector)) },
      template,
    }),
    ROOT,
  );
  const main: KubeObject = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: origin(metadataOf(context.name, context, labels, service.annotations), ROOT),
    spec,
  };
  const services = renderServices(context.ports, selector, labels, context);
  if (expose === undefined) return { main, services, routes: [], configMaps };
  const { name, ports, report } = context;
  const route = renderExpose({
    name,
    ...(service.namespace !== undefined && { namespace: service.namespace }),
    ...(labels && { labels }),
    ports,
    expose,
    basePath: ['expose'],
  });
  for (const problem of route.problems) report.problems.push(problem);
  return { main, services: annotated(services, route.serviceAnnotations), routes: route.objects, configMaps };
}

/** What a portal reads stands as annotations on the Service that it leads to. */
function annotated(services: readonly KubeObject[], annotations: Dict<string> | undefined): readonly KubeObject[] {
  const [first, ...others] = services;
  if (first === undefined || annotations === undefined) return services;
  const metadata = origin({ ...first.metadata, annotations: { ...annotations, ...first.metadata.annotations } }, ROOT);
  return [{ ...first, metadata }, ...others];
}
