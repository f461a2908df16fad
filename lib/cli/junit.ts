// A report for CI servers that show tests: a suite a file, a case an object. https://github.com/testmoapp/junitxml
import { printObject, printPath, printProblem } from '../report/print';
import type { ObjectRef, Problem } from '../report/problem';
import type { Finding } from './reports';

/** An object that was looked at. */
export interface Case {
  readonly file: string;
  /** 0-based number of the document in the whole input. */
  readonly document: number;
  readonly object: ObjectRef | undefined;
}

/** What stands in a report: the objects, and what was found in them. */
export interface Cases {
  readonly cases: readonly Case[];
  readonly findings: readonly Finding[];
}

/** A file and what is said of what is in it. */
interface Suite {
  readonly cases: string[];
  tests: number;
  failures: number;
  skipped: number;
}

/** The report. What is ignored is a case that was skipped; what was found in no object, such as a broken text, is a case of its own. */
export function junit({ cases, findings }: Cases, fails: (problem: Problem) => boolean): string {
  const suites = new Map<string, Suite>();
  const add = (file: string, name: string, own: readonly Problem[]): void => {
    const suite = suites.get(file) ?? { cases: [], tests: 0, failures: 0, skipped: 0 };
    suites.set(file, suite);
    const failed = own.filter(fails);
    const isSkipped = failed.length === 0 && own.some(({ ignored }) => ignored !== undefined);
    suite.tests++;
    if (failed.length > 0) suite.failures++;
    if (isSkipped) suite.skipped++;
    suite.cases.push(caseOf(file, name, own, failed, isSkipped));
  };
  for (const [one, own] of shared(cases, findings)) {
    if (one !== undefined)
      add(one.file, one.object === undefined ? `document ${one.document}` : printObject(one.object), own);
    else for (const each of own) add(each.source?.file ?? '-', printPath(each.path) || each.code, [each]);
  }
  const texts = [...suites].map(
    ([file, suite]) =>
      `  <testsuite name="${xml(file)}"${attributes(suite)}>\n${suite.cases.join('\n')}\n  </testsuite>\n`,
  );
  const all = [...suites.values()];
  const sum = (key: 'tests' | 'failures' | 'skipped'): number => all.reduce((total, suite) => total + suite[key], 0);
  const totals = attributes({ tests: sum('tests'), failures: sum('failures'), skipped: sum('skipped') });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cdk8s-kam"${totals}>\n${texts.join('')}</testsuites>\n`;
}

/** Each case with its problems, and what belongs to none: of several objects of a document each has what names it, and the first the others. */
function* shared(
  cases: readonly Case[],
  findings: readonly Finding[],
): Generator<readonly [Case | undefined, readonly Problem[]]> {
  const found = new Map<number, Problem[]>();
  for (const { problem, document } of findings) {
    if (problem.severity === 'note' && problem.ignored === undefined) continue;
    found.set(document, [...(found.get(document) ?? []), problem]);
  }
  const siblings = new Map<number, Case[]>();
  for (const each of cases) siblings.set(each.document, [...(siblings.get(each.document) ?? []), each]);
  for (const document of [...new Set([...siblings.keys(), ...found.keys()])].sort((one, other) => one - other)) {
    const [first, ...others] = siblings.get(document) ?? [];
    const left = new Set(found.get(document));
    const rest = others.map((each) => {
      const own = [...left].filter(({ object }) => object !== undefined && isSame(object, each.object));
      for (const problem of own) left.delete(problem);
      return [each, own] as const;
    });
    yield [first, [...left]];
    yield* rest;
  }
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

const attributes = ({ tests, failures, skipped }: Counts): string =>
  ` tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}"`;

const isSame = (one: ObjectRef | undefined, other: ObjectRef | undefined): boolean =>
  one?.kind === other?.kind && one?.namespace === other?.namespace && one?.name === other?.name;

function caseOf(
  file: string,
  name: string,
  own: readonly Problem[],
  failed: readonly Problem[],
  isSkipped: boolean,
): string {
  const line = own.find(({ source }) => source?.line !== undefined)?.source?.line;
  const head = `    <testcase name="${xml(name)}" classname="${xml(file)}" file="${xml(file)}"${line === undefined ? '' : ` line="${line}"`}`;
  const others = own.filter((problem) => !failed.includes(problem) && problem.ignored === undefined);
  const parts = [
    ...failed.map(
      (problem) =>
        `      <failure type="${problem.code}" message="${xml(problem.message)}">${xml(printProblem(problem))}</failure>`,
    ),
    ...(isSkipped ? [`      <skipped message="ignored: ${codesOf(own)}"/>`] : []),
    ...(others.length > 0 ? [`      <system-out>${xml(others.map(printProblem).join('\n'))}</system-out>`] : []),
  ];
  return parts.length === 0 ? `${head}/>` : `${head}>\n${parts.join('\n')}\n    </testcase>`;
}

const codesOf = (problems: readonly Problem[]): string =>
  [...new Set(problems.flatMap(({ ignored, code }) => (ignored === undefined ? [] : [code])))].sort().join(', ');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** XML has no other control characters, not even as entities. */
const xml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\p{Surrogate}]/gu, '\ufffd')
    .replace(/[&<>"\n]/g, (one) => ENTITIES[one]!);
