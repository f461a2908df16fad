import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (spec: object) =>
  validateManifest(
    { apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass', metadata: { name: 'a' }, spec },
    { kubernetes: '1.36' },
  );
const controller = 'example.com/ingress-controller';

test('a controller is a domain and a path', () => {
  expect(problems({ controller })).toEqual([]);
  expect(problems({})).toMatchObject([{ message: 'is required, as in example.com/ingress-controller' }]);
  expect(problems({ controller: 'nginx' })).toMatchObject([
    { code: 'bad-name', message: 'must be a domain, "/" and a path, as in example.com/ingress-controller' },
  ]);
});

test('parameters in a namespace say so', () => {
  const reference = { kind: 'Parameters', name: 'a' };
  const parameters = (fields: object) => problems({ controller, parameters: { ...reference, ...fields } });
  expect(parameters({ scope: 'Namespace' }).map(line)).toEqual(['required spec.parameters.namespace']);
  expect(parameters({ namespace: 'a' })).toMatchObject([
    { code: 'forbidden', path: ['spec', 'parameters', 'namespace'], hint: 'Add scope: Namespace' },
  ]);
});
