import { printPath } from '../../../../lib/report/print';
import { validateManifest } from '../../../../lib/kube/validate';

type Fields = Record<string, unknown>;

/** `code path: message | hint`, with `?` before the code of a warning. */
function said(webhook: Fields, kubernetes?: string, name = 'sample'): string[] {
  const object = {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name },
    webhooks: [
      {
        name: 'a.example.com',
        admissionReviewVersions: ['v1'],
        sideEffects: 'None',
        clientConfig: { url: 'https://hook.example.com' },
        ...webhook,
      },
    ],
  };
  return validateManifest(object, { kubernetes }).map(
    ({ severity, code, path, message, hint }) =>
      `${severity === 'error' ? '' : '?'}${code} ${printPath(path)}: ${message}${hint === undefined ? '' : ` | ${hint}`}`,
  );
}

test('what a webhook must say', () => {
  expect(said({ name: 'a.b', admissionReviewVersions: ['v2'], sideEffects: 'Some', clientConfig: undefined })).toEqual([
    'bad-name webhooks[0].name: must have at least three parts with dots between them, such as a.example.com',
    'not-one-of webhooks[0].sideEffects: must be None or NoneOnDryRun: webhooks with other effects are no longer taken',
    'required webhooks[0].clientConfig: must have a url or a service',
    'not-one-of webhooks[0].admissionReviewVersions: must have at least one of v1 or v1beta1',
  ]);
});

test('a certificate that is no base64 has no field for plain text beside it', () => {
  const [problem] = said({ clientConfig: { url: 'https://hook.example.com', caBundle: 'abc' } });
  expect(problem).toMatch(/^bad-format webhooks\[0\]\.clientConfig\.caBundle: .* \| Encode the value$/);
});

test('what a star stands for may not stand beside it', () => {
  const rules = [
    {
      operations: ['*', 'CREATE'],
      apiGroups: ['*'],
      apiVersions: ['*'],
      resources: ['pods/*', 'pods/status', '*', 'a'],
    },
  ];
  expect(said({ rules })).toEqual([
    'conflict webhooks[0].rules[0].operations: has "*", which stands for all, beside other operations',
    'conflict webhooks[0].rules[0].resources[1]: is a part of pods/*, which stands before it',
    'conflict webhooks[0].rules[0].resources: has "*", which stands for a as well',
  ]);
});

test('conditions compile by the functions of the minor', () => {
  const matchConditions = [{ name: 'a', expression: 'isIP(object.spec.address)' }];
  expect(said({ matchConditions }, '1.31')).toEqual([]);
  expect(said({ matchConditions }, '1.30')).toEqual([
    'bad-expression webhooks[0].matchConditions[0].expression: does not compile at "isIP(object.spec.address)": there is no function isIP()',
  ]);
  expect(said({ matchConditions })).toEqual([
    '?bad-expression webhooks[0].matchConditions[0].expression: Kubernetes before 1.31: does not compile at "isIP(object.spec.address)": there is no function isIP()',
  ]);
});

test('the host of a URL has one colon, for 1.36', () => {
  const clientConfig = { url: 'https://::1/check' };
  expect(said({ clientConfig }, '1.35')).toEqual([]);
  expect(said({ clientConfig }, '1.36')).toEqual([
    'bad-url webhooks[0].clientConfig.url: must have no colon in the host but that before the port | An IPv6 address stands in brackets',
  ]);
});

test('names of files on the disk of the server are warned of', () => {
  expect(said({}, '1.35', 'a.static.k8s.io')).toEqual([]);
  expect(said({}, '1.36', 'a.static.k8s.io')).toEqual([
    '?refused-later metadata.name: is taken, but names that end with .static.k8s.io are kept for files on the disk of the server',
  ]);
});
