import { containerOf, errorsIn, jobWith } from '../../support';

const resourcesOf = (resources: object) => containerOf(jobWith({ resources })).resources;

test.each([
  ['a limit', { cpu: '2' }, { limits: { cpu: '2' } }],
  ['request and limit', { cpu: '250m-1' }, { requests: { cpu: '250m' }, limits: { cpu: '1' } }],
  ['the hyphen of an exponent does not separate', { cpu: '1e-3' }, { limits: { cpu: '1e-3' } }],
  ['exponents on both sides', { cpu: '1e-3-2e-1' }, { requests: { cpu: '1e-3' }, limits: { cpu: '2e-1' } }],
  [
    'several, each in its own way',
    { cpu: '2', memory: '128Mi-1Gi' },
    { requests: { memory: '128Mi' }, limits: { cpu: '2', memory: '1Gi' } },
  ],
  ['extended resources', { 'nvidia.com/gpu': '1' }, { limits: { 'nvidia.com/gpu': '1' } }],
  ["Kubernetes' own form", { requests: { cpu: '1' } }, { requests: { cpu: '1' } }],
])('%s', (_, given, expected) => {
  expect(resourcesOf(given)).toEqual(expected);
});

test.each([
  ['a comma', { cpu: '0,20' }, ['bad-format containers.main.resources.cpu']],
  ['request over limit', { cpu: '2-1' }, ['conflict containers.main.resources.cpu']],
  ['a negative', { memory: '-1' }, ['out-of-range containers.main.resources.memory']],
  ['an unknown resource', { gpu: '1' }, ['not-one-of containers.main.resources.gpu']],
  ['a number without a certain text', { cpu: NaN }, ['wrong-type containers.main.resources.cpu']],
  ['null', { cpu: null }, ['wrong-type containers.main.resources.cpu']],
  ['a list', [], ['wrong-type containers.main.resources']],
  [
    'an unknown key of the long form',
    { requests: { cpu: '1' }, limit: {} },
    ['unknown-key containers.main.resources.limit'],
  ],
  [
    'a number without a certain text in the long form',
    { limits: { cpu: 1e-7 } },
    ['wrong-type containers.main.resources.limits.cpu'],
  ],
  [
    'request over limit in the long form',
    { requests: { cpu: '2' }, limits: { cpu: '1' } },
    ['conflict containers.main.resources.requests.cpu'],
  ],
])('refuses %s', (_, resources, expected) => {
  expect(errorsIn(jobWith({ resources }))).toEqual(expected);
});
