// Every emitted object takes JSON patches, labels and annotations; what the user adds wins over the Chart's and the workload's own.
import { type Chart, JsonPatch } from 'cdk8s';
import { Job, Secret, Service } from '../../../../lib';

export function build(chart: Chart): void {
  const job = new Job(chart, 'echo', {
    schedule: '@daily',
    labels: { team: 'own', keep: 'x' },
    containers: { main: { image: 'busybox:1.28' } },
  });
  job.apiObject.addJsonPatch(JsonPatch.add('/spec/jobTemplate/metadata', { labels: { patched: 'yes' } }));
  job.apiObject.addJsonPatch(JsonPatch.replace('/spec/jobTemplate/spec/template/spec/containers/0/image', 'busybox:2'));
  job.apiObject.metadata.addLabel('added', 'yes');
  const web = new Service(chart, 'web', {
    ports: [{ port: 80 }, { port: 443, public: true }],
    containers: { main: { image: 'nginx:1.27', files: { '/a': { content: 'x' } } } },
    secrets: { own: { type: 'opaque', data: { a: 'b' } } },
  });
  web.services[1]!.addJsonPatch(JsonPatch.add('/spec/loadBalancerSourceRanges', ['10.0.0.0/8']));
  web.services[0]!.metadata.addAnnotation('patched', 'yes');
  web.configMaps[0]!.addJsonPatch(JsonPatch.add('/data/more', 'y'));
  web.secrets[0]!.addJsonPatch(JsonPatch.add('/immutable', true));
  web.deployment.addJsonPatch(JsonPatch.remove('/spec/template/spec/containers/0/ports'));
  new Secret(chart, 'db', { type: 'opaque' }).apiObject.addJsonPatch(JsonPatch.add('/stringData', { a: 'b' }));
}
