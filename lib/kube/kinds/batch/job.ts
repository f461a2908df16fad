// Job: runs pods until enough of them have succeeded.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Job } from '../../api/types';
import { checkJobSpec, CONTROLLER_UID_LABELS, JOB_NAME_LABELS } from '../../rules/batch/job-spec';
import { checkLabelSelector, isValidSelector, selects } from '../../rules/meta/label-selector';
import { checkMetadata, nameOf, SUBDOMAIN_NAME, warnOfHostName, warnOfStatus } from '../../rules/meta/metadata';
import { label1123 } from '../../values/syntax';

const LONGEST_NAME = 63;

export function checkJob(job: Job, place: At, report: Report): void {
  const { metadata, spec = {}, status } = job;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkJobName(job, at(place, 'metadata'), report);
  checkJobSpec(spec, at(place, 'spec'), report, false);
  checkSelector(job, at(place, 'spec'), report);
  warnOfStatus(status, place, report);
}

/** The name becomes a label of the pods, and the first part of the host names of indexed ones. */
function checkJobName({ metadata, spec = {} }: Job, place: At, report: Report): void {
  const name = nameOf(metadata);
  const key = metadata?.name ? 'name' : 'generateName';
  const value = metadata?.[key];
  if (name === '' || SUBDOMAIN_NAME.problemOf(name) !== undefined) return;
  if (name.length > LONGEST_NAME && spec.manualSelector !== true) {
    const message = `must be at most ${LONGEST_NAME} characters, as it becomes a label of the pods (has ${name.length})`;
    report.error(at(place, key), 'too-long', message, { value });
    return;
  }
  const completions = spec.completions ?? (spec.parallelism === undefined ? 1 : 0);
  if (spec.completionMode !== 'Indexed' || completions <= 0) return warnOfHostName(metadata, place, report);
  const host = `${name}-${completions - 1}`;
  const problem = label1123(host);
  if (problem === undefined) return;
  const most = LONGEST_NAME - (host.length - name.length);
  const message = name.includes('.')
    ? 'must not contain dots in an indexed Job, as the host names of its pods are made from it'
    : `must be at most ${most} characters in an indexed Job with ${completions} completions, as the host names of its pods are made from it (has ${name.length})`;
  report.error(at(place, key), name.includes('.') ? 'bad-name' : 'too-long', message, { value });
}

/** The server makes the selector and the labels for it itself, unless it is told that they are made by hand. */
function checkSelector({ metadata, spec = {} }: Job, place: At, report: Report): void {
  const { selector, template } = spec;
  const labels = template?.metadata?.labels ?? {};
  const here = at(place, 'selector');
  const labelsPlace = at(at(at(place, 'template'), 'metadata'), 'labels');
  if (selector !== undefined) checkLabelSelector(selector, here, report);
  if (spec.manualSelector === true) {
    if (selector === undefined) report.error(here, 'required', 'is required when manualSelector is true');
    else if (isValidSelector(selector) && !selects(selector, labels)) {
      report.error(labelsPlace, 'conflict', 'must have the labels that spec.selector asks for', { value: labels });
    }
    return;
  }
  checkGeneratedLabels(labels, nameOf(metadata), metadata?.name !== undefined, labelsPlace, report);
  if (selector === undefined || !isValidSelector(selector)) return;
  // No label that anyone can write equals the identifier that the server will choose.
  const generated: Record<string, string> = {};
  for (const key of JOB_NAME_LABELS) generated[key] = metadata?.name ?? '(generated)';
  for (const key of CONTROLLER_UID_LABELS) generated[key] = '(generated)';
  if (selects(selector, generated) && selects(selector, { ...labels, ...generated })) return;
  report.error(here, 'forbidden', 'may not be set: the server makes the selector of a Job itself', {
    hint: 'leave it out',
  });
}

function checkGeneratedLabels(
  labels: Readonly<Record<string, string>>,
  name: string,
  named: boolean,
  place: At,
  report: Report,
): void {
  for (const key of JOB_NAME_LABELS) {
    if (!Object.hasOwn(labels, key) || (named && labels[key] === name)) continue;
    report.error(
      at(place, key),
      'conflict',
      named ? `must be the name of the Job, ${name}` : 'must be left to the server',
      {
        value: labels[key],
        hint: 'leave it out: the server adds it',
      },
    );
  }
  for (const key of CONTROLLER_UID_LABELS) {
    if (!Object.hasOwn(labels, key)) continue;
    report.error(at(place, key), 'forbidden', 'may not be set: the server adds it with an identifier of its own', {
      value: labels[key],
      hint: 'leave it out',
    });
  }
}
