// Reports for programs: one JSON document, SARIF for code scanning, annotations of GitHub's workflows.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/ https://docs.github.com/actions/reference/workflow-commands-for-github-actions
import { refOf } from '../kube/set/identity';
import { printObject, printPath, printValue } from '../report/print';
import type { Code } from '../report/codes';
import type { Problem } from '../report/problem';
import { packageJson } from './package-json';

/** A problem and what it was found in. */
export interface Finding {
  readonly problem: Problem;
  /** 0-based number of the object in the whole input. */
  readonly document: number;
  /** The Kubernetes object, where there is one. */
  readonly object?: unknown;
}

/** A problem as `--report json` prints it. */
export function findingOf({ problem, document, object }: Finding): object {
  const { severity, code, hint, path, source, ignored, fix } = problem;
  return {
    severity,
    code,
    message: messageOf(problem),
    ...(hint !== undefined && { hint }),
    ...(fix !== undefined && { fix }),
    ...(ignored !== undefined && { ignored }),
    source: source?.file ?? '-',
    document,
    ...(source?.line !== undefined && { line: source.line, column: source.column }),
    ...(refOf(object) ?? problem.object),
    path,
  };
}

const messageOf = ({ message, value }: Problem): string =>
  value === undefined ? message : `${message}, got ${printValue(value)}`;

const LEVEL = { error: 'error', warning: 'warning', note: 'note' } as const;

/** Findings as a SARIF 2.1.0 log. */
export function sarif(findings: readonly Finding[]): object {
  const codes = [...new Set(findings.map(({ problem }) => problem.code))].sort();
  const { version } = packageJson();
  const driver = {
    name: 'cdk8s-kam',
    version,
    rules: codes.map((id) => ({
      id,
      shortDescription: { text: id.replaceAll('-', ' ') },
      helpUri: pageOf(id, version),
    })),
  };
  const results = findings.map(({ problem }) => ({
    ruleId: problem.code,
    ruleIndex: codes.indexOf(problem.code),
    level: LEVEL[problem.ignored ?? problem.severity],
    message: { text: textOf(problem) },
    locations: [locationOf(problem)],
    ...(problem.ignored !== undefined && { suppressions: [{ kind: 'external' }] }),
  }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
}

/** The page of a code as it is in this version of the package, whatever repository that comes from. */
const pageOf = (code: Code, version: string): string =>
  `https://unpkg.com/cdk8s-kam@${version}/docs/problems/${code}.md`;

/** All that is known of a problem, but for its file. */
function textOf(problem: Problem): string {
  const place = placeOf(problem);
  const hint = problem.hint === undefined ? '' : `. ${problem.hint}`;
  return `${place}${place === '' ? '' : ': '}${messageOf(problem)}${hint}`;
}

/** `Deployment data/web spec.replicas` */
const placeOf = ({ object, path }: Problem): string =>
  [object && printObject(object), printPath(path)].filter(Boolean).join(' ');

function locationOf(problem: Problem): object {
  const { source } = problem;
  const uri = (source?.file ?? '-').split('/').map(encodeURIComponent).join('/');
  const region = source?.line === undefined ? {} : { region: { startLine: source.line, startColumn: source.column } };
  const name = placeOf(problem);
  return {
    physicalLocation: { artifactLocation: { uri }, ...region },
    ...(name !== '' && { logicalLocations: [{ fullyQualifiedName: name }] }),
  };
}

/** A problem as an annotation, with its line break. */
export function github({ problem }: Finding): string {
  if (problem.ignored !== undefined) return '';
  const { severity, source, code } = problem;
  const level = severity === 'note' ? 'notice' : severity;
  const place = {
    ...(source?.file !== undefined && { file: source.file }),
    ...(source?.line !== undefined && { line: source.line, col: source.column }),
    title: code,
  };
  const properties = Object.entries(place).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${level} ${properties.join(',')}::${data(textOf(problem))}\n`;
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
