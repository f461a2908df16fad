// What is wrong in an app: each object by itself, as its server sees it, and together with those of its cluster.
import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ignored, ignoredIn } from '../kube/ignored';
import { listItems } from '../kube/list';
import type { Server } from '../kube/server';
import { ObjectSet, problemsOf } from '../kube/set';
import { sayTwins } from '../kube/set/twins';
import { ROOT } from '../report/place';
import type { Path, Problem } from '../report/problem';
import { Report, type Unworded } from '../report/report';
import { naming, objectReport } from '../workload/judge';
import type { Rendered } from '../workload/render/workload';
import { beforePatches } from './before-patches';
import { homesIn } from './cluster';
import { copy } from './copy';
import { ManifestObject } from './manifest-object';
import { serverAt } from './server';

/** What one of our constructs emitted, as the check sees it. */
export interface Emitted {
  readonly construct: IConstruct;
  /** What it was made from, as far as it fits. */
  readonly props: object;
  readonly rendered: Rendered;
  /** Shapes and what the model demands, found when the construct was made; as the document has it, where there is one. */
  readonly report: Report;
  /** By which server it is judged, where something nearer than the scopes says so. */
  readonly server?: Server;
  /** The objects, in the order of the tree. */
  readonly objects: readonly ManifestObject[];
}

/** An object on its way into the set. */
interface Entry {
  readonly object: ApiObject;
  readonly owner: Emitted | undefined;
  readonly json: unknown;
  readonly begin: (secret: boolean) => Report;
}

/**
 * What was found, by the construct that answers for it: ours for all of their objects, the app itself for what concerns none alone.
 * @param all - The objects, those of a construct in the order in which they are to be told of.
 * @param owners - Of those that are ours.
 * @param whole - Objects of others are judged too, and not only where they have the name of another one.
 */
export function judgeApp(
  root: IConstruct,
  all: readonly ApiObject[],
  owners: ReadonlyMap<ApiObject, Emitted>,
  whole: boolean,
): ReadonlyMap<IConstruct, readonly Problem[]> {
  const reports = new Map<IConstruct, Report>();
  for (const { construct, report, server } of owners.values()) {
    if (!reports.has(construct)) reports.set(construct, report.fork(server ?? serverAt(construct)));
  }
  const homeOf = homesIn(root);
  const set = new ObjectSet();
  const entries: Entry[] = [];
  for (const object of all) {
    const owner = owners.get(object);
    const those = owner === undefined ? ofOthers(object) : [ofOurs(object, owner, reports.get(owner.construct)!)];
    for (const entry of those) {
      entries.push(entry);
      set.add(entry.json, entry.begin, homeOf(object.chart));
    }
  }
  const { parts, twins } = set.check((position) => entries[position]!.object.node.path);
  const found = new Map<IConstruct, readonly Problem[]>();
  const toSay = (paths: readonly string[]): string =>
    `Say which cluster each of them is for: targetCluster(chart, ${JSON.stringify(paths[0])})`;
  found.set(
    root,
    twins.map((each) => sayTwins(each, parts, 'warning', toSay(each.paths))),
  );
  const asked = askedIn(entries);
  for (const { construct, rendered } of owners.values()) {
    if (found.has(construct)) continue;
    const { problems } = reports.get(construct)!;
    found.set(construct, naming(rendered.main, (asked.get(construct) ?? AS_THEY_ARE)(problems)));
  }
  for (const [position, { object, owner, json }] of entries.entries()) {
    if (owner !== undefined) continue;
    const problems = problemsOf(parts[position]!, json).filter((problem) => whole || isDuplicate(problem));
    if (problems.length > 0) found.set(object, [...(found.get(object) ?? []), ...problems]);
  }
  return found;
}

/** The report of an emitted object stands in that of its construct. */
function ofOurs(object: ApiObject, owner: Emitted, outer: Report): Entry {
  const json = jsonOf(object);
  const begin = (secret: boolean): Report => {
    const report = objectReportOf(object as ManifestObject, json, owner, outer, secret);
    if (!(json instanceof Error)) return report;
    report.take({ code: 'bad-patch', severity: 'error', path: [], message: `cannot be patched: ${json.message}` });
    return new Report(secret);
  };
  return { object, owner, json, begin };
}

/** Objects of others, which may be a List, as they are written. */
function ofOthers(object: ApiObject): Entry[] {
  const json = jsonOf(object);
  const written = json instanceof Error ? undefined : copy(json);
  const server = serverAt(object);
  if (json instanceof Error) {
    const begin = (secret: boolean): Report => {
      const report = new Report(secret, undefined, server);
      report.take(notWritten(object, json));
      report.silence(ROOT);
      return report;
    };
    return [{ object, owner: undefined, json: undefined, begin }];
  }
  const base = listItems(written);
  const items = base === undefined ? [written] : (written as { readonly items: readonly unknown[] }).items;
  return items.map((item, index): Entry => {
    const view = base && { pathOf: (path: Path): Path => [...base, index, ...path] };
    return { object, owner: undefined, json: item, begin: (secret) => new Report(secret, view, server) };
  });
}

/** cdk8s says first in which construct, as we do. */
function notWritten({ kind, name, metadata }: ApiObject, { message }: Error): Problem {
  const reason = message.replace(/^Failed serializing construct at path '[^']*' with name '[^']*': (?:Error: )?/, '');
  const { namespace } = metadata;
  const object = { kind, name, ...(namespace !== undefined && { namespace }) };
  return { code: 'validation', severity: 'error', path: [], message: `cannot be written: ${reason}`, object };
}

/** The report of an emitted object inside that of its construct. */
function objectReportOf(
  object: ManifestObject,
  json: unknown,
  { rendered }: Emitted,
  outer: Report,
  secret: boolean,
): Report {
  const place = (path: Path): Path | undefined =>
    object.isPatched ? beforePatches(object.rendered, json, path) : path;
  return objectReport(object.rendered, rendered, {
    outer,
    secret,
    // What a patch has put there is where the patch says.
    pathOf: (path) => {
      const before = place(path);
      return before === undefined ? path : rendered.origins.pathOf(object.rendered, before);
    },
    complete: raised,
  });
}

/** A reference to a key that a Secret of the same app lacks: the server would take it, and the pod would never start. */
const raised = (problem: Unworded): Unworded =>
  problem.code === 'missing-key' ? { ...problem, severity: 'error' } : problem;

type Told = (problems: readonly Problem[]) => readonly Problem[];

const AS_THEY_ARE: Told = (problems) => problems;

/** What the objects of our constructs ask to ignore: the main one in all that its construct emits, any other in itself. */
function askedIn(entries: readonly Entry[]): ReadonlyMap<IConstruct, Told> {
  const asked = new Map<IConstruct, Told>();
  for (const { object, owner, json } of entries) {
    const text = owner && ignoredIn(json);
    if (owner === undefined || text === undefined) continue;
    const { construct, rendered } = owner;
    const before = asked.get(construct) ?? AS_THEY_ARE;
    const isMain = (object as ManifestObject).rendered === rendered.main;
    const name = object.metadata.name;
    const isMeant = (problem: Problem): boolean =>
      isMain || (problem.object?.kind === object.kind && problem.object.name === name);
    asked.set(construct, (problems) =>
      before(problems).map((problem) => (isMeant(problem) ? ignored([problem], text)[0]! : problem)),
    );
  }
  return asked;
}

/** In an app that is not ours an object of another library is only our concern when it has the name of one of ours, or of another. */
const isDuplicate = ({ code, path }: Problem): boolean =>
  code === 'duplicate' && path.at(-2) === 'metadata' && path.at(-1) === 'name';

/** An object as it is written; the error when it cannot be. */
export function jsonOf(object: ApiObject): unknown {
  try {
    return object instanceof ManifestObject ? object.data() : object.toJson();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
