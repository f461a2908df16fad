// All problems of an app at once, each with its construct; no value of a Secret among them.
import { type Chart, JsonPatch, Lazy, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Job, Secret, Service } from '../../../../lib';

export function build(chart: Chart): void {
  const containers = { main: { image: 'busybox:1.28' } };
  const later = Lazy.any({ produce: () => 'hunter2' }) as never;
  new Job(chart, 'values', { schedule: '0 0 * * 7', backoffLimit: -1, containers });
  new Job(chart, 'lazy', {
    backoffLimit: later,
    pod: { hostname: later },
    containers: { main: { image: later, env: { A: later }, args: [later] } },
  });
  const claim = new kplus.PersistentVolumeClaim(chart, 'claim', {
    accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
    storage: Size.gibibytes(1),
  });
  const volume = kplus.Volume.fromPersistentVolumeClaim(chart, 'volume', claim);
  new Service(chart, 'theirs', { containers, pod: { volumes: [volume as never], nodeName: claim as never } });
  new Job(chart, 'patched', { containers }).apiObject.addJsonPatch(JsonPatch.add('/spec/backoffLimit', -1));
  new Job(chart, 'misfit', { containers }).apiObject.addJsonPatch(JsonPatch.replace('/spec/none/at/all', 1));
  new Job(chart, 'twice', { name: 'same', containers });
  new Job(chart, 'again', { name: 'same', containers });
  const db = new Secret(chart, 'db', { type: 'basic', data: { password: 'hunter2', pasword: 'hunter2' } as never });
  new Job(chart, 'reference', { containers: { main: { image: 'a:1', env: { A: db.ref('user') } } } });
  new Secret(chart, 'empty', { type: 'token', data: { token: process.env.CDK8S_KAM_NOT_SET as string } });
  new Job(chart, 'nothing', undefined as never);
  new Service(chart, 'cycle', { containers, pod: cycle() });
}

function cycle(): object {
  const affinity: Record<string, unknown> = {};
  affinity.nodeAffinity = affinity;
  return { affinity };
}
