import { printPath } from '../../../../lib/report/print';
import { validateManifest } from '../../../../lib/kube/validate';

type Fields = Record<string, unknown>;

const rule = { operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] };

function said(spec: Fields, kind = 'ValidatingAdmissionPolicy'): string[] {
  const object = {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind,
    metadata: { name: 'sample' },
    spec: { matchConstraints: { resourceRules: [rule] }, ...spec },
  };
  return validateManifest(object, { kubernetes: '1.36' }).map(
    ({ code, path, message, hint }) =>
      `${code} ${printPath(path)}: ${message}${hint === undefined ? '' : ` | ${hint}`}`,
  );
}

test('a field of an object alone is no condition, as nobody knows its type', () => {
  expect(said({ validations: [{ expression: 'object.spec.hostNetwork' }] })).toEqual([
    'bad-expression spec.validations[0].expression: must be of type bool, and this is dyn | Write == true after it: nobody knows the types of objects here',
  ]);
});

test('variables are known with their types to those after them', () => {
  const variables = [
    { name: 'image', expression: 'object.spec.containers[0].image + variables.tag' },
    { name: 'tag', expression: "'latest'" },
  ];
  const validations = [{ expression: 'variables.tag == 1 || variables.imge.contains(params.a)' }];
  expect(said({ variables, validations })).toEqual([
    'bad-expression spec.variables[0].expression: does not compile at "tag": there is no field tag in kubernetes.variables',
    'bad-expression spec.validations[0].expression: does not compile at "variables.tag == 1 || variabl…": == does not compare a string and an int | Compare with a text in quotes, or write int(…) or string(…)',
    'bad-expression spec.validations[0].expression: does not compile at "imge.contains(params.a)": there is no field imge in kubernetes.variables | Did you mean "image"?',
    'bad-expression spec.validations[0].expression: does not compile at "params.a)": nothing is called params here | There are object, oldObject, request, namespaceObject, authorizer and variables',
  ]);
});

test('messages', () => {
  const validations = [{ expression: 'true', message: 'a\nb', messageExpression: '1', reason: 'invalid' }];
  expect(said({ validations })).toEqual([
    'bad-expression spec.validations[0].messageExpression: must be of type string, and this is int | Write string(…) around it',
    'bad-format spec.validations[0].message: must be one line | For more than one line there is messageExpression',
    'not-one-of spec.validations[0].reason: must be Forbidden, Invalid or RequestEntityTooLarge | Did you mean "Invalid"?',
  ]);
});

test('what changes objects makes an object or a patch', () => {
  const mutations = [
    { patchType: 'ApplyConfiguration', applyConfiguration: { expression: '{"spec": {}}' } },
    { patchType: 'JSONPatch', jsonPatch: { expression: '[JSONPatch{operation: "add"}]' } },
  ];
  expect(said({ mutations, reinvocationPolicy: 'Never' }, 'MutatingAdmissionPolicy')).toEqual([
    'bad-expression spec.mutations[0].applyConfiguration.expression: must be of type Object, and this is map(string, map(dyn, dyn)) | Write Object{…}',
    'bad-expression spec.mutations[1].jsonPatch.expression: does not compile at "operation: "add"}]": there is no field operation in JSONPatch | There are op, path, from and value',
  ]);
});

test('nothing is left to change of what is deleted', () => {
  const spec = {
    matchConstraints: { resourceRules: [{ ...rule, operations: ['DELETE'] }] },
    mutations: [{ patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{}' } }],
    reinvocationPolicy: 'Never',
  };
  expect(said(spec, 'MutatingAdmissionPolicy')).toEqual([
    'not-one-of spec.matchConstraints.resourceRules[0].operations[0]: may not be DELETE: there is nothing left to change | A policy that changes objects is about CREATE, UPDATE and CONNECT',
  ]);
});

test('odd expressions are judged like others', () => {
  for (const expression of [
    '\ud800',
    '__proto__',
    'object.__proto__.constructor == 1',
    'a'.repeat(200_000),
    '('.repeat(50_000),
  ]) {
    expect(said({ validations: [{ expression }] }).length > 0).toBe(!expression.startsWith('object'));
  }
});
