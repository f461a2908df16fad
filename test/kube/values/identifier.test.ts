import { nameOfIdentifier } from '../../../lib/kube/values/identifier';

test.each([
  ['web', 'web'],
  ['web-1', 'web-1'],
  ['echoJob', 'echo-job'],
  ['echo_job', 'echo-job'],
  ['EchoJob2Go', 'echo-job2-go'],
  ['HTTPServer', 'httpserver'],
  ['a b', 'a b'],
  ['_x', '_x'],
  ['', ''],
  ['ключ', 'ключ'],
])('%j is %j', (identifier, name) => {
  expect(nameOfIdentifier(identifier)).toBe(name);
});
