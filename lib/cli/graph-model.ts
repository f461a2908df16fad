// What a graph shows: objects, how they refer to each other, what is not there, and what is wrong with each.
import { refOf } from '../kube/set/identity';
import { printObject, printSource } from '../report/print';
import type { ObjectRef, Problem } from '../report/problem';
import { isMap } from '../shape/shape';
import { isRoute, linksOf, selects } from './links';
import type { Entry } from './objects';
import { isManifestMap, type KubeMap, podTemplateIn } from './pods';
import { count } from './print-problems';
import type { Finding } from './reports';

/** From left to right, as traffic and configuration flow. */
export const COLUMNS = ['route', 'service', 'workload', 'config'] as const;
export type Column = (typeof COLUMNS)[number];

/** An object, or one that is only referred to. */
export interface Node {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly column: Column;
  /** Nothing of the input: it must be in the cluster already. */
  readonly missing: boolean;
  /** The workload of a document that it was made from: `Job load`. */
  readonly from?: string;
  /** `file:line:column`. */
  readonly source?: string;
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

/** Builds the graph of all objects of the input. */
export function graphOf(entries: readonly Entry[], findings: readonly Finding[]): Graph {
  const builder = new Builder();
  const drawn = entries.flatMap((entry) => {
    const node = builder.add(entry);
    return node === undefined ? [] : [{ node, object: entry.object as KubeMap }];
  });
  for (const { node, object } of drawn) builder.connect(node, object, drawn);
  return { nodes: builder.nodes, edges: builder.edges, problems: builder.place(entries, findings) };
}

const keyOf = (kind: string, namespace: string, name: string): string => JSON.stringify([kind, namespace, name]);

class Builder {
  readonly nodes: Node[] = [];
  readonly edges: Edge[] = [];
  private readonly byKey = new Map<string, Node>();
  private readonly byObject = new Map<unknown, Node>();
  private readonly connected = new Set<string>();

  add({ object, source, workload }: Entry): Node | undefined {
    if (!isManifestMap(object)) return undefined;
    const { kind } = object;
    const name = textAt(object, 'metadata', 'name') ?? '(no name)';
    const namespace = textAt(object, 'metadata', 'namespace') ?? '';
    const { workload: model } = workload ?? {};
    const node: Node = {
      id: this.nodes.length,
      kind,
      name,
      namespace,
      column: columnOf(kind, podTemplateIn(object) !== undefined),
      missing: false,
      ...(model !== undefined && { from: `${model.kind} ${model.name ?? ''}` }),
      source: printSource(source()),
      facts: factsOf(object),
      problems: [],
    };
    this.nodes.push(node);
    this.byObject.set(object, node);
    const key = keyOf(kind, namespace, name);
    if (!this.byKey.has(key)) this.byKey.set(key, node);
    // The operator makes a Secret of the same name.
    if (kind === 'ExternalSecret') {
      const secret = keyOf('Secret', namespace, textAt(object, 'spec', 'target', 'name') ?? name);
      if (!this.byKey.has(secret)) this.byKey.set(secret, node);
    }
    return node;
  }

  connect(node: Node, object: KubeMap, all: readonly { node: Node; object: KubeMap }[]): void {
    for (const { kind, name, namespace = node.namespace, label } of linksOf(object)) {
      this.edge(node, this.find(kind, namespace, name), label);
    }
    if (node.kind !== 'Service') return;
    for (const other of all) {
      if (other.node.namespace === node.namespace && selects(object, other.object))
        this.edge(node, other.node, 'selects');
    }
  }

  private find(kind: string, namespace: string, name: string): Node {
    const key = keyOf(kind, namespace, name);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const node: Node = {
      id: this.nodes.length,
      kind,
      name,
      namespace,
      column: columnOf(kind),
      missing: true,
      facts: [],
      problems: [],
    };
    this.nodes.push(node);
    this.byKey.set(key, node);
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

function columnOf(kind: string, makesPods = false): Column {
  if (makesPods) return 'workload';
  if (isRoute(kind)) return 'route';
  return kind === 'Service' ? 'service' : 'config';
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>((inner, key) => (isMap(inner) ? inner[key] : undefined), value);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

/** What a person asks first; never a value that could be a secret. */
function factsOf(object: KubeMap): string[] {
  const spec = isMap(object.spec) ? object.spec : {};
  const { spec: pod = {} } = podTemplateIn(object) ?? {};
  const containers = isMap(pod) && Array.isArray(pod.containers) ? pod.containers : [];
  const ports = object.kind === 'Service' && Array.isArray(spec.ports) ? spec.ports : [];
  const type = textAt(spec, 'type');
  const keys = ['data', 'stringData', 'binaryData'].flatMap((field) => {
    const data = object[field];
    return isMap(data) ? Object.keys(data) : [];
  });
  return [
    ...(typeof spec.schedule === 'string'
      ? [`${spec.schedule}${textAt(spec, 'timeZone') ? ` (${textAt(spec, 'timeZone')})` : ''}`]
      : []),
    ...(textAt(spec, 'replicas') === undefined ? [] : [count(Number(textAt(spec, 'replicas')), 'replica')]),
    ...containers.flatMap((container) => textAt(container, 'image') ?? []),
    ...(object.kind === 'Service'
      ? [[type ?? 'ClusterIP', ...ports.flatMap((port) => textAt(port, 'port') ?? [])].join(' ')]
      : []),
    ...(keys.length > 0 ? [keys.join(', ')] : []),
  ];
}

const titleIn = (document: number, object: ObjectRef | undefined): string =>
  `${document} ${object === undefined ? '' : printObject(object)}`;
