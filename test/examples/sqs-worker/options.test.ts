import { settingsFrom } from '../../../examples/sqs-worker/src/options';

const required = { QUEUE_URL: 'https://sqs/1/jobs', DEAD_LETTER_QUEUE_URL: 'https://sqs/1/dead', NAMESPACE: 'jobs' };

const wrongIn = (environment: Record<string, string>): string[] => {
  try {
    settingsFrom(environment);
    return [];
  } catch (error) {
    return (error as Error).message.trim().split('\n').slice(1);
  }
};

test('what is required is enough', () => {
  expect(settingsFrom({ ...required, PATH: '/bin' })).toEqual({
    queueUrl: 'https://sqs/1/jobs',
    deadLetterQueueUrl: 'https://sqs/1/dead',
    namespace: 'jobs',
    callbackHosts: [],
    maxActiveJobs: 10,
    visibilitySeconds: 120,
    redeliverySeconds: 3600,
    podStartSeconds: 600,
    webhookTimeoutSeconds: 5,
    maxReceives: 5,
    backoffMilliseconds: 1000,
    port: 8080,
  });
});

test('the rest', () => {
  const CALLBACK_HOSTS = ' Hooks.example.com, *.example.org:8443,,[::1]:80 ';
  expect(
    settingsFrom({ ...required, CALLBACK_HOSTS, MAX_ACTIVE_JOBS: '7', PORT: '0', POD_START_SECONDS: '' }),
  ).toMatchObject({
    callbackHosts: ['hooks.example.com', '*.example.org:8443', '[::1]:80'],
    maxActiveJobs: 7,
    podStartSeconds: 600,
    port: 0,
  });
});

test('everything that is wrong is said at once', () => {
  expect(
    wrongIn({ QUEUE_URL: 'jobs', NAMESPACE: 'Jobs', MAX_ACTIVE_JOBS: '1.5', PORT: '65536', CALLBACK_HOSTS: 'a,b/c' }),
  ).toEqual([
    '  QUEUE_URL: expected the http:// or https:// URL of a queue, got "jobs" (the URL of the queue that is polled)',
    '  DEAD_LETTER_QUEUE_URL: is required: the URL of the queue for messages that become no Job',
    '  NAMESPACE: expected the name of a namespace, got "Jobs" (the namespace of the Jobs)',
    '  CALLBACK_HOSTS: expected hosts such as "hooks.example.com", "hooks.example.com:8443" or "*.example.com", got "a,b/c" (hosts that callbacks may be sent to, separated by commas)',
    '  MAX_ACTIVE_JOBS: expected a whole number from 1 to 100000, got "1.5" (the most Jobs at once)',
    '  PORT: expected a whole number from 0 to 65535, got "65536" (the port of /healthz and /metrics)',
  ]);
});

test('what is refused must not come back', () => {
  expect(wrongIn({ ...required, DEAD_LETTER_QUEUE_URL: required.QUEUE_URL })).toEqual([
    '  DEAD_LETTER_QUEUE_URL: must not be QUEUE_URL: what is refused would come back',
  ]);
});
