// What an object asks to ignore in itself: an annotation with codes of problems, which stays in what is written.
import { isPlainObject } from '../report/data';
import { at, ROOT } from '../report/place';
import type { ObjectRef, Problem } from '../report/problem';
import type { Report } from '../report/report';
import { refOf } from './set/identity';

/** The annotation: `cdk8s-kam/ignore: bad-format, no-effect`. */
const ANNOTATION = 'cdk8s-kam/ignore';

/** The codes that annotations name, as they are written; undefined where there are none. */
export function ignoredBy(annotations: unknown): string | undefined {
  if (!isPlainObject(annotations) || !Object.hasOwn(annotations, ANNOTATION)) return undefined;
  const text = annotations[ANNOTATION];
  return typeof text === 'string' ? text : undefined;
}

/** As {@link ignoredBy}, of an object. */
export function ignoredIn(object: unknown): string | undefined {
  const metadata = isPlainObject(object) ? object.metadata : undefined;
  return isPlainObject(metadata) ? ignoredBy(metadata.annotations) : undefined;
}

const PLACE = at(at(at(ROOT, 'metadata'), 'annotations'), ANNOTATION);

/** Warns of what an object asks to ignore and cannot. */
export function checkIgnored(object: unknown, report: Report): void {
  const text = ignoredIn(object);
  if (text === undefined) return;
  for (const { given, message, hint } of ignore().readIgnores(text).wrong)
    report.warning(PLACE, 'not-one-of', message, { value: given, hint });
}

/** What was found in an object; what it asks to ignore are notes. */
export function asAsked(problems: Problem[], object: unknown): Problem[] {
  if (problems.length === 0) return problems;
  try {
    const text = ignoredIn(object);
    return text === undefined ? problems : ignored(problems, text, refOf(object));
  } catch {
    // A getter in it throws, which has been said.
    return problems;
  }
}

/** Problems without those that a text asks to ignore, which are notes; `object` is meant where a problem names none. */
export function ignored(problems: readonly Problem[], text: string, object?: ObjectRef): Problem[] {
  const { readIgnores, ignoring } = ignore();
  const { ignores } = readIgnores(text);
  return problems.map((problem) => ignoring(problem, ignores, problem.object ?? object));
}

/** Loaded when somebody asks to ignore something. */
const ignore = (): typeof import('../report/ignore') =>
  require('../report/ignore') as typeof import('../report/ignore');
