import { errorCodeText, errorText, errorCodes, sameError } from '../../../lib/dialects/launcher/protocol/errors';
import { withFields } from '../../../lib/dialects/launcher/protocol/fields';
import { includes, type JobFilter } from '../../../lib/dialects/launcher/protocol/filter';
import { printMount } from '../../../lib/dialects/launcher/protocol/mount';
import { nodeOnline } from '../../../lib/dialects/launcher/protocol/node';
import {
  jobOperation,
  jobOperations,
  operationRequests,
  validForStatus,
} from '../../../lib/dialects/launcher/protocol/operation';
import { jobOutput, jobOutputs } from '../../../lib/dialects/launcher/protocol/output';
import { printPort } from '../../../lib/dialects/launcher/protocol/port';
import { terminalStatus } from '../../../lib/dialects/launcher/protocol/status';
import { apiVersion } from '../../../lib/dialects/launcher/protocol/version';
import type { LauncherJob } from '../../../lib/dialects/launcher/schema';
import { ProblemError } from '../../../lib/report/problem-error';

const job: LauncherJob = {
  id: '7',
  name: 'train',
  status: 'Running',
  tags: ['ml', 'nightly'],
  submissionTime: '2026-02-25T10:00:00.5Z',
  environment: [{ name: 'A', value: '1' }],
};

test.each<[JobFilter, boolean]>([
  [{}, true],
  [{ tags: null, statuses: null, startTime: null, endTime: null, fields: ['name'] }, true],
  [{ tags: [] }, true],
  [{ tags: ['ml'] }, true],
  [{ tags: ['nightly', 'ml'] }, true],
  [{ tags: ['ml', 'gpu'] }, false],
  [{ statuses: [] }, true],
  [{ statuses: ['Pending', 'Running'] }, true],
  [{ statuses: ['running'] }, false],
  [{ startTime: '2026-02-25T10:00:00.5Z' }, true],
  [{ startTime: '2026-02-25T11:00:00.5+01:00' }, true],
  [{ startTime: '2026-02-25T10:00:00.500000001Z' }, false],
  [{ endTime: '2026-02-25T10:00:00.5Z' }, true],
  [{ endTime: '2026-02-25T10:00:00.499999999Z' }, false],
  [{ startTime: '2026-02-25T10:00:00Z', endTime: '2026-02-25T10:00:01Z', statuses: ['Running'], tags: ['ml'] }, true],
  [{ startTime: '2026-02-25T10:00:00Z', statuses: ['Finished'] }, false],
])('the filter %j lets the job through: %s', (filter, expected) => {
  expect(includes(filter, job)).toBe(expected);
});

test('a job without a submission time meets no condition on it', () => {
  const { submissionTime: _, ...unsent } = job;
  expect(includes({ startTime: '0001-01-01T00:00:00Z' }, unsent)).toBe(false);
  expect(includes({ endTime: '9999-01-01T00:00:00Z' }, { ...unsent, submissionTime: null })).toBe(false);
  expect(includes({ tags: ['ml'] }, unsent)).toBe(true);
});

test('a filter with a time that is none is refused', () => {
  expect(() => includes({ startTime: 'yesterday' }, job)).toThrow(ProblemError);
});

test('withFields keeps the id and the fields asked for', () => {
  expect(withFields(job, [])).toBe(job);
  expect(withFields(job, ['name'])).toEqual({ id: '7', name: 'train' });
  expect(withFields(job, ['tags', 'unheard-of', 'pid'])).toEqual({ id: '7', tags: ['ml', 'nightly'] });
  expect(withFields(job, ['env'])).toEqual({ id: '7', environment: [{ name: 'A', value: '1' }] });
  expect(withFields(job, ['environment'])).toEqual({ id: '7' });
});

test('a job is over when it is canceled, failed, finished or killed', () => {
  const all = [
    'Canceled',
    'Failed',
    'Finished',
    'Killed',
    'Pending',
    'Running',
    'Suspended',
    'finished',
    '',
    'constructor',
  ];
  expect(all.filter(terminalStatus)).toEqual(['Canceled', 'Failed', 'Finished', 'Killed']);
});

test('operations have their numbers, names and statuses', () => {
  expect([-1, 0, 1, 2, 3, 4, 5, 0.5].map(jobOperation)).toEqual(['Cancel', ...jobOperations, 'Cancel', 'Cancel']);
  expect(jobOperations.map((operation) => [operation, validForStatus(operation)])).toEqual([
    ['Suspend', 'Running'],
    ['Resume', 'Suspended'],
    ['Stop', 'Running'],
    ['Kill', 'Running'],
    ['Cancel', 'Pending'],
  ]);
});

test('operations as requests to Kubernetes', () => {
  const at = { name: 'train-7', namespace: 'jobs' };
  const path = '/apis/batch/v1/namespaces/jobs/jobs/train-7';
  expect(operationRequests('Suspend', at)).toEqual([
    { method: 'PATCH', path, contentType: 'application/merge-patch+json', body: { spec: { suspend: true } } },
  ]);
  expect(operationRequests('Resume', at)[0]!.body).toEqual({ spec: { suspend: false } });
  const background = { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Background' };
  for (const operation of ['Stop', 'Cancel'] as const) {
    const body = { metadata: { annotations: { 'cdk8s-kam/launcher-operation': operation } } };
    expect(operationRequests(operation, at)).toEqual([
      { method: 'PATCH', path, contentType: 'application/merge-patch+json', body },
      { method: 'DELETE', path, contentType: 'application/json', body: background },
    ]);
  }
  expect(operationRequests('Kill', at).map(({ method, path: to, body }) => [method, to, body])).toEqual([
    ['PATCH', path, { metadata: { annotations: { 'cdk8s-kam/launcher-operation': 'Kill' } } }],
    ['DELETE', path, { ...background, gracePeriodSeconds: 0 }],
    [
      'DELETE',
      '/api/v1/namespaces/jobs/pods?labelSelector=batch.kubernetes.io%2Fjob-name%3Dtrain-7',
      { ...background, gracePeriodSeconds: 0 },
    ],
  ]);
  expect(operationRequests('Stop', { name: '../x', namespace: 'a/b' })[0]!.path).toBe(
    '/apis/batch/v1/namespaces/a%2Fb/jobs/..%2Fx',
  );
});

test('error codes have the texts of the SDK', () => {
  expect(Object.entries(errorCodes).map(([name, code]) => [name, code, errorCodeText(code)])).toEqual([
    ['Unknown', 0, 'an error occurred'],
    ['RequestNotSupported', 1, 'not supported'],
    ['InvalidRequest', 2, 'invalid request'],
    ['JobNotFound', 3, 'job not found'],
    ['PluginRestarted', 4, 'plugin is restarting'],
    ['Timeout', 5, 'timeout'],
    ['JobNotRunning', 6, 'job not running'],
    ['JobOutputNotFound', 7, 'job output not found'],
    ['InvalidJobState', 8, 'invalid job state'],
    ['JobControlFailure', 9, 'job control failure'],
    ['UnsupportedVersion', 10, 'unsupported version'],
  ]);
  expect([-1, 11, 1.5, NaN].map(errorCodeText)).toEqual(Array(4).fill('an error occurred'));
  expect(errorText({ code: 3, message: '' })).toBe('job not found');
  expect(errorText({ code: 3, message: 'job 7 not found' })).toBe('job 7 not found');
});

test('errors are the same by code, and by message where both have one', () => {
  const found = (a: string, b: string, code = 3): boolean => sameError({ code: 3, message: a }, { code, message: b });
  expect([found('', ''), found('x', ''), found('', 'x'), found('x', 'x')]).toEqual([true, true, true, true]);
  expect([found('x', 'y'), found('', '', 4), found('x', 'x', 4)]).toEqual([false, false, false]);
});

test('a node is online in one spelling', () => {
  expect(['Online', 'online', 'Offline', '', ' Online'].map((status) => nodeOnline({ status }))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('outputs and the version', () => {
  expect([0, 1, 2, 3, -1].map(jobOutput)).toEqual([...jobOutputs, 'mixed', 'mixed']);
  expect(apiVersion).toEqual({ major: 3, minor: 5, patch: 0 });
});

test('what has no text form', () => {
  expect(printMount({ mountPath: '/a', mountSource: { type: 'nfs', source: { host: 'h', path: '/p' } } })).toBe('');
  expect(printPort({ targetPort: 80 })).toBe('80:80/tcp');
  expect(printPort({ targetPort: 80, publishedPort: null, protocol: '' })).toBe('80:80/tcp');
  expect(printPort({ targetPort: 80, publishedPort: 0, protocol: 'UDP' })).toBe('0:80/UDP');
});
