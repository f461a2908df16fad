// apiserver-rules.md, section 4: metadata.
import {
  a,
  type Case,
  field,
  kinds,
  label1035,
  label1123,
  labelValue,
  pod,
  podKinds,
  qualifiedName,
  subdomain,
} from './case';

const keys = (names: readonly string[]): Record<string, string>[] => names.map((name) => ({ [name]: 'a' }));
const values = (texts: readonly string[]): Record<string, string>[] => texts.map((text) => ({ a: text }));
const labels = {
  takes: [...keys(qualifiedName.takes), ...values(labelValue.takes)],
  refuses: [...keys([...qualifiedName.refuses, '', 'Example.COM/Foo']), ...values(labelValue.refuses)],
};
const annotations = {
  takes: [...keys([...qualifiedName.takes, 'Example.COM/Foo']), ...values(['', 'a b', 'é\n', a(262_143)])],
  refuses: [
    ...keys(['', '-a', 'a b', '/a', 'a/', 'a/b/c', a(64), 'a_b/c']),
    ...values([a(262_144), 'é'.repeat(131_072)]),
  ],
};
const noName = [undefined, null, ''];
const within = (length: number): { takes: string[]; refuses: string[] } => ({
  takes: [...subdomain.takes.filter((name) => name.length < 60), a(length)],
  refuses: [...subdomain.refuses, a(length + 1)],
});

export const metadata: Case[] = [
  ...field(kinds, 'metadata.name', { refuses: noName }),
  ...field(kinds, 'metadata', { refuses: [undefined, null, {}] }),
  ...field(['Deployment', 'Secret', 'ConfigMap', 'Ingress'], 'metadata.name', subdomain),
  ...field('Service', 'metadata.name', label1035),
  ...field('Job', 'metadata.name', within(63)),
  ...field('CronJob', 'metadata.name', within(52)),
  ...field(kinds, 'metadata.namespace', { takes: [undefined, null, '', 'a', a(63)], refuses: label1123.refuses }),
  ...field(['Deployment', 'Service', 'Secret'], 'metadata.labels', labels),
  ...field(['Job', 'CronJob', 'ConfigMap', 'Ingress'], 'metadata.labels', {
    takes: labels.takes.slice(0, 2),
    refuses: labels.refuses.slice(-3),
  }),
  ...field(['Deployment', 'ConfigMap'], 'metadata.annotations', annotations),
  ...field(['Job', 'CronJob', 'Service', 'Secret', 'Ingress'], 'metadata.annotations', {
    takes: annotations.takes.slice(0, 2),
    refuses: annotations.refuses,
  }),
  ...field(['Job', 'CronJob'], 'T.metadata.labels', labels),
  ...pod('T.metadata.annotations', annotations),
  ...field('Deployment', 'metadata.finalizers', {
    takes: [['a.com/b'], ['foregroundDeletion'], ['orphan'], ['kubernetes'], []],
    refuses: [['foo'], [''], ['a/b/c'], ['A B/c'], ['foregroundDeletion', 'orphan']],
  }),
  ...field(['Deployment', 'ConfigMap'], 'metadata.resourceVersion', { takes: ['', '0', null], refuses: ['1'] }).map(
    (one) => (one.refused ? { ...one, hiddenFromDryRun: true as const } : one),
  ),
  ...field('Deployment', 'metadata.uid', { takes: ['a'] }),
  ...field('Deployment', 'metadata.generateName', { takes: ['b', ''] }),

  // Annotations with a meaning.
  ...pod('T.metadata.annotations', {
    takes: [
      { 'container.apparmor.security.beta.kubernetes.io/web': 'runtime/default' },
      { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' },
      { 'container.apparmor.security.beta.kubernetes.io/init': 'localhost/a' },
      { 'container.apparmor.security.beta.kubernetes.io/web': '' },
      { 'controller.kubernetes.io/pod-deletion-cost': '5' },
      { 'controller.kubernetes.io/pod-deletion-cost': '-2147483648' },
      { 'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default' },
      { 'seccomp.security.alpha.kubernetes.io/pod': 'docker/default' },
      { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' },
      { 'seccomp.security.alpha.kubernetes.io/pod': 'localhost/a' },
      { 'scheduler.alpha.kubernetes.io/tolerations': '[]' },
      { 'scheduler.alpha.kubernetes.io/tolerations': '[{"Key":"a"}]' },
    ],
    refuses: [
      { 'container.apparmor.security.beta.kubernetes.io/other': 'unconfined' },
      { 'container.apparmor.security.beta.kubernetes.io/web': 'default' },
      { 'controller.kubernetes.io/pod-deletion-cost': '+5' },
      { 'controller.kubernetes.io/pod-deletion-cost': '05' },
      { 'controller.kubernetes.io/pod-deletion-cost': '' },
      { 'controller.kubernetes.io/pod-deletion-cost': '2147483648' },
      { 'seccomp.security.alpha.kubernetes.io/pod': 'default' },
      { 'seccomp.security.alpha.kubernetes.io/pod': '' },
      { 'seccomp.security.alpha.kubernetes.io/pod': 'localhost/../a' },
      { 'scheduler.alpha.kubernetes.io/tolerations': 'a' },
      { 'kubernetes.io/config.mirror': 'a' },
    ],
  }),
  ...field('Ingress', 'metadata.annotations', { takes: [{ 'kubernetes.io/ingress.class': 'nginx' }] }),
  ...field('Service', 'metadata.annotations', {
    refuses: [{ 'service.beta.kubernetes.io/load-balancer-source-ranges': '10.0.0.0/8' }],
  }),

  // Of a template, the server reads labels and annotations and nothing else.
  ...field(podKinds, 'T.metadata.name', { takes: ['Not A Name!', ''] }),
  ...field(podKinds, 'T.metadata.namespace', { takes: ['Not A Name!'] }),
  ...field('CronJob', 'spec.jobTemplate.metadata', {
    takes: [{ labels: { 'a b': 'c d' } }, { annotations: { 'a b': 'c' } }],
  }),
];
