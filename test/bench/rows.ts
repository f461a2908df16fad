// What one process of each row does: makes `count` workloads and writes them to `out`. Loads only what its row needs.
import type { App, Chart } from 'cdk8s';
import { writeFileSync } from 'node:fs';
import type * as ours from '../../lib';
import type { KubeObject } from '../../lib/kube/object';
import { objects, objectsAt } from './objects';
import type * as plus from './plus';
import { workloadAt } from './workloads';

/** Does the work; `out` is a folder. */
export type Row = (count: number, out: string) => void;

const library = (): typeof ours => require('cdk8s-kam') as typeof ours;
const cdk8s = (): typeof import('cdk8s') => require('cdk8s') as typeof import('cdk8s');

/** Rows by their names in the table. */
export const ROWS: Readonly<Record<string, Row>> = {
  'empty node': () => undefined,
  'JSON.stringify of the objects': (count, out) =>
    write(
      out,
      objects(count).map((object) => `${JSON.stringify(object)}\n`),
    ),
  'js-yaml dump': (count, out) => {
    const { dump } = require('js-yaml') as typeof import('js-yaml');
    write(
      out,
      objects(count).map((object) => `---\n${dump(object)}`),
    );
  },
  'yaml stringify': (count, out) => {
    const { stringify } = require('yaml') as typeof import('yaml');
    write(
      out,
      objects(count).map((object) => `---\n${stringify(object)}`),
    );
  },
  'kubernetes-models + js-yaml': (count, out) => {
    const { dump } = require('js-yaml') as typeof import('js-yaml');
    const models = kubernetesModels();
    const made = objects(count).map((object) => new models[object.kind]!(object).toJSON());
    write(
      out,
      made.map((object) => `---\n${dump(object)}`),
    );
  },
  'bare ApiObject': (count, out) => inOneChart(new (cdk8s().App)({ outdir: out }), count, objectAdder()),
  'bare ApiObject, a chart each': (count, out) =>
    inChartsEach(new (cdk8s().App)({ outdir: out }), count, objectAdder()),
  'cdk8s-plus-28': (count, out) => inOneChart(new (cdk8s().App)({ outdir: out }), count, plusAdder()),
  'cdk8s-plus-28, a chart each': (count, out) => inChartsEach(new (cdk8s().App)({ outdir: out }), count, plusAdder()),
  'constructs, stock App': (count, out) => inOneChart(new (cdk8s().App)({ outdir: out }), count, ourAdder()),
  'constructs, stock App, a chart each': (count, out) =>
    inChartsEach(new (cdk8s().App)({ outdir: out }), count, ourAdder()),
  'constructs, our App': (count, out) => inOneChart(new (library().App)({ outdir: out }), count, ourAdder()),
  'constructs, our App, a chart each': (count, out) =>
    inChartsEach(new (library().App)({ outdir: out }), count, ourAdder()),
};

const write = (out: string, texts: readonly string[]): void => writeFileSync(`${out}/all.yaml`, texts.join(''));

function inOneChart(app: App, count: number, add: Adder): void {
  const chart = new (cdk8s().Chart)(app, 'bench');
  for (let index = 0; index < count; index++) add(chart, index);
  app.synth();
}

function inChartsEach(app: App, count: number, add: Adder): void {
  const { Chart } = cdk8s();
  for (let index = 0; index < count; index++) add(new Chart(app, `c${index}`), index);
  app.synth();
}

type Adder = (chart: Chart, index: number) => void;

function objectAdder(): Adder {
  const { ApiObject } = cdk8s();
  return (chart, index) => {
    for (const object of objectsAt(index)) new ApiObject(chart, `${object.kind}-${object.metadata.name}`, object);
  };
}

function ourAdder(): Adder {
  const { Job, Service } = library();
  return (chart, index) => {
    const { kind, ...props } = workloadAt(index);
    if (kind === 'Job') new Job(chart, `w${index}`, props);
    else new Service(chart, `w${index}`, props);
  };
}

const plusAdder = (): Adder => (require('./plus') as typeof plus).addPlus;

type Model = new (object: KubeObject) => { toJSON(): unknown };

function kubernetesModels(): Readonly<Record<string, Model>> {
  return {
    ...(require('kubernetes-models/apps/v1/Deployment') as Record<string, Model>),
    ...(require('kubernetes-models/batch/v1/Job') as Record<string, Model>),
    ...(require('kubernetes-models/batch/v1/CronJob') as Record<string, Model>),
    ...(require('kubernetes-models/v1/ConfigMap') as Record<string, Model>),
    ...(require('kubernetes-models/v1/Service') as Record<string, Model>),
  };
}
