import { errorsIn, jobWith, toManifests } from '../../support';

const token = { type: 'token', data: { token: 'x' } };

test("a key in a programming language's spelling names a Secret as Kubernetes spells names", () => {
  const [secret, job] = toManifests(
    jobWith({ env: { T: 'secret://apiToken/token' } }, { secrets: { apiToken: token } }),
  );
  expect(secret?.metadata.name).toBe('echo-api-token');
  expect(JSON.stringify(job)).toContain('"secretKeyRef":{"name":"echo-api-token","key":"token"}');
});

test('two keys that name the same Secret are an error', () => {
  expect(errorsIn(jobWith({}, { secrets: { apiToken: token, 'api-token': token } }))).toEqual([
    'duplicate secrets.api-token',
  ]);
});
