// What a graph shows: objects, how they refer to each other, what is not there, and what is wrong with each.
import type { LabelSelector } from '../kube/api/types';
import { kinds } from '../kube/kinds';
import { selects } from '../kube/rules/meta/label-selector';
import { refOf } from '../kube/set/identity';
import { printObject, printSource } from '../report/print';
import type { ObjectRef, Problem } from '../report/problem';
import { factsOf, textAt } from './facts';
import { listAt } from './lists';
import { isRoute, linksOf } from './links';
import type { Entry } from './objects';
import { isManifestMap, type KubeMap } from './pods';
import type { Finding } from './reports';
import { isPolicy, labelsOf, podLabelsOf, selectionOf } from './selections';

/** From left to right, as traffic and configuration flow. */
export const COLUMNS = ['route', 'service', 'policy', 'workload', 'config'] as const;
export type Column = (typeof COLUMNS)[number];

/** An object, or one that is only referred to. */
export interface Node {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly column: Column;
  /** The object itself; undefined where it is missing. */
  readonly object?: unknown;
  /** Nothing of the input: it must be in the cluster already. */
  readonly missing: boolean;
  /** The workload of a document that it was made from: `Job load`. */
  readonly from?: string;
  /** `file:line:column`. */
  readonly source?: string;
  /** The file; undefined for standard input. */
  readonly file?: string;
  /** Its own, and those of its pods. */
  readonly labels: Readonly<Record<string, string>>;
  /** Short facts: images, schedule, replicas, ports. */
  readonly facts: readonly string[];
  readonly problems: Problem[];
}

export interface Edge {
  readonly from: Node;
  readonly to: Node;
  /** `env`, `volume`, `selects`, `routes to`. */
  readonly label: string;
}

export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** What belongs to no object that could be drawn. */
  readonly problems: readonly Problem[];
}

/**
 * Builds the graph of all objects of the input.
 * @param clusters - What is applied together, where that is not all; an object may be in several.
 */
export function graphOf(
  entries: readonly Entry[],
  findings: readonly Finding[],
  clusters: Iterable<readonly Entry[]> = [entries],
): Graph {
  const builder = new Builder();
  for (const entry of entries) builder.add(entry);
  for (const cluster of clusters) builder.connect(cluster);
  return { nodes: builder.nodes, edges: builder.edges, problems: builder.place(entries, findings) };
}

const keyOf = (kind: string, namespace: string, name: string): string => JSON.stringify([kind, namespace, name]);

class Builder {
  readonly nodes: Node[] = [];
  readonly edges: Edge[] = [];
  private readonly byObject = new Map<unknown, Node>();
  private readonly connected = new Set<string>();
  /** What each object lacks, which is the same in all clusters that lack it. */
  private readonly lacking = new Map<string, Node>();

  add({ object, source, workload }: Entry): void {
    if (!isManifestMap(object)) return;
    const { kind } = object;
    const { workload: model } = workload ?? {};
    const place = source();
    const podLabels = podLabelsOf(object);
    const node: Node = {
      id: this.nodes.length,
      kind,
      name: textAt(object, 'metadata', 'name') ?? '(no name)',
      namespace: textAt(object, 'metadata', 'namespace') ?? '',
      column: columnOf(kind, podLabels !== undefined),
      object,
      missing: false,
      ...(model !== undefined && { from: `${model.kind} ${model.name ?? ''}` }),
      source: printSource(place),
      ...(place.file !== undefined && { file: place.file }),
      labels: { ...podLabels, ...labelsOf(object) },
      facts: factsOf(object),
      problems: [],
    };
    this.nodes.push(node);
    this.byObject.set(object, node);
  }

  /** Draws the lines between what is applied together. */
  connect(entries: readonly Entry[]): void {
    const drawn = entries.flatMap(({ object }) => {
      const node = this.byObject.get(object);
      return node === undefined ? [] : [{ node, object: object as KubeMap }];
    });
    const cluster = new Cluster();
    for (const { node, object } of drawn) cluster.add(node, object);
    for (const { node, object } of drawn) this.connectOne(node, object, cluster);
  }

  private connectOne(node: Node, object: KubeMap, cluster: Cluster): void {
    for (const { kind, name, namespace = node.namespace, label } of linksOf(object)) {
      const key = keyOf(kind, isClusterWide(kind) ? '' : namespace, name);
      this.edge(node, cluster.byKey.get(key) ?? this.missing(key, node, cluster), label);
    }
    const selection = selectionOf(object);
    if (selection === undefined) return;
    for (const other of cluster.pods.selected(selection.selector, node.namespace))
      this.edge(node, other, selection.label);
  }

  private missing(key: string, from: Node, cluster: Cluster): Node {
    const lack = `${from.id} ${key}`;
    let node = this.lacking.get(lack);
    if (node === undefined) {
      const [kind, namespace, name] = JSON.parse(key) as [string, string, string];
      const column = columnOf(kind);
      const labels = {};
      node = { id: this.nodes.length, kind, name, namespace, column, missing: true, labels, facts: [], problems: [] };
      this.nodes.push(node);
      this.lacking.set(lack, node);
    }
    cluster.byKey.set(key, node);
    return node;
  }

  private edge(from: Node, to: Node, label: string): void {
    const id = `${from.id} ${to.id} ${label}`;
    if (from === to || this.connected.has(id)) return;
    this.connected.add(id);
    this.edges.push({ from, to, label });
  }

  /** Puts each problem on its object; returns those that have none. */
  place(entries: readonly Entry[], findings: readonly Finding[]): Problem[] {
    const ofDocument = new Map<number, Node>();
    const byTitle = new Map<string, Node>();
    for (const { object, document } of entries) {
      const node = this.byObject.get(object);
      if (node === undefined) continue;
      const known = ofDocument.get(document);
      if (known === undefined || (known.column !== 'workload' && node.column === 'workload'))
        ofDocument.set(document, node);
      byTitle.set(titleIn(document, refOf(object)), node);
    }
    return findings.flatMap(({ problem, document, object }) => {
      if (problem.severity === 'note') return [];
      const node =
        this.byObject.get(object) ?? byTitle.get(titleIn(document, problem.object)) ?? ofDocument.get(document);
      if (node === undefined) return [problem];
      node.problems.push(problem);
      return [];
    });
  }
}

const isClusterWide = (kind: string): boolean => kinds().some((each) => each.kind === kind && !each.namespaced);

/** What is applied together. */
class Cluster {
  readonly byKey = new Map<string, Node>();
  readonly pods = new Pods();

  add(node: Node, object: KubeMap): void {
    const { kind, name, namespace } = node;
    const podLabels = podLabelsOf(object);
    if (podLabels !== undefined) this.pods.add(node, podLabels);
    const key = keyOf(kind, namespace, name);
    if (!this.byKey.has(key)) this.byKey.set(key, node);
    // The operator makes a Secret of the same name.
    if (kind === 'ExternalSecret') {
      const secret = keyOf('Secret', namespace, textAt(object, 'spec', 'target', 'name') ?? name);
      if (!this.byKey.has(secret)) this.byKey.set(secret, node);
    }
  }
}

/** What makes pods, found by the labels of these. */
class Pods {
  private readonly all = new Map<string, { readonly node: Node; readonly labels: Record<string, string> }[]>();

  add(node: Node, labels: Record<string, string>): void {
    for (const [key, value] of [...Object.entries(labels), []])
      listAt(this.all, JSON.stringify([node.namespace, key, value])).push({ node, labels });
  }

  selected(selector: LabelSelector, namespace: string): Node[] {
    const [first = []] = Object.entries(selector.matchLabels ?? {});
    const near = this.all.get(JSON.stringify([namespace, first[0], first[1]])) ?? [];
    return near.filter(({ labels }) => selects(selector, labels)).map(({ node }) => node);
  }
}

function columnOf(kind: string, makesPods = false): Column {
  if (makesPods) return 'workload';
  if (isRoute(kind)) return 'route';
  if (isPolicy(kind)) return 'policy';
  return kind === 'Service' ? 'service' : 'config';
}

const titleIn = (document: number, object: ObjectRef | undefined): string =>
  `${document} ${object === undefined ? '' : printObject(object)}`;
