import { isHeld, messageIdOf, timeToLive } from '../../../examples/sqs-worker/src/job';
import { readMessage } from '../../../examples/sqs-worker/src/read-message';
import { validateManifest } from '../../../lib/core';

const settings = { namespace: 'jobs', callbackHosts: ['hooks.example.com'], redeliverySeconds: 3600 };
const job = { prefixName: 'a', image: 'busybox:1', command: ['true'] };
const text = (job: object, more: object = {}): string => JSON.stringify({ id: 'm1', service: 's', job, ...more });

function problemsOf(body: string): string[] {
  const read = readMessage(body, settings);
  return 'problems' in read ? read.problems.map(({ path, message }) => `${path.join('.')}: ${message}`) : [];
}

function jobOf(body: string) {
  const read = readMessage(body, settings);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read;
}

test('a message becomes a Job that the API server takes, that all workers find, and that stays until its end was told', () => {
  const { job: made, note } = jobOf(text(job, { webhook: { url: 'https://hooks.example.com/x' } }));
  expect(validateManifest(made)).toEqual([]);
  expect(isHeld(made)).toBe(true);
  expect(messageIdOf(made)).toBe('m1');
  expect(made.metadata).toMatchObject({ namespace: 'jobs', labels: { 'app.kubernetes.io/managed-by': 'sqs-worker' } });
  expect(made.spec).toMatchObject({
    template: { metadata: { labels: { 'app.kubernetes.io/managed-by': 'sqs-worker' } } },
  });
  expect([timeToLive(made), note]).toEqual([3600, undefined]);
});

test('a Job stays longer than its message may come again', () => {
  const short = jobOf(text({ ...job, ttlSecondsAfterFinished: 60 }));
  expect(timeToLive(short.job)).toBe(3600);
  expect(short.note).toBe('ttlSecondsAfterFinished 60 is raised to 3600: its message may be delivered again');
  const long = jobOf(text({ ...job, ttlSecondsAfterFinished: 86400 }));
  expect([timeToLive(long.job), long.note]).toEqual([86400, undefined]);
});

test('a key that nobody knows is no reason to lose a message', () => {
  expect(problemsOf(text({ ...job, colour: 'red' }))).toEqual([]);
});

test.each([
  ['', /./],
  ['no JSON', /./],
  ['null', /./],
  ['[]', /expected one job, none was found/],
  [`[${text(job)}, ${text(job)}]`, /expected one job, 2 were found/],
  [text({ ...job, namespace: 'kube-system' }), /^job.namespace: expected "jobs", .*, got "kube-system"$/],
  [
    text(job, { webhook: { url: 'http://169.254.169.254/' } }),
    /^webhook.url: 169.254.169.254 is not among CALLBACK_HOSTS$/,
  ],
  [text({ prefixName: 'a' }), /^job.image: /],
  [text({ ...job, image: 'not an image' }), /^job.image: /],
])('refused: %s', (body, expected) => {
  expect(problemsOf(body)).toEqual([expect.stringMatching(expected)]);
});
