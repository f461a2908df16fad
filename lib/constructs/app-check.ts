// The checks of a whole app, once in each of cdk8s' validation passes: every object that our constructs emitted, after the user's patches, by
// the API server's rules; then all objects of the app together.
import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ignored, ignoredIn } from '../kube/ignored';
import type { Server } from '../kube/server';
import { checkSet } from '../kube/set';
import { printProblem } from '../report/print';
import { errorsOf, type Path, type Problem } from '../report/problem';
import { Report, type Unworded } from '../report/report';
import { objectReport } from '../workload/judge';
import type { Rendered } from '../workload/render/workload';
import { beforePatches } from './before-patches';
import { ManifestObject } from './manifest-object';
import { serverAt } from './server';
import { SoundApp } from './sound-app';
import { placed } from './written-at';

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

/** Where warnings stand on a construct: `node.metadata` entries of this type. */
export const WARNING = 'cdk8s-kam:warning';

const checks = new WeakMap<IConstruct, AppCheck>();

/** Registers what a construct emitted with the check of its app. */
export const checkAtSynth = (emitted: Emitted): void => checkOf(emitted.construct).add(emitted);

/** Registers what is wrong with or surprising in what a construct was made from. */
export const sayAtSynth = (construct: IConstruct, problems: readonly Problem[]): void =>
  checkOf(construct).say(construct, problems);

function checkOf({ node: { root } }: IConstruct): AppCheck {
  let check = checks.get(root);
  if (check === undefined) {
    check = new AppCheck(root);
    checks.set(root, check);
  }
  return check;
}

/** Apps that validate only once a synth, so that nothing need be kept for the next time. */
export const validatesOnce = new WeakSet<IConstruct>();

/** What was found in a construct of an app when it was validated last; of the app itself what concerns none of our constructs. */
export const problemsOf = (app: IConstruct, construct: IConstruct): readonly Problem[] =>
  checks.get(app)?.problemsOf(construct) ?? [];

/** The warnings of an app, in the order of its constructs, which they name. */
export const warningsOf = (app: IConstruct): readonly Problem[] => checks.get(app)?.warnings ?? [];

class AppCheck {
  private readonly emitted: Emitted[] = [];
  /** What was known before anything was checked. */
  private readonly known = new Map<IConstruct, readonly Problem[]>();
  private found: ReadonlyMap<IConstruct, readonly Problem[]> = new Map();
  /** The app as it was checked last, if nothing was wrong with it. */
  private sound: SoundApp | undefined;

  constructor(private readonly root: IConstruct) {
    // cdk8s validates from the root downwards, so that this runs first in each pass.
    root.node.addValidation({ validate: () => this.run() });
  }

  add(emitted: Emitted): void {
    this.emitted.push(emitted);
    this.validate(emitted.construct);
  }

  say(construct: IConstruct, problems: readonly Problem[]): void {
    this.known.set(construct, problems);
    this.validate(construct);
  }

  private validate(construct: IConstruct): void {
    construct.node.addValidation({ validate: () => this.errorsOf(construct) });
  }

  get warnings(): readonly Problem[] {
    return [...this.known.keys(), ...this.emitted.map(({ construct }) => construct)].flatMap((construct) =>
      this.problemsOf(construct).flatMap((problem) =>
        problem.severity === 'warning' ? [{ ...problem, construct: construct.node.path }] : [],
      ),
    );
  }

  problemsOf = (construct: IConstruct): readonly Problem[] =>
    placed(this.known.get(construct) ?? this.found.get(construct) ?? [], construct);

  private errorsOf = (construct: IConstruct): string[] =>
    this.problemsOf(construct).flatMap((problem) => (problem.severity === 'error' ? [printProblem(problem)] : []));

  /** Checks the whole app; what concerns none of our constructs is returned, for the app itself. */
  private run(): string[] {
    if (this.sound?.isUnchanged === true) return [];
    const owners = new Map<ApiObject, Emitted>();
    for (const each of this.emitted) for (const object of each.objects) owners.set(object, each);
    const tree = this.root.node.findAll();
    const all = mainFirst(tree.filter(isApiObject), owners);
    this.judge(all, all.map(jsonOf), owners);
    for (const construct of [...this.known.keys(), ...this.found.keys()])
      keepWarnings(construct, this.problemsOf(construct));
    const isSound = [...this.known.values(), ...this.found.values()].every(
      (problems) => errorsOf(problems).length === 0,
    );
    const others = all.filter((object) => !owners.has(object));
    this.sound =
      isSound && !validatesOnce.has(this.root)
        ? new SoundApp(this.root, tree, this.emitted, others, jsonOf)
        : undefined;
    return this.errorsOf(this.root);
  }

  private judge(all: readonly ApiObject[], objects: readonly unknown[], owners: ReadonlyMap<ApiObject, Emitted>): void {
    const reports = new Map(
      this.emitted.map(({ construct, report, server }) => [construct, report.fork(server ?? serverAt(construct))]),
    );
    const found = checkSet(
      objects,
      (position) => all[position]?.node.path ?? '',
      (position, secret) => {
        const object = all[position]!;
        const owner = owners.get(object);
        if (owner === undefined) return new Report(secret, undefined, serverAt(object));
        const report = objectReportOf(
          object as ManifestObject,
          objects[position],
          owner,
          reports.get(owner.construct)!,
          secret,
        );
        const json = objects[position];
        if (!(json instanceof Error)) return report;
        report.take(notRendered(json));
        return new Report(secret);
      },
    );
    const asked = askedIn(all, objects, owners);
    const ofOurs = [...reports].map(
      ([construct, { problems }]) => [construct, (asked.get(construct) ?? AS_THEY_ARE)(problems)] as const,
    );
    const ofOthers = all.flatMap((object, position) =>
      owners.has(object) ? [] : found[position]!.filter(isDuplicate),
    );
    this.found = new Map([...ofOurs, [this.root, ofOthers]]);
  }
}

const isApiObject = (node: IConstruct): node is ApiObject => ApiObject.isApiObject(node);

/** All objects in the order of the tree, but of each construct the main one first: what is wrong in several of them is said of that. */
function mainFirst(all: readonly ApiObject[], owners: ReadonlyMap<ApiObject, Emitted>): readonly ApiObject[] {
  const taken = new Set<ApiObject>();
  return all.flatMap((object) => {
    const owner = owners.get(object);
    if (owner === undefined) return [object];
    if (taken.has(object)) return [];
    const { main } = owner.rendered;
    const first = owner.objects.find(({ rendered }) => rendered === main)!;
    const both = [first, object].filter((each) => !taken.has(each));
    for (const each of both) taken.add(each);
    return [...new Set(both)];
  });
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
function askedIn(
  all: readonly ApiObject[],
  objects: readonly unknown[],
  owners: ReadonlyMap<ApiObject, Emitted>,
): ReadonlyMap<IConstruct, Told> {
  const asked = new Map<IConstruct, Told>();
  for (const [position, object] of all.entries()) {
    const owner = owners.get(object);
    const text = owner && ignoredIn(objects[position]);
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

/** An object of another library is only our concern when it has the name of one of ours, or of another. */
const isDuplicate = ({ code, path }: Problem): boolean =>
  code === 'duplicate' && path.length === 2 && path[0] === 'metadata' && path[1] === 'name';

function jsonOf(object: ApiObject): unknown {
  try {
    return object instanceof ManifestObject ? object.data() : object.toJson();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const notRendered = (error: Error): Problem => ({
  code: 'bad-patch',
  severity: 'error',
  path: [],
  message: `cannot be patched: ${error.message}`,
});

function keepWarnings({ node }: IConstruct, problems: readonly Problem[]): void {
  const known = new Set(node.metadata.filter(({ type }) => type === WARNING).map(({ data }) => data as string));
  for (const problem of problems) {
    if (problem.severity !== 'warning') continue;
    const text = printProblem(problem);
    if (!known.has(text)) node.addMetadata(WARNING, text);
  }
}
