// Kubernetes' own types in TypeScript: every field of every type that our props reach is written once, compiled, and seen in the object under
// its own name; and what cdk8s-plus spells otherwise is refused.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App, Chart } from 'cdk8s';
import ts from 'typescript';
import { Job } from '../../lib/constructs/job';
import { Service } from '../../lib/constructs/service';
import { fieldsOf } from '../../lib/kube/api/fields';
import { MINORS, only } from '../../lib/kube/api/minors';
import type { JobProps } from '../../lib/workload/model/job';
import type { ServiceProps } from '../../lib/workload/model/service';
import { jsiiCase } from '../../scripts/jsii-case';

type Fields = Record<string, unknown>;

const root = resolve(__dirname, '../..');
const newest = only(MINORS.at(-1)!);
const done = new Set<string>();

/** A value of a type: with all fields where the type is met first, later with those that must be there. */
function valueOf(notation: string): unknown {
  if (notation.endsWith('[]')) return [valueOf(notation.slice(0, -2))];
  if (notation.startsWith('map<')) return { key: valueOf(notation.slice(4, -1)) };
  switch (notation) {
    case 'bool':
      return true;
    case 'int32':
    case 'int64':
    case 'intOrString':
      return 1;
    case 'quantity':
      return '1Gi';
    case 'any':
      return {};
    case 'string':
    case 'time':
    case 'bytes':
      return 'text';
    default:
      return objectOf(notation);
  }
}

function objectOf(type: string, ...without: readonly string[]): Fields {
  const fields = fieldsOf(type);
  if (fields === undefined) throw new Error(type);
  const all = !done.has(type);
  done.add(type);
  return Object.fromEntries(
    [...fields]
      .filter(([key, { minors, required }]) => (minors & newest) !== 0 && !without.includes(key) && (all || required))
      .map(([key, field]) => [key, valueOf(field.type)]),
  );
}

const pod = objectOf('PodSpec', 'containers', 'initContainers', 'restartPolicy');
const job = {
  pod,
  podFailurePolicy: objectOf('PodFailurePolicy'),
  successPolicy: objectOf('SuccessPolicy'),
  containers: { main: { image: 'busybox:1.36' } },
};
const service = {
  strategy: objectOf('DeploymentStrategy'),
  containers: {
    main: {
      image: 'busybox:1.36',
      ports: valueOf('ContainerPort[]'),
      securityContext: valueOf('SecurityContext'),
      volumeMounts: valueOf('VolumeMount[]'),
      volumeDevices: valueOf('VolumeDevice[]'),
      restartPolicy: 'Always',
      restartPolicyRules: valueOf('ContainerRestartRule[]'),
      resizePolicy: valueOf('ContainerResizePolicy[]'),
      lifecycle: { preStop: { sleep: valueOf('SleepAction') }, stopSignal: 'SIGUSR1' },
    },
  },
};

test('every field can be written in TypeScript', () => {
  const source = `
import type { JobProps } from '${root}/lib/workload/model/job';
import type { ServiceProps } from '${root}/lib/workload/model/service';
export const job: JobProps = ${JSON.stringify(job, null, 2)};
export const service: ServiceProps = ${JSON.stringify(service, null, 2)};
`;
  expect(errorsIn(source)).toEqual([]);
  expect(errorsIn(source.replace('"hostPID"', '"hostPid"'))).toEqual([
    "Type 'true' is not assignable to type 'undefined'.",
  ]);
});

test('every field is in the object under its own name', () => {
  const chart = new Chart(new App(), 'chart');
  const objectOfJob = new Job(chart, 'job', job as unknown as JobProps).apiObject.toJson() as Fields;
  expect(objectOfJob.spec).toMatchObject({
    podFailurePolicy: job.podFailurePolicy,
    successPolicy: job.successPolicy,
    template: { spec: pod },
  });
  const deployment = new Service(chart, 'service', service as unknown as ServiceProps).apiObject.toJson() as Fields;
  expect(deployment.spec).toMatchObject({
    strategy: service.strategy,
    template: { spec: { containers: [service.containers.main] } },
  });
});

test('nothing that the props reach is left out', () => {
  const text = readFileSync(join(root, 'lib/kube/api/written.ts'), 'utf8');
  const written = [...text.matchAll(/^export interface (\w+)/gm)].map(([, name]) => name!);
  // What ours have in their own words.
  const own = ['Container', 'ServicePort'];
  expect(written.filter((name) => !done.has(name) && !own.includes(name))).toEqual([]);
});

test('names are spelt as jsii spells them, so that those of cdk8s-plus are refused', () => {
  const declarations = readFileSync(join(root, 'node_modules/cdk8s-plus-28/lib/imports/k8s.d.ts'), 'utf8');
  const fields = [
    ...declarations.matchAll(/@schema io\.k8s\.[\w.-]+\.(\w+)#([\w$-]+)\s*\n\s*\*\/\s*\n\s*readonly (\w+)\??:/g),
  ];
  expect(fields.length).toBeGreaterThan(1000);
  for (const [, , name, theirs] of fields) expect(jsiiCase(name!)).toBe(theirs);
});

/** What the compiler says to a file that stands beside this one. */
function errorsIn(source: string): string[] {
  const name = join(__dirname, 'every-field.ts');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => readFileSync(file, 'utf8')) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (file) => file === name || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(file, source, ts.ScriptTarget.Latest) : getSourceFile(file, ...rest);
  const program = ts.createProgram([name], { ...options, types: [] }, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(name))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
