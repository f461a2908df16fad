// A drop-in App: cdk8s' own with the same options and the same files, but one pass over the tree instead of one for each chart, text that kubectl
// reads back unchanged, and warnings on stderr. Everything of ours works with the stock App too, only slower.
import {
  ApiObject,
  Chart,
  DependencyGraph,
  Names,
  App as StockApp,
  type AppProps as StockAppProps,
  YamlOutputType,
} from 'cdk8s';
import type { IConstruct } from 'constructs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printProblem } from '../report/print';
import type { Problem } from '../report/problem';
import { ProblemError } from '../report/problem-error';
import { writeYamlDocuments } from '../text/write-yaml';
import type { Defaults } from '../workload/model/defaults';
import { checkAll, foundIn, warningsOf } from './app-check';
import { type AppNotes, METADATA_FILE, NOTES, wordsOf } from './app-notes';
import { clusterAt } from './cluster';
import { copy } from './copy';
import { ManifestObject } from './manifest-object';
import { setDefaults } from './defaults';
import { targetKubernetes } from './server';

/** Those of cdk8s' App, which Kubernetes it is all for, and what its workloads have in common. */
export interface AppProps extends StockAppProps {
  /**
   * A minor such as `1.34`, or a range: `1.30-1.34`, `>=1.32`. Default: all minors from 1.28 to 1.36, where what only some of them refuse is a
   * warning. A part of the app may be for another one: {@link targetKubernetes}.
   */
  readonly kubernetes?: string;
  /** What workloads get that do not state it: labels, resources, a securityContext, …. Of a part of the app: {@link setDefaults}. */
  readonly defaults?: Defaults;
}

/** An app that is sound. */
interface Prepared {
  readonly charts: readonly Chart[];
  /** The objects of a chart in the order in which they are written. */
  readonly objectsOf: (chart: Chart) => readonly ApiObject[];
  /** Whether any chart depends on another. */
  readonly dependent: boolean;
}

/**
 * A drop-in for cdk8s' `App`: faster, and its YAML is read back unchanged by kubectl. Of objects that would get one file cdk8s keeps the last; here
 * they share it.
 * @example
 * import { App } from 'cdk8s-kam'; // instead of: import { App } from 'cdk8s';
 */
export class App extends StockApp {
  private readonly recordsMetadata: boolean;

  constructor(props: AppProps = {}) {
    const { kubernetes, defaults, ...own } = props;
    super(own);
    if (kubernetes !== undefined) targetKubernetes(this, kubernetes);
    if (defaults !== undefined) setDefaults(this, defaults);
    checkAll(this);
    this.recordsMetadata = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  }

  /**
   * Writes all manifests to the output folder.
   * @throws ProblemError with everything that is wrong in the app; what others' validations say has the code `validation`
   */
  override synth(): void {
    const prepared = this.prepare();
    const warnings = warningsOf(this);
    mkdirSync(this.outdir, { recursive: true });
    for (const [file, objects] of whole(this.filesOf(prepared))) {
      const path = join(this.outdir, file);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, writeYamlDocuments(objects.map(dataOf)));
    }
    if (this.recordsMetadata) this.writeMetadata(prepared, warnings);
    for (const warning of warnings) process.stderr.write(`${printProblem(warning)}\n`);
  }

  /** All manifests in one text. */
  override synthYaml(): string {
    const { charts, objectsOf } = this.prepare();
    return writeYamlDocuments(charts.flatMap(objectsOf).map(dataOf));
  }

  private prepare(): Prepared {
    const tree = this.node.findAll();
    validate(this, tree);
    const dependent = connect(tree);
    const objectsOf = isOrdered(tree) ? byChart(tree) : objectsInOrder;
    return { charts: inOrder(this, tree).filter((construct) => construct instanceof Chart), objectsOf, dependent };
  }

  private *filesOf({ charts, objectsOf, dependent }: Prepared): Iterable<[string, readonly ApiObject[]]> {
    const extension = this.outputFileExtension;
    switch (this.yamlOutputType) {
      case YamlOutputType.FILE_PER_APP:
        if (charts.length > 0) yield [`app${extension}`, charts.flatMap(objectsOf)];
        return;
      case YamlOutputType.FILE_PER_CHART:
        for (const [index, chart] of charts.entries())
          yield [chartName(chart, index, dependent) + extension, objectsOf(chart)];
        return;
      case YamlOutputType.FILE_PER_RESOURCE:
        for (const object of charts.flatMap(objectsOf)) yield [resourceName(object) + extension, [object]];
        return;
      case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
        for (const [index, chart] of charts.entries()) {
          for (const object of objectsOf(chart))
            yield [join(chartName(chart, index, dependent), resourceName(object) + extension), [object]];
        }
    }
  }

  private writeMetadata(prepared: Prepared, warnings: readonly Problem[]): void {
    const objects = prepared.charts.flatMap(prepared.objectsOf);
    const resources = Object.fromEntries(objects.map((object) => [object.name, { path: object.node.path }]));
    const notes: AppNotes = { clusters: this.clustersOf(prepared), said: warnings.map(wordsOf) };
    const hasNotes = Object.keys(notes.clusters).length + notes.said.length > 0;
    const metadata = { version: '1.0.0', resources, ...(hasNotes && { [NOTES]: notes }) };
    writeFileSync(join(this.outdir, METADATA_FILE), JSON.stringify(metadata));
  }

  /** Of files and folders that are for a cluster alone. */
  private clustersOf({ charts, dependent }: Prepared): AppNotes['clusters'] {
    const { yamlOutputType: type } = this;
    const isFile = type === YamlOutputType.FILE_PER_CHART;
    if (!isFile && type !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE) return {};
    const ending = isFile ? this.outputFileExtension : '';
    const named = charts.map(
      (chart, index) => [chartName(chart, index, dependent) + ending, clusterAt(chart)] as const,
    );
    return Object.fromEntries(named.filter((each): each is readonly [string, string] => each[1] !== undefined));
  }
}

/** Of one name there is one file, with all that is in it: objects of one kind and name may be in several namespaces. */
function whole(files: Iterable<[string, readonly ApiObject[]]>): ReadonlyMap<string, readonly ApiObject[]> {
  const all = new Map<string, readonly ApiObject[]>();
  for (const [file, objects] of files) all.set(file, [...(all.get(file) ?? []), ...objects]);
  return all;
}

/** What a file or folder of a chart is called. */
const chartName = (chart: Chart, index: number, dependent: boolean): string =>
  `${dependent ? `${String(index).padStart(4, '0')}-` : ''}${Names.toDnsLabel(chart)}`;

/** What is written. cdk8s makes undefined of null in a list. */
const dataOf = (object: ApiObject): unknown =>
  object instanceof ManifestObject ? object.data() : copy(object.toJson());

const resourceName = ({ kind, name }: ApiObject): string => `${kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '');

/** In cdk8s' own words, with our problems as they are. */
function validate(app: IConstruct, tree: readonly IConstruct[]): void {
  const errors = tree.flatMap((construct) => construct.node.validate().map((text) => ({ construct, text })));
  if (errors.length === 0) return;
  const lines = errors.map(({ construct, text }) => `[${construct.node.path}] ${text}`);
  const known = new Map<IConstruct, ReadonlyMap<string, Problem>>();
  const problems = errors.map(({ construct, text }): Problem => {
    if (!known.has(construct)) known.set(construct, byText(foundIn(app, construct)));
    const problem = known.get(construct)!.get(text) ?? ofOthers(text);
    return construct === app ? problem : { ...problem, construct: construct.node.path };
  });
  const warnings = warningsOf(app);
  const message = `Validation failed with the following errors:\n  ${lines.join('\n  ')}`;
  throw new ProblemError([...problems, ...warnings], { message });
}

const byText = (problems: readonly Problem[]): ReadonlyMap<string, Problem> =>
  new Map(problems.map((problem) => [printProblem(problem), problem]));

const ofOthers = (message: string): Problem => ({ code: 'validation', severity: 'error', path: [], message });

/** Makes the dependencies between constructs ones between their objects and charts; says whether any chart depends on another. */
function connect(tree: readonly IConstruct[]): boolean {
  const dependencies = tree.flatMap((source) => source.node.dependencies.map((target) => ({ source, target })));
  let dependent = false;
  for (const parent of tree) {
    if (!(parent instanceof Chart)) continue;
    for (const child of parent.node.children) {
      if (!(child instanceof Chart)) continue;
      parent.node.addDependency(child);
      dependent = true;
    }
  }
  for (const { source, target } of dependencies) {
    const [from, to] = [Chart.of(source), Chart.of(target)];
    if (from !== to) {
      from.node.addDependency(to);
      dependent = true;
    }
    const targets = apiObjectsOf(target, to);
    for (const object of apiObjectsOf(source, from)) {
      for (const other of targets) if (object !== other) object.node.addDependency(other);
    }
  }
  return dependent;
}

const apiObjectsOf = (construct: IConstruct, chart: Chart): ApiObject[] =>
  construct.node.findAll().filter((each): each is ApiObject => ApiObject.isApiObject(each) && Chart.of(each) === chart);

/** The objects of each chart as they stand in the tree, which is the order without dependencies. */
function byChart(tree: readonly IConstruct[]): Prepared['objectsOf'] {
  const objects = new Map<Chart, ApiObject[]>();
  for (const each of tree) {
    if (!ApiObject.isApiObject(each)) continue;
    const before = objects.get(each.chart);
    if (before === undefined) objects.set(each.chart, [each]);
    else before.push(each);
  }
  return (chart) => objects.get(chart) ?? [];
}

/** The objects of a chart in the order in which they are written. */
const objectsInOrder = (chart: Chart): ApiObject[] =>
  inOrder(chart, chart.node.findAll()).filter(
    (each): each is ApiObject => ApiObject.isApiObject(each) && Chart.of(each) === chart,
  );

/** Dependencies first; as they stand in the tree where there are none. */
const inOrder = (scope: IConstruct, tree: IConstruct[]): IConstruct[] =>
  isOrdered(tree) ? tree : new DependencyGraph(scope.node).topology();

/** Whether nothing in the tree depends on anything. */
const isOrdered = (tree: readonly IConstruct[]): boolean => tree.every(({ node }) => node.dependencies.length === 0);
