// The checks of a whole app, once in each of cdk8s' validation passes: every object that our constructs emitted, after the user's patches, by
// the API server's rules, in our App those of others too; then all objects of each cluster together.
import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { printProblem } from '../report/print';
import { errorsOf, type Problem } from '../report/problem';
import { type Emitted, jsonOf, judgeApp } from './judge-app';
import { SoundApp } from './sound-app';
import { placed } from './written-at';

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

/** Our own Apps: they validate only once a synth, so that nothing need be kept for the next time, and check what is of others too. */
const ours = new WeakSet<IConstruct>();

/** Registers an App of ours. */
export function checkAll(app: IConstruct): void {
  ours.add(app);
  checkOf(app);
}

/** What was found in a construct of an app when it was validated last; of the app itself what concerns no construct alone. */
export const foundIn = (app: IConstruct, construct: IConstruct): readonly Problem[] =>
  checks.get(app)?.problemsOf(construct) ?? [];

/** The warnings of an app, in the order of its constructs, which they name. */
export const warningsOf = (app: IConstruct): readonly Problem[] => checks.get(app)?.warnings ?? [];

class AppCheck {
  private readonly emitted: Emitted[] = [];
  /** What was known before anything was checked. */
  private readonly known = new Map<IConstruct, readonly Problem[]>();
  private found: ReadonlyMap<IConstruct, readonly Problem[]> = new Map();
  /** Who answers for what was found in it. */
  private readonly answering = new Set<IConstruct>();
  /** The app as it was checked last, if nothing was wrong with it. */
  private sound: SoundApp | undefined;

  constructor(private readonly root: IConstruct) {
    // cdk8s validates from the root downwards, so that this runs first in each pass.
    root.node.addValidation({ validate: () => this.run() });
  }

  private get isOurs(): boolean {
    return ours.has(this.root);
  }

  add(emitted: Emitted): void {
    this.emitted.push(emitted);
    this.answer(emitted.construct);
  }

  say(construct: IConstruct, problems: readonly Problem[]): void {
    this.known.set(construct, problems);
    this.answer(construct);
  }

  private answer(construct: IConstruct): void {
    if (this.answering.has(construct)) return;
    this.answering.add(construct);
    construct.node.addValidation({ validate: () => this.errorsOf(construct) });
  }

  get warnings(): readonly Problem[] {
    return [...new Set([...this.known.keys(), ...this.found.keys()])].flatMap((construct) =>
      this.problemsOf(construct).flatMap((problem) => {
        if (problem.severity !== 'warning') return [];
        return construct === this.root ? problem : { ...problem, construct: construct.node.path };
      }),
    );
  }

  problemsOf = (construct: IConstruct): readonly Problem[] =>
    placed(this.known.get(construct) ?? this.found.get(construct) ?? [], construct);

  private errorsOf = (construct: IConstruct): string[] =>
    this.problemsOf(construct).flatMap((problem) => (problem.severity === 'error' ? [printProblem(problem)] : []));

  /** Checks the whole app; what concerns no construct alone is returned, for the app itself. */
  private run(): string[] {
    if (this.sound?.isUnchanged === true) return [];
    const owners = new Map<ApiObject, Emitted>();
    for (const each of this.emitted) for (const object of each.objects) owners.set(object, each);
    const tree = this.root.node.findAll();
    const all = mainFirst(tree.filter(isApiObject), owners);
    this.found = judgeApp(this.root, all, owners, this.isOurs);
    for (const construct of this.found.keys()) if (construct !== this.root) this.answer(construct);
    for (const construct of [...this.known.keys(), ...this.found.keys()])
      keepWarnings(construct, this.problemsOf(construct));
    const isSound = [...this.known.values(), ...this.found.values()].every(
      (problems) => errorsOf(problems).length === 0,
    );
    const others = all.filter((object) => !owners.has(object));
    this.sound = isSound && !this.isOurs ? new SoundApp(this.root, tree, this.emitted, others, jsonOf) : undefined;
    return this.errorsOf(this.root);
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

function keepWarnings({ node }: IConstruct, problems: readonly Problem[]): void {
  const known = new Set(node.metadata.filter(({ type }) => type === WARNING).map(({ data }) => data as string));
  for (const problem of problems) {
    if (problem.severity !== 'warning') continue;
    const text = printProblem(problem);
    if (!known.has(text)) node.addMetadata(WARNING, text);
  }
}
