// The checks of a whole app, once in each of cdk8s' validation passes: every object that our constructs emitted, after the user's patches, by
// the API server's rules; then all objects of the app together.
import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { validateManifests } from '../kube/set';
import { printProblem } from '../report/print';
import type { Problem } from '../report/problem';
import { distinct, type Locate, without } from '../workload/manifests';
import { beforePatches } from './before-patches';
import { copy, isUnchanged } from './copy';
import { ManifestObject } from './manifest-object';

/** Turns a problem of a workload into one of its document; undefined when the document's dialect has said it already. */
export type Locator = (problem: Problem) => Problem | undefined;

/** A construct of ours, as the check sees it. */
export interface Checked extends IConstruct {
  /** The objects that it emitted. */
  readonly manifestObjects: readonly ManifestObject[];
  /** What was found when it was made: shapes and what the model demands. */
  readonly modelProblems: readonly Problem[];
  /** Turns a problem of the workload into one of the document that it was imported from. */
  readonly locate: Locator | undefined;
  /** Turns a problem of an emitted object into one of the workload. */
  readonly atField: Locate;
}

/** Where warnings stand on a construct: `node.metadata` entries of this type. */
export const WARNING = 'cdk8s-kam:warning';

const checks = new WeakMap<IConstruct, AppCheck>();

/** Registers a construct with the check of its app. */
export function checkAtSynth(construct: Checked): void {
  const { root } = construct.node;
  let check = checks.get(root);
  if (check === undefined) {
    check = new AppCheck(root);
    checks.set(root, check);
  }
  check.add(construct);
}

/** Apps that validate only once a synth, so that nothing need be kept for the next time. */
export const validatesOnce = new WeakSet<IConstruct>();

/** The warnings of an app, in the order of its constructs. */
export const warningsOf = (app: IConstruct): readonly Problem[] => checks.get(app)?.warnings ?? [];

class AppCheck {
  private readonly constructs: Checked[] = [];
  private found = new Map<IConstruct, Problem[]>();
  /** What was checked last, if nothing was wrong with it. */
  private sound: { readonly all: readonly ApiObject[]; readonly objects: unknown } | undefined;

  constructor(private readonly root: IConstruct) {
    // cdk8s validates from the root downwards, so that this runs first in each pass.
    root.node.addValidation({ validate: () => this.run() });
  }

  add(construct: Checked): void {
    this.constructs.push(construct);
    construct.node.addValidation({ validate: () => this.errorsOf(construct) });
  }

  get warnings(): readonly Problem[] {
    return this.constructs.flatMap((construct) =>
      this.problemsOf(construct).filter(({ severity }) => severity === 'warning'),
    );
  }

  private problemsOf = (construct: IConstruct): Problem[] => this.found.get(construct) ?? [];

  private errorsOf(construct: Checked): string[] {
    return this.problemsOf(construct).flatMap((problem) =>
      problem.severity === 'error' ? [printProblem(problem)] : [],
    );
  }

  /** Checks the whole app; what concerns none of our constructs is returned, for the app itself. */
  private run(): string[] {
    const all = this.root.node.findAll().filter((node): node is ApiObject => ApiObject.isApiObject(node));
    const objects = all.map(jsonOf);
    if (this.isKnownToBeSound(all, objects)) return [];
    const found = validateManifests(objects, { label: (position) => all[position]?.node.path ?? '' });
    const byObject = new Map(
      all.map((object, position) => [object, problemsOf(objects[position], found[position] ?? [])]),
    );
    this.found = new Map();
    for (const construct of this.constructs) {
      this.found.set(construct, checkConstruct(construct, byObject));
      keepWarnings(construct, this.problemsOf(construct));
    }
    const errors = [...byObject].flatMap(([object, problems]) => duplicatesOfOthers(object, problems));
    if (validatesOnce.has(this.root)) return errors;
    const isSound = errors.length === 0 && this.constructs.every((construct) => this.errorsOf(construct).length === 0);
    this.sound = isSound ? { all, objects: copy(objects) } : undefined;
    return errors;
  }

  /** cdk8s' own App validates everything again for each of its charts, when nothing has changed. */
  private isKnownToBeSound(all: readonly ApiObject[], objects: readonly unknown[]): boolean {
    if (this.sound === undefined || all.length !== this.sound.all.length) return false;
    for (let index = 0; index < all.length; index++) if (all[index] !== this.sound.all[index]) return false;
    return isUnchanged(objects, this.sound.objects);
  }
}

/** What was found in an object: instead of all else that it could not be rendered, where a patch does not fit. */
const problemsOf = (json: unknown, found: readonly Problem[]): readonly Problem[] =>
  json instanceof Error ? [notRendered(json)] : found;

/** An object of another library is only our concern when it has the name of one of ours, or of another. */
const duplicatesOfOthers = (object: ApiObject, problems: readonly Problem[]): string[] =>
  object instanceof ManifestObject
    ? []
    : problems
        .filter(({ code }) => code === 'duplicate')
        .flatMap((problem) => (isOfSet(problem) ? [printProblem(problem)] : []));

const isOfSet = ({ path }: Problem): boolean => path.length === 2 && path[0] === 'metadata' && path[1] === 'name';

function checkConstruct(construct: Checked, byObject: ReadonlyMap<ApiObject, readonly Problem[]>): Problem[] {
  const known = construct.modelProblems.flatMap((problem) => inDocument(construct, problem));
  const found = construct.manifestObjects.flatMap((object) => {
    const problems = byObject.get(object) ?? [];
    const patched = problems.length > 0 && object.isPatched ? jsonOf(object) : undefined;
    return problems.flatMap((problem) => locateIn(construct, object, patched, raised(problem)));
  });
  return [...known, ...distinct(without(found, known))];
}

/** A reference to a key that a Secret of the same app lacks: the server would take it, and the pod would never start. */
const raised = (problem: Problem): Problem =>
  problem.code === 'missing-key' ? { ...problem, severity: 'error' } : problem;

function locateIn(construct: Checked, object: ManifestObject, patched: unknown, problem: Problem): Problem[] {
  const path = patched === undefined ? problem.path : beforePatches(object.rendered, patched, problem.path);
  const located = construct.atField({ ...problem, path: path ?? [] }, object.rendered);
  // What a patch has put there is where the patch says.
  return inDocument(construct, path === undefined ? { ...located, path: problem.path } : located);
}

function inDocument({ locate }: Checked, problem: Problem): Problem[] {
  if (locate === undefined) return [problem];
  const located = locate(problem);
  return located === undefined ? [] : [located];
}

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
