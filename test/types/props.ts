// What the compiler refuses, at the right place: the mistakes that spec/workload.md lists. Compiled by `npm run typecheck`, never run.
import { type Chart } from 'cdk8s';
import {
  Container,
  type FileSpec,
  importText,
  Job,
  type Probe,
  type ProbeHandler,
  Secret,
  Service,
  type Workload,
} from 'cdk8s-kam';
import * as kplus from 'cdk8s-plus-28';
import type { k8s } from 'cdk8s-plus-28';

declare const chart: Chart;
const main: Container = { image: 'busybox:1.28' };
const containers = { main };

// A wrong key, anywhere.
// @ts-expect-error conatiners
new Job(chart, 'a', { conatiners: {} });
new Job(chart, 'a', {
  containers,
  // @ts-expect-error shedule
  shedule: '0 * * * *',
});
new Job(chart, 'a', {
  containers: {
    main: {
      image: 'busybox:1.28',
      // @ts-expect-error cmd
      cmd: ['sleep'],
    },
  },
});
new Job(chart, 'a', {
  containers,
  pod: {
    // @ts-expect-error nodeselector
    nodeselector: {},
  },
});
new Service(chart, 'a', {
  containers,
  // @ts-expect-error targetport
  ports: [{ port: 80, targetport: 8080 }],
});

// content together with contentFrom.
const text: FileSpec = { content: 'text' };
const from: FileSpec = { contentFrom: 'secret://name/key', mode: '0400' };
// @ts-expect-error both
const both: FileSpec = { content: 'text', contentFrom: 'secret://name/key' };
// @ts-expect-error neither
const neither: FileSpec = { mode: '0644' };

// A handler with both command and url, or with a scheme that nothing knows.
const handlers: ProbeHandler[] = [
  { command: ['true'] },
  { url: 'http://localhost/' },
  { path: '/healthz', port: 'http' },
  { url: 'tcp://localhost:1' },
  { url: 'grpc://localhost:1' },
];
// @ts-expect-error both
const commandAndUrl: ProbeHandler = { command: ['true'], url: 'http://localhost/' };
// @ts-expect-error both
const commandAndPath: ProbeHandler = { command: ['true'], path: '/' };
// @ts-expect-error no handler
const noHandler: Probe = { periodSeconds: 1 };
// @ts-expect-error a text for seconds
const seconds: Probe = { probeHandler: { command: ['true'] }, periodSeconds: '1' };

// An unknown type of secret, or keys that a type does not have.
new Secret(chart, 'a', { type: 'basic', data: { username: 'a', password: '' } });
// @ts-expect-error password
new Secret(chart, 'a', { type: 'password', data: { password: '' } });
// @ts-expect-error user
new Secret(chart, 'a', { type: 'basic', data: { user: 'a' } });
// @ts-expect-error tls.key is missing
new Secret(chart, 'a', { type: 'certificate', data: { 'tls.crt': '' } });
// @ts-expect-error the store is missing
new Secret(chart, 'a', { type: 'external', data: { a: 'path' }, params: {} });

// schedule on a Service, and what else only one of the two has.
new Service(chart, 'a', {
  containers,
  // @ts-expect-error schedule
  schedule: '0 * * * *',
});
new Job(chart, 'a', {
  containers,
  // @ts-expect-error strategy
  strategy: { type: 'Recreate' },
});
// @ts-expect-error schedule
const scheduled: Workload = { kind: 'Service', name: 'a', containers, schedule: '0 * * * *' };
new Job(chart, 'a', {
  containers,
  // @ts-expect-error the restart policy of a Service
  restartPolicy: 'Always',
});

// A dialect that does not exist.
// @ts-expect-error compose
importText(chart, 'a', '{}', { dialect: 'compose' });

// A typed value is a type and a value under one name.
const parsed: Container = Container.parse({ image: 'busybox:1.28' });

// Side by side with cdk8s-plus: our constructs where it asks for its own, and its own where we ask for a name or a value.
declare const account: kplus.ServiceAccount;
declare const value: kplus.EnvValue;
const job = new Job(chart, 'a', {
  containers: { main: { ...main, env: { A: value } } },
  pod: { serviceAccountName: account },
});
// Its plain types fit where it spells as Kubernetes does, and are refused where it does not, or has classes for values.
declare const theirs: {
  readonly affinity: k8s.Affinity;
  readonly toleration: k8s.Toleration;
  readonly security: k8s.SecurityContext;
  readonly policy: k8s.PodFailurePolicy;
  readonly pod: k8s.PodSpec;
  readonly port: k8s.ContainerPort;
  readonly volume: k8s.Volume;
  readonly strategy: k8s.DeploymentStrategy;
};
const fitting = new Job(chart, 'a', {
  containers: { main: { ...main, securityContext: theirs.security } },
  pod: { affinity: theirs.affinity, tolerations: [theirs.toleration] },
  podFailurePolicy: theirs.policy,
});
// @ts-expect-error hostPid
new Job(chart, 'a', { containers, pod: theirs.pod });
// @ts-expect-error hostIp
new Job(chart, 'a', { containers: { main: { ...main, ports: [theirs.port] } } });
// @ts-expect-error volumeId, diskUri and Quantity
new Job(chart, 'a', { containers, pod: { volumes: [theirs.volume] } });
// @ts-expect-error IntOrString
new Service(chart, 'a', { containers, strategy: theirs.strategy });
// @ts-expect-error hostPid
new Job(chart, 'a', { containers, pod: { hostPid: true } });
const spelt = new Job(chart, 'a', {
  containers,
  pod: { hostPID: true, volumes: [{ name: 'a', awsElasticBlockStore: { volumeID: 'vol-1' } }] },
});

const secret: kplus.ISecret = new Secret(chart, 'b', { type: 'opaque', data: { key: 'value' } });
const resource: kplus.IApiResource = job;

// The keys of a Secret are known where they are written out.
const basic = new Secret(chart, 'basic', { type: 'basic', data: { username: 'etl', password: '' } });
const opaque = new Secret(chart, 'opaque', { type: 'opaque', data: { one: '', two: '' } });
const fetched = new Secret(chart, 'fetched', { type: 'external', data: { one: 'path' }, params: { store: 'vault' } });
const read: Readonly<Record<string, string>> = {};
const some = new Secret(chart, 'some', { type: 'opaque', data: read });
const none = new Secret(chart, 'none', { type: 'opaque' });
const references: string[] = [
  basic.ref('password'),
  basic.ref(),
  opaque.ref('two'),
  fetched.ref('one'),
  some.ref('any'),
  none.ref('any'),
];
// @ts-expect-error pasword
basic.ref('pasword');
// @ts-expect-error three
opaque.envValue('three');
// @ts-expect-error two
fetched.ref('two');
// @ts-expect-error pasword
new Secret(chart, 'a', { type: 'basic', data: { username: 'a', pasword: '' } });
// @ts-expect-error a number
new Secret(chart, 'a', { type: 'opaque', data: { a: 1 } });
// Any of them is a Secret, also of a list or a field that knows no keys.
const secrets: Secret[] = [basic, opaque, fetched, some];

// Numbers and booleans where there is text.
const numbers: Container = {
  image: 'busybox:1.28',
  env: { PORT: 8080, DEBUG: true, MODE: 'prod', TOKEN: opaque.ref('one') },
  resources: { cpu: 1, memory: '1Gi' },
};
const long: Container = { image: 'busybox:1.28', resources: { limits: { cpu: 0.5 } } };
// @ts-expect-error a boolean is no quantity
const notAQuantity: Container = { image: 'busybox:1.28', resources: { cpu: true } };
// @ts-expect-error a list is no text
const notAText: Container = { image: 'busybox:1.28', env: { A: ['a'] } };

// A Service is scaled and selected by cdk8s-plus; a Job is not.
const service = new Service(chart, 'web', { containers });
const scalable: kplus.IScalable = service;
const selector: kplus.IPodSelector = service;
const peer: kplus.INetworkPolicyPeer = service;
new kplus.HorizontalPodAutoscaler(chart, 'hpa', { target: service, maxReplicas: 5 });
// @ts-expect-error a Job has no number of replicas to change
new kplus.HorizontalPodAutoscaler(chart, 'hpa', { target: job, maxReplicas: 5 });

export const used = [
  text,
  from,
  both,
  neither,
  handlers,
  commandAndUrl,
  commandAndPath,
  noHandler,
  seconds,
  scheduled,
  parsed,
  fitting,
  spelt,
  secret,
  resource,
  references,
  secrets,
  numbers,
  long,
  notAQuantity,
  notAText,
  scalable,
  selector,
  peer,
];
