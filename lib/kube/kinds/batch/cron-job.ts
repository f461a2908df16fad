// CronJob: makes a Job at every time that its schedule names.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/cron-job-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { CronJob, CronJobSpec, JobTemplateSpec } from '../../api/types';
import { checkJobSpec, CONTROLLER_UID_LABELS, JOB_NAME_LABELS } from '../../rules/batch/job-spec';
import { checkNotNegative, checkOneOfOrEmpty, checkRequired, ofKey } from '../../rules/checks';
import {
  checkMetadata,
  nameOf,
  type NameRule,
  SUBDOMAIN_NAME,
  warnOfHostName,
  warnOfStatus,
} from '../../rules/meta/metadata';
import { until } from '../../server';
import { neverFires, parseSchedule, withSundayAsZero } from '../../values/cron';
import { annotationKey, label1123, labelValue, qualifiedName } from '../../values/syntax';
import { timeZoneProblem } from '../../values/time-zone';

const LONGEST_NAME = 52;
/** The minors that take a time zone within the schedule. */
const TAKES_TZ = until('1.28');
/** What the controller adds to make the name of a Job: the minutes since 1970, with a hyphen. */
const JOB_SUFFIX = '-00000000';

const NAME: NameRule = {
  ...SUBDOMAIN_NAME,
  longest: { most: LONGEST_NAME, why: 'as the names of the Jobs are made from it' },
};

export function checkCronJob(cronJob: CronJob, place: At, report: Report): void {
  const { metadata, spec = {}, status } = cronJob;
  checkMetadata(metadata, at(place, 'metadata'), report, NAME);
  warnOfHostName(metadata, at(place, 'metadata'), report);
  checkSpec(spec, at(place, 'spec'), report);
  checkIndexedName(cronJob, at(place, 'metadata'), report);
  warnOfStatus(status, place, report);
}

function checkSpec(spec: CronJobSpec, place: At, report: Report): void {
  const { schedule, timeZone, jobTemplate = {} } = spec;
  if (checkRequired(schedule, at(place, 'schedule'), report, 'is required, such as "0 3 * * *" for 03:00 every day')) {
    checkSchedule(schedule as string, timeZone, at(place, 'schedule'), report);
  }
  if (timeZone !== undefined) checkTimeZone(timeZone, at(place, 'timeZone'), report);
  const policies = ['Allow', 'Forbid', 'Replace'];
  checkOneOfOrEmpty(spec.concurrencyPolicy, policies, at(place, 'concurrencyPolicy'), report);
  checkNotNegative(spec.startingDeadlineSeconds, at(place, 'startingDeadlineSeconds'), report);
  checkNotNegative(spec.successfulJobsHistoryLimit, at(place, 'successfulJobsHistoryLimit'), report);
  checkNotNegative(spec.failedJobsHistoryLimit, at(place, 'failedJobsHistoryLimit'), report);
  checkJobTemplate(jobTemplate, at(place, 'jobTemplate'), report);
}

function checkSchedule(schedule: string, timeZone: string | undefined, place: At, report: Report): void {
  const parsed = parseSchedule(schedule);
  if ('problem' in parsed) {
    const { message, hint } = parsed.problem;
    const meant = withSundayAsZero(schedule);
    const fix = meant !== undefined && !('problem' in parseSchedule(meant)) ? { value: meant } : undefined;
    report.error(place, 'bad-format', message, { value: schedule, hint, fix });
  }
  const hasZone = schedule.includes('TZ');
  if (hasZone && timeZone !== undefined) {
    report.error(place, 'conflict', 'may not name a time zone beside spec.timeZone', { value: schedule });
  }
  if ('problem' in parsed) return;
  if (hasZone && timeZone === undefined) {
    const details = { value: schedule, hint: 'set spec.timeZone instead' };
    report.warning(place, 'refused-later', 'names a time zone, which newer servers refuse', {
      ...details,
      where: TAKES_TZ,
    });
    report.error(place, 'forbidden', 'may not name a time zone', { ...details, where: ~TAKES_TZ });
  }
  if (neverFires(parsed)) {
    report.warning(place, 'no-effect', 'names no time that ever comes, so no Job is ever made', { value: schedule });
  }
  if (parsed.kind === 'every' && parsed.nanoseconds < 1_000_000_000n) {
    report.warning(place, 'suspicious', 'is taken as one second, the shortest step that there is', { value: schedule });
  }
}

function checkTimeZone(timeZone: string, place: At, report: Report): void {
  const problem = timeZoneProblem(timeZone);
  if (problem === undefined) return;
  const message = timeZone === '' ? 'must not be empty' : problem.message;
  report.error(place, 'bad-name', message, { value: timeZone, hint: problem.hint, fix: problem.fix });
}

function checkJobTemplate({ metadata, spec = {} }: JobTemplateSpec, place: At, report: Report): void {
  const here = at(place, 'spec');
  checkJobSpec(spec, here, report, true);
  if (spec.selector !== undefined) {
    report.error(
      at(here, 'selector'),
      'forbidden',
      'may not be set: the server makes the selector of each Job itself',
      {
        hint: 'leave it out',
      },
    );
  }
  if (spec.manualSelector === true) {
    const message = 'may not be true in a CronJob, whose Jobs all need selectors of their own';
    report.error(at(here, 'manualSelector'), 'forbidden', message, { value: true });
  }
  const later = 'is stored, but every Job of this CronJob is refused for it';
  const labels = at(at(place, 'metadata'), 'labels');
  for (const [key, value] of Object.entries(metadata?.labels ?? {})) {
    const wrongKey = qualifiedName(key);
    if (wrongKey !== undefined) report.warning(at(labels, key), 'refused-later', `${ofKey(wrongKey)}; it ${later}`);
    const problem = labelValue(value);
    if (problem !== undefined) report.warning(at(labels, key), 'refused-later', `${problem}; it ${later}`, { value });
  }
  for (const key of Object.keys(metadata?.annotations ?? {})) {
    const problem = annotationKey(key);
    if (problem === undefined) continue;
    const annotation = at(at(at(place, 'metadata'), 'annotations'), key);
    report.warning(annotation, 'refused-later', `${ofKey(problem)}; it ${later}`);
  }
  const podLabels = spec.template?.metadata?.labels ?? {};
  for (const key of [...JOB_NAME_LABELS, ...CONTROLLER_UID_LABELS]) {
    if (!Object.hasOwn(podLabels, key)) continue;
    const label = at(at(at(at(here, 'template'), 'metadata'), 'labels'), key);
    report.warning(label, 'refused-later', later, { value: podLabels[key], hint: 'leave it out: the server adds it' });
  }
}

/** The Job rule for the host names of indexed pods, for the names that the Jobs will have. */
function checkIndexedName({ metadata, spec }: CronJob, place: At, report: Report): void {
  const { completionMode, completions = 0 } = spec?.jobTemplate?.spec ?? {};
  const name = nameOf(metadata);
  if (completionMode !== 'Indexed' || completions <= 0 || name === '' || NAME.problemOf(name) !== undefined) return;
  const host = `${name}${JOB_SUFFIX}-${completions - 1}`;
  if (label1123(host) === undefined) return;
  const why = name.includes('.') ? 'has dots' : `makes host names of over 63 characters, such as ${host}`;
  const message = `${why}, so every Job, being indexed, is refused`;
  report.warning(at(place, metadata?.name ? 'name' : 'generateName'), 'refused-later', message, { value: name });
}
