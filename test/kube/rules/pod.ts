// For the tests of pod rules: what they find in a template, one short line each.
import { decode } from '../../../lib/kube/decode';
import { checkPodTemplate } from '../../../lib/kube/rules/core/pod-template';
import { serverOf } from '../../../lib/kube/server';
import { ROOT } from '../../../lib/report/place';
import { printPath } from '../../../lib/report/print';
import type { Problem } from '../../../lib/report/problem';
import { Report } from '../../../lib/report/report';

/** All problems of a pod template with this spec, as the oldest minor has it, or another. */
export function problemsOfPod(spec: object, annotations?: Record<string, string>, kubernetes = '1.28'): Problem[] {
  const report = new Report(false, undefined, serverOf(kubernetes));
  checkPodTemplate(decode('PodTemplateSpec', { metadata: { annotations }, spec }, report), ROOT, report);
  return report.problems;
}

/** `code path`, with `?` before the code of a warning. */
export const line = ({ severity, code, path }: Problem): string =>
  `${severity === 'warning' ? '?' : ''}${code} ${printPath(path)}`;

const container = { name: 'web', image: 'nginx' };

/** The lines for a pod with these fields beside one sound container. */
export const ofPod = (fields: object, annotations?: Record<string, string>): string[] =>
  problemsOfPod({ containers: [container], ...fields }, annotations).map(line);

/** The same, as the newest minor has it. */
export const ofNewestPod = (fields: object): string[] =>
  problemsOfPod({ containers: [container], ...fields }, undefined, '1.36').map(line);

/** The lines for a pod whose only container has these fields; paths start at the container. */
export const ofContainer = (fields: object, spec: object = {}): string[] =>
  problemsOfPod({ containers: [{ ...container, ...fields }], ...spec }).map((problem) =>
    line({ ...problem, path: problem.path.slice(3) }),
  );

/** The only problem of a pod whose only container has these fields. */
export function onlyOf(fields: object): Problem {
  const problems = problemsOfPod({ containers: [{ ...container, ...fields }] });
  expect(problems).toHaveLength(1);
  return problems[0] as Problem;
}
